/** The board, or what is selected of it, as a PNG: painted by the board's own painter at twice its size. */

import { growRect, type Rect, unionRect } from '../../shared/model/geometry.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import type { BoardLayout } from '../../shared/model/layout.ts';
import { hasIdeas, saveExport } from '../session/exportJam.ts';
import type { JamSession } from '../session/jamSession.ts';
import { fileName } from '../session/saveJam.ts';
import type { ActionTable } from '../session/sessionActions.ts';
import { createBoardScene } from './boardScene.ts';
import { loadCanvasFonts } from './canvasFonts.ts';
import { readCanvasTheme } from './canvasTheme.ts';
import { NOTHING_WITHHELD, stepsFor } from './paint/paintRegion.ts';
import { createPen } from './paint/pen.ts';

export const PICTURE_ACTIONS: ActionTable = {
  'export.png': {
    run: (session) => void session.work('Painting the picture', () => exportPng(session)),
    can: hasIdeas,
  },
};

const MARGIN = 40;
/** Pixels a side and in all that every browser can still paint. */
const LARGEST_SIDE = 16_000;
const LARGEST_AREA = 120_000_000;

async function exportPng(session: JamSession): Promise<void> {
  const { layout, snapshot } = session.view();
  const rect = pictureRect(layout, session.ui.getState().selection.ideas);
  if (rect === null) return;
  await loadCanvasFonts();
  const blob = await paintPng(layout, rect);
  if (blob === null)
    return session.notify('This board is too large for one picture. Export an SVG instead.', 'trouble');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  await saveExport(session, {
    name: `${fileName(jamTitle(snapshot.brief))}.png`,
    bytes,
    typeName: 'PNG picture',
  });
}

function pictureRect(layout: BoardLayout, selected: ReadonlySet<string>): Rect | null {
  if (selected.size < 2) return layout.bounds === null ? null : growRect(layout.bounds, MARGIN);
  const sheets = [...selected].flatMap((id) => layout.sheets.get(id) ?? []);
  const [first, ...others] = sheets;
  return first === undefined ? null : growRect(others.reduce<Rect>(unionRect, first), MARGIN);
}

function paintPng(layout: BoardLayout, rect: Rect): Promise<Blob | null> {
  const scale = Math.min(
    2,
    LARGEST_SIDE / rect.w,
    LARGEST_SIDE / rect.h,
    Math.sqrt(LARGEST_AREA / (rect.w * rect.h)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(rect.w * scale);
  canvas.height = Math.ceil(rect.h * scale);
  const ink = canvas.getContext('2d', { alpha: false });
  if (ink === null) return Promise.resolve(null);
  const theme = readCanvasTheme();
  ink.fillStyle = theme.paper;
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale);
  const scene = createBoardScene();
  scene.update(layout, null);
  const pen = createPen(ink);
  const frame = {
    left: Math.round(rect.x * scale),
    top: Math.round(rect.y * scale),
    scale,
    ratio: Math.min(1, scale),
  };
  for (const step of stepsFor(scene, rect, frame, theme, NOTHING_WITHHELD)) step(pen);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
