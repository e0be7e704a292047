/** Paints a group's heading: a rule over its width, its name, its count. The name grows as one moves away. */
import type { GroupArea } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import { HEADING } from '../figures.ts';
import type { PaintStyle } from './paintSheet.ts';
import type { Pen } from './pen.ts';

const FAR_SIZE = 25;
const LEAST_SIZE = 12;
const GAP = 8;

/** Size of the name, page units: as printed near by, 25 px on screen from 12 % down, never smaller than that allows. */
export function headingSize(zoom: number): number {
  if (zoom >= 0.6) return HEADING.size;
  const away = Math.min(1, (0.6 - zoom) / (0.6 - 0.12));
  const near = HEADING.size * 0.6;
  return Math.max(HEADING.size, (near + (FAR_SIZE - near) * away) / zoom);
}

/** Whether the name stands on the rule, because under it there is no room for its size. */
export function standsOnRule(zoom: number): boolean {
  return headingSize(zoom) * 1.1 + HEADING.pad > HEADING.h + 4;
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
  const baseline = onRule
    ? group.y - size * 0.24
    : group.y + HEADING.rule + HEADING.pad + (HEADING.line - HEADING.size * 1.088) / 2 + HEADING.size * 0.878;
  const count = String(group.count);
  pen.font(FACES.text, HEADING.count, size, HEADING.spacing);
  const countWidth = pen.width(count);
  pen.font(FACES.text, HEADING.name, size, HEADING.spacing);
  const name = shorten(pen, group.name, room - countWidth - gap);
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
