/**
 * The others on my board: their pointers with a name and a verb, what they have selected, what they hold. People are
 * ink. A flag turns before an edge and never covers words longer than it must; after 20 s without a move the verb goes,
 * after 60 s the pointer.
 */

import { initialsOf } from '../../../shared/ideas/initials.ts';
import type { Point, Rect } from '../../../shared/model/geometry.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { CursorMotion } from '../../../shared/presence/cursorMotion.ts';
import type { Presence } from '../../../shared/presence/presence.ts';
import type { Board } from '../board.ts';
import { FACES } from '../canvasFonts.ts';
import type { LiveBrush } from './liveBrush.ts';

/** ms */
const VERB_GOES_AFTER = 20_000;
const POINTER_GOES_AFTER = 60_000;
/** CSS pixels. */
const FLAG = { size: 12, height: 21, pad: 6, dx: 9, dy: 16 } as const;
const DISC = 24;

/** Paints them; tells whether one is still gliding. */
export function paintPeople(board: Board, brush: LiveBrush): boolean {
  const { people } = board.session.room.store.getState();
  const pointers = board.session.room.pointers.shown();
  let gliding = false;
  for (const person of people) {
    if (person.me) continue;
    if (person.doing !== null) paintHands(board, person.doing, person.name, brush);
    for (const { peer } of person.peers) {
      const motion = pointers.get(peer);
      if (motion !== undefined)
        gliding = paintPointer(board, person.name, person.doing, motion, brush) || gliding;
    }
  }
  return gliding;
}

/** Whether there is anything of them to paint. */
export function arePeopleHere(board: Board): boolean {
  return board.session.room.store.getState().people.length > 1;
}

function paintHands(
  { scene }: Board,
  doing: Presence,
  name: string,
  { pen, px, style, visible }: LiveBrush,
): void {
  const sheetOf = (id: IdeaId) => {
    const sheet = scene.layout.sheets.get(id);
    return sheet !== undefined && rectsTouch(sheet, visible) ? sheet : null;
  };
  pen.stroke(style.theme.ink, 1.5 * px);
  for (const id of doing.selection) {
    const sheet = sheetOf(id);
    if (sheet !== null) paintCorners(sheet, { pen, px });
  }
  if (style.detail === 'mark') return;
  const busy = doing.writing === null ? doing.holds : [doing.writing];
  for (const id of busy) {
    const sheet = sheetOf(id);
    if (sheet !== null) paintDisc({ x: sheet.x, y: sheet.y }, name, { pen, px, style });
  }
}

/** Four angles just off the sheet: somebody else's selection, told from one's own red frame by ink and form. */
function paintCorners({ x, y, w, h }: Rect, { pen, px }: Pick<LiveBrush, 'pen' | 'px'>): void {
  const { ink } = pen;
  const off = 4 * px;
  const arm = Math.min(14 * px, w / 4, h / 4);
  ink.beginPath();
  for (const [cornerX, towardsX] of [
    [x - off, 1],
    [x + w + off, -1],
  ] as const) {
    for (const [cornerY, towardsY] of [
      [y - off, 1],
      [y + h + off, -1],
    ] as const) {
      ink.moveTo(cornerX + towardsX * arm, cornerY);
      ink.lineTo(cornerX, cornerY);
      ink.lineTo(cornerX, cornerY + towardsY * arm);
    }
  }
  ink.stroke();
}

function paintDisc(
  at: Point,
  name: string,
  { pen, px, style }: Pick<LiveBrush, 'pen' | 'px' | 'style'>,
): void {
  const { ink } = pen;
  const radius = (DISC / 2) * px;
  pen.fill(style.theme.ink);
  ink.beginPath();
  ink.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ink.fill();
  pen.stroke(style.theme.paper, 2 * px);
  ink.stroke();
  pen.fill(style.theme.paper);
  pen.font(FACES.sheet, 750, 11 * px);
  const letters = initialsOf(name);
  pen.text(letters, at.x - pen.width(letters) / 2, at.y + 4 * px);
}

function paintPointer(
  board: Board,
  name: string,
  doing: Presence | null,
  motion: CursorMotion,
  brush: LiveBrush,
): boolean {
  const { pen, px, style, visible, now } = brush;
  const at = motion.at(now);
  const rested = motion.restedFor(now);
  if (at === null || rested > POINTER_GOES_AFTER) return false;
  if (at.x < visible.x || at.y < visible.y || at.x > visible.x + visible.w || at.y > visible.y + visible.h)
    return motion.isMoving(now);
  const { ink } = pen;
  const { theme } = style;
  // The arrow, with an edge of paper so that it is seen on ink too.
  ink.beginPath();
  ink.moveTo(at.x, at.y);
  ink.lineTo(at.x + 5 * px, at.y + 16 * px);
  ink.lineTo(at.x + 8.5 * px, at.y + 9.5 * px);
  ink.lineTo(at.x + 15 * px, at.y + 7 * px);
  ink.closePath();
  pen.stroke(theme.paper, 2.5 * px);
  ink.stroke();
  pen.fill(theme.ink);
  ink.fill();

  const verb = rested > VERB_GOES_AFTER ? '' : sayVerb(board, doing);
  const called = name === '' ? 'Somebody' : name;
  pen.font(FACES.sheet, 750, FLAG.size * px);
  const nameWidth = pen.width(called);
  pen.font(FACES.sheet, 480, FLAG.size * px);
  const verbWidth = verb === '' ? 0 : pen.width(` ${verb}`);
  const width = nameWidth + verbWidth + 2 * FLAG.pad * px;
  const height = FLAG.height * px;
  const toLeft = at.x + (FLAG.dx * px + width) > visible.x + visible.w;
  const up = at.y + (FLAG.dy * px + height) > visible.y + visible.h;
  const x = toLeft ? at.x - FLAG.dx * px - width : at.x + FLAG.dx * px;
  const y = up ? at.y - FLAG.dy * px - height : at.y + FLAG.dy * px;
  pen.fill(theme.ink);
  ink.fillRect(x, y, width, height);
  pen.fill(theme.paper);
  const baseline = y + 15 * px;
  pen.font(FACES.sheet, 750, FLAG.size * px);
  pen.text(called, x + FLAG.pad * px, baseline);
  if (verb !== '') {
    pen.font(FACES.sheet, 480, FLAG.size * px);
    pen.text(` ${verb}`, x + FLAG.pad * px + nameWidth, baseline);
  }
  return motion.isMoving(now);
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
