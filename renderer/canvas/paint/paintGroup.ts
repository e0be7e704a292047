/** Paints a group's heading: a rule over its width, its name, its count. The name grows as one moves away. */
import type { GroupArea } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import { HEADING } from '../figures.ts';
import type { PaintStyle } from './paintSheet.ts';
import type { Pen } from './pen.ts';

const FAR_SIZE = 25;
const LEAST_SIZE = 10;
const GAP = 8;

/** Under this zoom the name leaves its place between rule and sheets and stands on the rule, over what lies there. */
const ON_RULE_UNDER = 0.3;
/** The largest name that fits between rule and sheets, page units. */
const FITTING_SIZE = 33;

/** Size of the name, page units: as printed near by, larger as one moves away, 25 px on screen from 12 % down. */
export function headingSize(zoom: number): number {
  if (zoom >= 0.6) return HEADING.size;
  const away = Math.min(1, (0.6 - zoom) / (0.6 - 0.12));
  const near = HEADING.size * 0.6;
  const wanted = Math.max(HEADING.size, (near + (FAR_SIZE - near) * away) / zoom);
  return standsOnRule(zoom) ? wanted : Math.min(FITTING_SIZE, wanted);
}

export function standsOnRule(zoom: number): boolean {
  return zoom < ON_RULE_UNDER;
}

/** How far a heading reaches above its area, page units. */
export function headingRise(zoom: number): number {
  return standsOnRule(zoom) ? headingSize(zoom) * 1.25 : 0;
}

/** @param room page units that the name may take to the right; far away it is set smaller, then shortened, to fit */
export function paintGroup(pen: Pen, group: GroupArea, { theme, zoom }: PaintStyle, room = group.w): void {
  pen.fill(theme.ink);
  pen.ink.fillRect(group.x, group.y, group.w, Math.max(HEADING.rule, 1.5 / zoom));
  const onRule = standsOnRule(zoom);
  const size = onRule
    ? fittingSize(pen, group, headingSize(zoom), LEAST_SIZE / zoom, room)
    : headingSize(zoom);
  const gap = (GAP * size) / HEADING.size;
  const baseline = group.y + (onRule ? size * -0.24 : HEADING.rule + HEADING.pad + size * 0.884);
  const count = String(group.count);
  pen.font(FACES.text, HEADING.count, size, HEADING.spacing);
  const countWidth = pen.width(count);
  pen.font(FACES.text, HEADING.name, size, HEADING.spacing);
  // Where there is room for one of them the name is worth more than the count.
  const alone = pen.width(group.name) <= room;
  const name = alone ? group.name : shorten(pen, group.name, room - countWidth - gap);
  if (onRule) paintBacking(pen, theme.paper, group, name, size);
  pen.fill(theme.ink);
  pen.text(name, group.x, baseline);
  const after = name === '' ? group.x : group.x + pen.width(name) + gap;
  if (after + countWidth > group.x + room) return;
  pen.font(FACES.text, HEADING.count, size, HEADING.spacing);
  pen.text(count, Math.max(after, group.x + group.w - countWidth), baseline);
}

/** As large as asked, or smaller where name and count would not fit. */
function fittingSize(pen: Pen, group: GroupArea, asked: number, least: number, room: number): number {
  pen.font(FACES.text, HEADING.name, HEADING.size, HEADING.spacing);
  const wide = (pen.width(`${group.name} ${group.count}`) + GAP) / HEADING.size;
  return Math.min(asked, Math.max(least, room / wide));
}

/** Far away a name may lie over sheets: it takes its own bit of paper along. */
function paintBacking(pen: Pen, paper: string, group: GroupArea, name: string, size: number): void {
  if (name === '') return;
  pen.fill(paper);
  pen.ink.fillRect(group.x, group.y - size * 1.12, pen.width(name) + size * 0.2, size * 1.1);
}

function shorten(pen: Pen, name: string, room: number): string {
  if (pen.width(name) <= room) return name;
  let low = 0;
  let high = name.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.width(`${name.slice(0, middle).trimEnd()}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${name.slice(0, low).trimEnd()}…`;
}
