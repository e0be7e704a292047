/** Paints the small map: two pictures of the board, made anew when it changes, and the frame of what is in view. */
import { growRect, MODULE, type Point, type Rect } from '../../shared/model/geometry.ts';
import type { Board } from './board.ts';
import { visibleRect } from './camera.ts';

/** CSS pixels: as large as a sheet at 100 %. */
export const MINIMAP = { w: MODULE.w, h: MODULE.h, margin: 5 } as const;

export interface MinimapPainter {
  /** The page point under a point of the map, CSS pixels; null on an empty board. */
  pageAt(x: number, y: number): Point | null;
  dispose(): void;
}

interface Frame {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The pictures follow a change so much later, ms: nobody looks at the map while writing. */
const PICTURE_AFTER = 1200;

export function createMinimap(board: Board, canvas: HTMLCanvasElement): MinimapPainter {
  const ratio = window.devicePixelRatio || 1;
  const { session } = board;
  const ink = canvas.getContext('2d');
  canvas.width = MINIMAP.w * ratio;
  canvas.height = MINIMAP.h * ratio;
  const coloured = document.createElement('canvas');
  const grey = document.createElement('canvas');
  let frame: Frame | null = null;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function makePictures(): void {
    const { layout } = session.view();
    const bounds = layout.bounds;
    frame = bounds === null ? null : frameFor(growRect(bounds, MODULE.gapX), ratio);
    for (const picture of [coloured, grey]) {
      picture.width = canvas.width;
      picture.height = canvas.height;
    }
    if (frame === null) return;
    const inks = coloured.getContext('2d');
    const greys = grey.getContext('2d');
    if (inks === null || greys === null) return;
    const theme = board.theme.current;
    let last = '';
    for (const sheet of layout.sheets.values()) {
      const x = (sheet.x - frame.x) * frame.scale;
      const y = (sheet.y - frame.y) * frame.scale;
      const w = Math.max(ratio * 0.6, sheet.w * frame.scale - ratio * 0.5);
      const h = Math.max(ratio * 0.6, sheet.h * frame.scale - ratio * 0.5);
      const fresh = sheet.ink === 'stock';
      const colour = fresh ? theme.ink : theme.inks[sheet.ink];
      if (colour !== last) inks.fillStyle = colour;
      last = colour;
      inks.fillRect(x, y, w, h);
      if (!fresh || h < 4 * ratio) continue;
      inks.fillStyle = theme.stock;
      last = theme.stock;
      inks.fillRect(x + ratio * 0.7, y + ratio * 0.7, w - ratio * 1.4, h - ratio * 1.4);
    }
    greys.drawImage(coloured, 0, 0);
    greys.globalCompositeOperation = 'source-in';
    greys.globalAlpha = 0.5;
    greys.fillStyle = theme.ink3;
    greys.fillRect(0, 0, grey.width, grey.height);
  }

  function paint(): void {
    asked = 0;
    if (ink === null) return;
    const theme = board.theme.current;
    ink.fillStyle = theme.paper2;
    ink.fillRect(0, 0, canvas.width, canvas.height);
    if (frame === null) return;
    const { camera, viewport } = session.ui.getState();
    const seen = visibleRect(camera, viewport);
    const x = (seen.x - frame.x) * frame.scale;
    const y = (seen.y - frame.y) * frame.scale;
    const line = 1.5 * ratio;
    const left = Math.max(line / 2, x);
    const top = Math.max(line / 2, y);
    const right = Math.min(canvas.width - line / 2, x + seen.w * frame.scale);
    const bottom = Math.min(canvas.height - line / 2, y + seen.h * frame.scale);
    ink.drawImage(grey, 0, 0);
    if (right > left && bottom > top) {
      ink.save();
      ink.beginPath();
      ink.rect(left, top, right - left, bottom - top);
      ink.clip();
      ink.fillStyle = theme.paper;
      ink.fillRect(left, top, right - left, bottom - top);
      ink.drawImage(coloured, 0, 0);
      ink.restore();
    }
    ink.strokeStyle = theme.now;
    ink.lineWidth = line;
    ink.strokeRect(left, top, Math.max(2 * ratio, right - left), Math.max(2 * ratio, bottom - top));
  }

  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(paint);
  };
  const stops = [
    session.ui.subscribe((now, before) => {
      if (now.camera !== before.camera || now.viewport !== before.viewport) ask();
    }),
    session.subscribe((now, before) => {
      if (now.layout === before.layout) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        makePictures();
        ask();
      }, PICTURE_AFTER);
    }),
    board.onTheme(() => {
      makePictures();
      ask();
    }),
  ];
  makePictures();
  paint();
  return {
    pageAt: (x, y) =>
      frame === null
        ? null
        : { x: frame.x + (x * ratio) / frame.scale, y: frame.y + (y * ratio) / frame.scale },
    dispose() {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
      cancelAnimationFrame(asked);
    },
  };
}

/** The whole board in the middle of the map. Device pixels. */
function frameFor(bounds: Rect, ratio: number): Frame {
  const w = (MINIMAP.w - 2 * MINIMAP.margin) * ratio;
  const h = (MINIMAP.h - 2 * MINIMAP.margin) * ratio;
  const scale = Math.min(w / bounds.w, h / bounds.h);
  return {
    scale,
    x: bounds.x - (MINIMAP.w * ratio - bounds.w * scale) / 2 / scale,
    y: bounds.y - (MINIMAP.h * ratio - bounds.h * scale) / 2 / scale,
  };
}
