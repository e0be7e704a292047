/**
 * Somebody's pointer: an ink arrow and a flag with a name and a verb. The flag turns before an edge and off the words;
 * where it can't, it shrinks to initials as soon as the hand rests. Unsigned it is the arrow alone.
 */
import { initialsOf } from '../../../shared/ideas/initials.ts';
import { growRect, type Point, type Rect, rectContains } from '../../../shared/model/geometry.ts';
import type { CursorMotion } from '../../../shared/presence/cursorMotion.ts';
import type { Presence } from '../../../shared/presence/presence.ts';
import type { Board } from '../board.ts';
import { FACES } from '../canvasFonts.ts';
import { HEADING, padOf, textStyleOf } from '../figures.ts';
import { headingRect } from '../paint/paintRegion.ts';
import type { Doer } from './doer.ts';
import type { LiveBrush } from './liveBrush.ts';
import { placeFlag } from './placeFlag.ts';

/** After so long at rest, ms: a flag on words gives way, then the verb goes, then the pointer. */
export const RESTS = { covering: 2_500, verb: 20_000, pointer: 60_000 } as const;
/** CSS pixels. */
const FLAG = { size: 12, height: 21, pad: 6, baseline: 15, gap: { x: 9, y: 16 } } as const;

/** A letter of a heading is about so wide, in parts of its size. */
const LETTER = 0.58;

/** Tells whether it still glides. */
export function paintPointer(
  board: Board,
  { name, doing }: Doer,
  motion: CursorMotion,
  brush: LiveBrush,
): boolean {
  const { visible, now } = brush;
  const at = motion.at(now);
  const rested = motion.restedFor(now);
  if (at === null || rested > RESTS.pointer) return false;
  if (!rectContains(visible, at)) return motion.isMoving(now);
  paintArrow(at, brush);
  if (name === null) return motion.isMoving(now);
  const words = wordsNear(board, at, brush);
  const called = name === '' ? 'Somebody' : name;
  const full = measure(brush, called, rested > RESTS.verb ? '' : sayVerb(board, doing));
  const place = placed(at, full, words, brush);
  if (rested > RESTS.covering && place.covers > 0) {
    const short = measure(brush, initialsOf(called), '');
    paintFlag(placed(at, short, words, brush), short, brush);
  } else paintFlag(place, full, brush);
  return motion.isMoving(now);
}

/** With an edge of paper, so that it is seen on ink too. */
function paintArrow(at: Point, { pen, px, style }: LiveBrush): void {
  const { ink } = pen;
  ink.beginPath();
  ink.moveTo(at.x, at.y);
  ink.lineTo(at.x + 5 * px, at.y + 16 * px);
  ink.lineTo(at.x + 8.5 * px, at.y + 9.5 * px);
  ink.lineTo(at.x + 15 * px, at.y + 7 * px);
  ink.closePath();
  pen.stroke(style.theme.paper, 2.5 * px);
  ink.stroke();
  pen.fill(style.theme.ink);
  ink.fill();
}

interface Flag {
  readonly name: string;
  readonly verb: string;
  /** CSS pixels. */
  readonly nameWidth: number;
  readonly width: number;
}

function measure({ pen }: LiveBrush, name: string, verb: string): Flag {
  pen.font(FACES.sheet, 750, FLAG.size);
  const nameWidth = pen.width(name);
  pen.font(FACES.sheet, 480, FLAG.size);
  const verbWidth = verb === '' ? 0 : pen.width(` ${verb}`);
  return { name, verb, nameWidth, width: nameWidth + verbWidth + 2 * FLAG.pad };
}

function placed(at: Point, { width }: Flag, words: readonly Rect[], { px, visible }: LiveBrush) {
  const size = { w: width * px, h: FLAG.height * px };
  return placeFlag({ at, size, gap: { x: FLAG.gap.x * px, y: FLAG.gap.y * px }, visible, words });
}

function paintFlag({ x, y }: Point, { name, verb, nameWidth, width }: Flag, brush: LiveBrush): void {
  const { pen, px, style } = brush;
  pen.fill(style.theme.ink);
  pen.ink.fillRect(x, y, width * px, FLAG.height * px);
  pen.fill(style.theme.paper);
  const baseline = y + FLAG.baseline * px;
  pen.font(FACES.sheet, 750, FLAG.size * px);
  pen.text(name, x + FLAG.pad * px, baseline);
  pen.font(FACES.sheet, 480, FLAG.size * px);
  if (verb !== '') pen.text(` ${verb}`, x + (FLAG.pad + nameWidth) * px, baseline);
}

/** The headings and lines of text that a flag at this pointer might lie on, where one can read them at all. */
function wordsNear({ scene }: Board, at: Point, { px, style }: LiveBrush): Rect[] {
  if (style.detail !== 'full' && style.detail !== 'text') return [];
  const headings = [...scene.layout.groups.values()].map((area) => {
    const rect = headingRect(area, 1 / px);
    return { ...rect, w: Math.min(rect.w, area.name.length * LETTER * HEADING.size) };
  });
  const texts = scene.sheetsIn(growRect({ ...at, w: 0, h: 0 }, 240 * px)).map((sheet) => {
    const pad = padOf(sheet);
    const { line } = textStyleOf(sheet);
    const w = sheet.w - pad.left - pad.right;
    return { x: sheet.x + pad.left, y: sheet.y + pad.top, w, h: sheet.lines.length * line };
  });
  return [...headings, ...texts];
}

/** "moving C4", "riffing on D2", "writing". */
function sayVerb({ session }: Board, doing: Presence | null): string {
  if (doing === null || doing.verb === 'looking') return '';
  const { labels, lineage } = session.view();
  const about =
    doing.verb === 'moving'
      ? doing.holds[0]
      : doing.verb === 'riffing' && doing.writing !== null
        ? lineage.parents(doing.writing)[0]
        : doing.verb === 'commenting'
          ? doing.selection[0]
          : undefined;
  const label = about === undefined ? undefined : labels.get(about);
  if (label === undefined) return doing.verb;
  return doing.verb === 'moving' ? `moving ${label}` : `${doing.verb} on ${label}`;
}
