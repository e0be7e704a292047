/**
 * Puts the board on screen: blits the painted tiles, moves the layer of cards, draws what is live, and uses what is
 * left of each frame to paint tiles. Knows no React; a component gives it three elements.
 */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Camera } from '../stores/uiStore.ts';
import type { Board } from './board.ts';
import { deviceOffset, visibleRect } from './camera.ts';
import { loadCanvasFonts } from './canvasFonts.ts';
import { watchCanvasTheme } from './canvasTheme.ts';
import { type CardStore, chooseCards } from './cardStore.ts';
import { detailAt, showsCards } from './detail.ts';
import { createFrames } from './frames.ts';
import { heldByOthers } from './live/heldByOthers.ts';
import { isStill, paintLive } from './live/paintLive.ts';
import { repaintRested } from './live/repaintRested.ts';
import { headingRect, paintReach, stepsFor } from './paint/paintRegion.ts';
import { createPen, type Pen } from './paint/pen.ts';
import { createTileCache } from './tileCache.ts';
import { createWithheld, sameIds } from './withheld.ts';

export interface BoardElements {
  readonly base: HTMLCanvasElement;
  readonly live: HTMLCanvasElement;
  readonly layer: HTMLElement;
}

/** ms of painting in one frame: while the zoom changes, while the board moves, and when it rests. */
const BUDGET = { zooming: 3, moving: 5, resting: 9 } as const;
/** The zoom counts as settled when it has not changed for so long, ms. */
const SETTLES_AFTER = 110;

/** A zoom whose frames take longer than this, ms, is shown unsmoothed until it rests. */
const SLOW_FRAME = 24;

