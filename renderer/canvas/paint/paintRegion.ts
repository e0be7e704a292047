/**
 * Everything that lies in one rect of the page, bottom to top, as small steps: the caller decides how many it can
 * afford in a frame.
 */
import { growRect, type Rect } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Cable, GroupArea, Sheet } from '../../../shared/model/layout.ts';
import type { BoardScene } from '../boardScene.ts';
import type { CanvasTheme } from '../canvasTheme.ts';
import { detailAt } from '../detail.ts';
import { HEADING } from '../figures.ts';
import { paintDecision, TAG_HANG } from './decisionTag.ts';
import { FARTHEST, headingRoom } from './headingRoom.ts';
import { paintCable } from './paintCable.ts';
import { paintConnector, paintConnectorWords } from './paintConnector.ts';
import { headingRise, paintGroup, standsOnRule } from './paintGroup.ts';
import { type MarkFrame, paintMark, paintRootMark } from './paintMark.ts';
import { type PaintStyle, paintSheet } from './paintSheet.ts';
import type { Pen } from './pen.ts';

/** What is painted elsewhere for now: lifted by a hand, or just being laid down. Lifted sheets leave their place grey. */
export interface Withheld {
  readonly lifted: ReadonlySet<IdeaId>;
  /** Lifted by somebody else. */
  readonly held: ReadonlySet<IdeaId>;
  readonly laying: ReadonlySet<IdeaId>;
}

export const NOTHING_WITHHELD: Withheld = { lifted: new Set(), held: new Set(), laying: new Set() };

/** One thing to paint; about equally dear each. */
export type PaintStep = (pen: Pen) => void;

/** Lettered squares are larger than their sheets, so that sheets outside a rect may show in it. CSS pixels. */
const ROOT_MARK_REACH = 26;

/** How far paint reaches around a thing at a zoom, beyond what its own rect says. Page units. */
export function paintReach(zoom: number): number {
  return detailAt(zoom) === 'mark' ? ROOT_MARK_REACH / zoom : 1 / zoom;
}

export function headingRect(area: Rect, zoom: number): Rect {
  const rise = headingRise(zoom);
  return {
    x: area.x - 1,
    y: area.y - rise,
    w: Math.max(area.w + 2, zoom < 0.6 ? FARTHEST / zoom : 0),
    h: rise + HEADING.h,
  };
}

export function stepsFor(
  scene: BoardScene,
  rect: Rect,
  frame: MarkFrame,
  theme: CanvasTheme,
  withheld: Withheld,
): PaintStep[] {
  const zoom = frame.scale / frame.ratio;
  const style: PaintStyle = { theme, zoom, detail: detailAt(zoom) };
  const steps: PaintStep[] = [];
  const inHand = (id: IdeaId): boolean => withheld.lifted.has(id) || withheld.held.has(id);
  const away = (id: IdeaId): boolean => inHand(id) || withheld.laying.has(id);
  const groups = groupsAround(scene, rect, zoom);
  for (const connector of scene.connectorsIn(rect))
    steps.push((pen) => paintConnector(pen, connector, style));
  steps.push(...cableSteps(scene.cablesIn(rect), style, away));
  for (const connector of scene.connectorsIn(rect))
    steps.push((pen) => paintConnectorWords(pen, connector, style));
  const heading = (group: GroupArea): PaintStep => {
    const room = headingRoom(scene, group, zoom);
    return (pen) => paintGroup(pen, group, style, room);
  };
  const onTop = standsOnRule(zoom);
  if (!onTop) for (const group of groups) steps.push(heading(group));
  if (style.detail !== 'mark') {
    for (const sheet of scene.sheetsIn(growRect(rect, TAG_HANG))) {
      if (withheld.laying.has(sheet.id)) continue;
      if (inHand(sheet.id)) steps.push((pen) => paintPlace(pen, sheet, theme));
      else {
        steps.push((pen) => paintSheet(pen, sheet, style));
        if (sheet.decision !== null && zoom >= 0.45) steps.push((pen) => paintDecision(pen, sheet, theme));
      }
    }
    if (onTop) for (const group of groups) steps.push(heading(group));
    return steps;
  }
  const sheets = scene.sheetsIn(growRect(rect, ROOT_MARK_REACH / zoom));
  const shown = sheets.filter((sheet) => !away(sheet.id));
  const inMarks = (bunch: readonly Sheet[], paint: typeof paintMark): PaintStep => {
    return (pen) =>
      inDevicePixels(pen, () => {
        for (const sheet of bunch) paint(pen, sheet, theme, frame);
      });
  };
  for (const bunch of chunks(
    shown.filter((sheet) => !sheet.root),
    48,
  ))
    steps.push(inMarks(bunch, paintMark));
  for (const bunch of chunks(
    shown.filter((sheet) => sheet.root),
    24,
  ))
    steps.push(inMarks(bunch, paintRootMark));
  for (const group of groups) steps.push(heading(group));
  return steps;
}

/** Far away thin lines without heads are one stroke for many; near by each is drawn as it is. */
function cableSteps(cables: readonly Cable[], style: PaintStyle, away: (id: IdeaId) => boolean): PaintStep[] {
  const shown = cables.filter((cable) => !away(cable.child) && !away(cable.parent));
  if (style.detail !== 'mark') return shown.map((cable) => (pen) => paintCable(pen, cable, style));
  return chunks(shown, 64).map((bunch) => (pen) => {
    pen.stroke(style.theme.ink2, 0.8 / style.zoom);
    pen.ink.beginPath();
    for (const { points } of bunch) {
      points.forEach((point, i) => {
        if (i === 0) pen.ink.moveTo(point.x, point.y);
        else pen.ink.lineTo(point.x, point.y);
      });
    }
    pen.ink.stroke();
  });
}

/** The place of a sheet that is in somebody's hand. */
export function paintPlace(pen: Pen, sheet: Rect, theme: CanvasTheme): void {
  pen.fill(theme.faint);
  pen.ink.fillRect(sheet.x, sheet.y, sheet.w, sheet.h);
}

/** Headings reach above their area, and sideways when they are larger than it. */
function groupsAround(scene: BoardScene, rect: Rect, zoom: number): GroupArea[] {
  const rise = headingRise(zoom);
  const sideways = zoom < 0.6 ? FARTHEST / zoom : 0;
  return scene.groupsIn({ x: rect.x - sideways, y: rect.y, w: rect.w + sideways, h: rect.h + rise + 1 });
}

function inDevicePixels(pen: Pen, paint: () => void): void {
  const transform = pen.ink.getTransform();
  pen.ink.setTransform(1, 0, 0, 1, 0, 0);
  paint();
  pen.ink.setTransform(transform);
}

function chunks<T>(things: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let i = 0; i < things.length; i += size) found.push(things.slice(i, i + size));
  return found;
}