export function startRenderer(
  board: Board,
  cards: CardStore,
  { base, live, layer }: BoardElements,
): () => void {
  const { session, scene } = board;
  const { ui } = session;
  const context = base.getContext('2d', { alpha: false });
  const overlay = live.getContext('2d');
  if (context === null || overlay === null) return () => undefined;
  const pen: Pen = createPen(overlay);
  const withheld = createWithheld(board);
  let painted: Camera | null = null;
  let movedAt = -Infinity;
  let zoomedAt = -Infinity;
  let cardsFrom: Camera | null = null;
  let cardsStale = true;
  let lastFrame: number | null = null;
  let rough = false;
  let ready = false;
  let ratio = window.devicePixelRatio || 1;

  const tiles = createTileCache({
    paper: () => board.theme.current.paper,
    steps: (rect, scale, left, top) =>
      stepsFor(scene, rect, { scale, ratio, left, top }, board.theme.current, withheld.now()),
    reach: (scale) => paintReach(scale / ratio),
    headingRect: (area, scale) => headingRect(area, scale / ratio),
  });
  tiles.setBounds(scene.layout.bounds);

  const frames = createFrames((now) => {
    const { camera, viewport } = ui.getState();
    if (viewport.w === 0 || viewport.h === 0) return false;
    if (painted !== camera) {
      if (painted !== null) movedAt = now;
      if (painted !== null && painted.zoom !== camera.zoom) zoomedAt = now;
      painted = camera;
    }
    const moving = now - movedAt < 80;
    const settled = now - zoomedAt > SETTLES_AFTER;
    placeLayer(camera, settled, moving);
    rough = !settled && (rough || (lastFrame !== null && now - lastFrame > SLOW_FRAME));
    lastFrame = settled ? null : now;
    const view = { camera, ratio, width: base.width, height: base.height };
    const start = performance.now();
    const budget = !settled ? BUDGET.zooming : moving ? BUDGET.moving : BUDGET.resting;
    let left = false;
    if (ready) {
      const mayGoOn = (): boolean => performance.now() - start < budget;
      left = tiles.work(view, settled, mayGoOn);
    }
    context.imageSmoothingEnabled = !rough;
    tiles.draw(context, view);
    const still = !ready || isStill(board);
    if (live.hidden !== still) live.hidden = still;
    const animated = !still && paintLive(board, pen, { ...view, now });
    const more = chooseNow(camera, moving);
    return left || animated || more || !settled || moving;
  });

  function placeLayer(camera: Camera, settled: boolean, moving: boolean): void {
    const { x, y } = deviceOffset(camera, ratio);
    layer.style.transform = `translate(${x / ratio}px, ${y / ratio}px) scale(${camera.zoom})`;
    // While it moves the layer is a picture; at rest it is set anew, crisp.
    layer.style.willChange = settled && !moving ? '' : 'transform';
    if (settled) {
      const edge = `${board.theme.current.line / camera.zoom}px`;
      if (layer.style.getPropertyValue('--edge') !== edge) layer.style.setProperty('--edge', edge);
    }
    const detail = detailAt(camera.zoom);
    if (layer.dataset['detail'] !== detail) layer.dataset['detail'] = detail;
  }

  function chooseNow(camera: Camera, moving: boolean): boolean {
    const { viewport, focus, editing } = ui.getState();
    const visible = visibleRect(camera, viewport);
    const far =
      cardsFrom === null ||
      cardsFrom.zoom !== camera.zoom ||
      Math.hypot(cardsFrom.x - camera.x, cardsFrom.y - camera.y) * camera.zoom > 48;
    if (!cardsStale && !far) return false;
    if (moving) {
      cardsStale = true;
      return true;
    }
    const always = [editing, focus].filter((id): id is IdeaId => id !== null && scene.layout.sheets.has(id));
    const near = { x: visible.x + visible.w / 2, y: visible.y + visible.h / 2 };
    const wanted = showsCards(camera.zoom)
      ? chooseCards(scene.sheetsIn, visible, near, [...new Set(always)])
      : new Set(always);
    const more = cards.towards(wanted);
    cardsStale = more;
    if (!more) cardsFrom = camera;
    return more;
  }

  function tellHeld(): void {
    const ids = heldByOthers(board);
    if (!sameIds(ids, board.live.get().held)) board.live.set({ held: ids });
  }

  function resize(): void {
    ratio = window.devicePixelRatio || 1;
    const { clientWidth: w, clientHeight: h } = base;
    for (const canvas of [base, live]) {
      canvas.width = Math.round(w * ratio);
      canvas.height = Math.round(h * ratio);
    }
    pen.forget();
    const { viewport } = ui.getState();
    if (viewport.w !== w || viewport.h !== h) session.set({ viewport: { w, h } });
    cardsStale = true;
    frames.ask();
  }

  function retheme(): void {
    tiles.invalidateAll();
    pen.forget();
    resize();
  }

  const observer = new ResizeObserver(resize);
  observer.observe(base);
  const stops = [
    session.subscribe((view) => {
      const change = scene.update(view.layout, view.dirty);
      withheld.forgetGone();
      tellHeld();
      if (change.rects.length + change.headings.length > 0) {
        tiles.setBounds(view.layout.bounds);
        if (ready) tiles.invalidate(change);
        cardsStale = true;
      }
      frames.ask();
    }),
    ui.subscribe((now, before) => {
      if (now.focus !== before.focus || now.editing !== before.editing) cardsStale = true;
      if (now.editing !== before.editing) tellHeld();
      frames.ask();
    }),
    board.live.subscribe((now, before) => {
      const rects = withheld.update(now, before);
      if (rects.length > 0) tiles.invalidate({ rects, headings: [] });
      frames.ask();
    }),
    session.room.store.subscribe(() => {
      tellHeld();
      frames.ask();
    }),
    session.room.pointers.subscribe(frames.ask),
    repaintRested(session.room.pointers, frames.ask),
    board.onTheme(retheme),
    watchCanvasTheme(board.retheme),
    () => observer.disconnect(),
    () => frames.stop(),
    () => tiles.dispose(),
  ];
  resize();
  tellHeld();
  void loadCanvasFonts().then(() => {
    ready = true;
    frames.ask();
  });
  return () => {
    for (const stop of stops) stop();
  };
}
