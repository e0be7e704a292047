import { type Cut, ideaKind } from '../ideas/kinds.ts';
import { COMBINE_CUT, SHEET_PADDING, textWidthOn } from '../ideas/sheetText.ts';
import { TEXT_STYLES, type TextStyleName, textWidth } from '../ideas/textMetrics.ts';
import type { Rect } from '../model/geometry.ts';
import type { Sheet } from '../model/layout.ts';
import { INK, INK_HEX, printOn } from './printInks.ts';
import { element, escapeXml, short } from './svgMarkup.ts';
import { SIGN_SIZE, sign } from './svgSigns.ts';

const roundCorner = 26;
const clippedCorner = 18;
const edge = 1.5;
/** From a line's top to its baseline, in parts of the line height. */
const baseline = 0.765;
const footBaseline = 11;

/** One sheet as the board shows it near: its cut, inks, lines and foot. `index` makes the clip's id unique. */
export function svgSheet(sheet: Sheet, index: number): string {
  const { cut } = ideaKind(sheet.kind);
  const colour = printOn(sheet.ink);
  const parts = [
    element('title', {}, escapeXml(`${sheet.label}: ${sheet.lines.join(' ')}`)),
    stock(sheet, cut, index),
    cutMark(sheet, cut, colour),
    words(sheet, cut, colour),
    sheet.root ? rootFoot(sheet, cut, colour) : foot(sheet, cut, colour),
  ];
  return element('g', {}, parts.join(''));
}

function stock(sheet: Sheet, cut: Cut, index: number): string {
  const outline = outlineOf(sheet, cut);
  const base = element('path', { d: outline, fill: INK_HEX[sheet.ink] });
  if (sheet.ink === 'stock') {
    const inner = { x: sheet.x + edge / 2, y: sheet.y + edge / 2, w: sheet.w - edge, h: sheet.h - edge };
    return element('path', {
      d: outlineOf(inner, cut),
      fill: INK_HEX.stock,
      stroke: INK,
      'stroke-width': edge,
    });
  }
  if (sheet.ink2 === null) return base;
  const { x, y, w, h } = sheet;
  const second = `M${short(x + COMBINE_CUT.top)} ${short(y)}H${short(x + w)}V${short(y + h)}H${short(x + COMBINE_CUT.bottom)}z`;
  const clip = element('clipPath', { id: `cut${index}` }, element('path', { d: outline }));
  return (
    base + clip + element('path', { d: second, fill: INK_HEX[sheet.ink2], 'clip-path': `url(#cut${index})` })
  );
}

/** A question has one round corner, a risk a clipped one. */
function outlineOf({ x, y, w, h }: Rect, cut: Cut): string {
  const right = x + w;
  const corner =
    cut === 'round'
      ? `H${short(right - roundCorner)}A${roundCorner} ${roundCorner} 0 0 1 ${short(right)} ${short(y + roundCorner)}`
      : cut === 'clip'
        ? `H${short(right - clippedCorner)}L${short(right)} ${short(y + clippedCorner)}`
        : `H${short(right)}`;
  return `M${short(x)} ${short(y)}${corner}V${short(y + h)}H${short(x)}z`;
}

/** An insight's heading rule, a proposal's inner frame. */
function cutMark({ x, y, w, h }: Sheet, cut: Cut, colour: string): string {
  if (cut === 'rule')
    return element('rect', { x: x + 10, y: y + 6, width: w - 20, height: 4.5, fill: colour });
  if (cut === 'frame') {
    return element('rect', {
      x: x + 4,
      y: y + 4,
      width: w - 8,
      height: h - 8,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2.4,
    });
  }
  return '';
}

function words(sheet: Sheet, cut: Cut, colour: string): string {
  if (sheet.lines.length === 0) return '';
  const name: TextStyleName = sheet.root ? 'root' : 'sheet';
  const style = TEXT_STYLES[name];
  const padding = SHEET_PADDING[cut];
  const room = textWidthOn(cut, sheet.ink2 !== null);
  const lines = sheet.lines.map((line, i) => {
    const y = sheet.y + padding.top + i * style.line + baseline * style.line;
    return element(
      'tspan',
      { x: sheet.x + padding.left, y, ...safeLength(line, name, sheet.weight, room) },
      escapeXml(line),
    );
  });
  return element('text', { class: name, 'font-weight': sheet.weight, fill: colour }, lines.join(''));
}

/**
 * Lines are broken by the widths of our typeface; where another one stands in, a long line is pressed together instead
 * of running over the edge. Widths are known at the heaviest weight; lighter ones are up to 13 % narrower.
 */
function safeLength(line: string, name: TextStyleName, weight: number, room: number) {
  const width = textWidth(line, TEXT_STYLES[name]) * (0.885 + (0.115 * (weight - 480)) / 360);
  return width < room * 0.6 ? {} : { textLength: Math.min(width, room), lengthAdjust: 'spacingAndGlyphs' };
}

function foot(sheet: Sheet, cut: Cut, colour: string): string {
  const { left, bottom } = SHEET_PADDING[cut];
  const top = sheet.y + sheet.h - bottom - 14;
  const size = sheet.fresh ? 15 : 12.8;
  const x = sheet.x + left;
  const label = element(
    'text',
    { class: 'call', x, y: top + footBaseline, 'font-size': size, fill: colour },
    escapeXml(sheet.label),
  );
  const signX = x + textWidth(sheet.label, { size, line: 14, spacing: 0 }) + 6;
  return label + sign(ideaKind(sheet.kind).sign ?? '', signX, top, colour) + footEnd(sheet, cut, top, colour);
}

/** The letter as large as the room can read it. */
function rootFoot(sheet: Sheet, cut: Cut, colour: string): string {
  const { left, bottom } = SHEET_PADDING[cut];
  const base = sheet.y + sheet.h - bottom;
  const letter = element(
    'text',
    { class: 'letter', x: sheet.x + left - 3, y: base - 1, fill: colour },
    escapeXml(sheet.label),
  );
  return letter + footEnd(sheet, cut, base - 14, colour);
}

/** Comments and initials, at the right. */
function footEnd(sheet: Sheet, cut: Cut, top: number, colour: string): string {
  const right = sheet.x + sheet.w - SHEET_PADDING[cut].right;
  const y = top + footBaseline;
  let parts = '';
  let end = right;
  // On a combine the initials stand on the second ink.
  const onEdge = sheet.ink2 === null ? colour : printOn(sheet.ink2);
  if (sheet.initials !== '') {
    parts += element(
      'text',
      { class: 'foot', x: end, y, 'text-anchor': 'end', fill: onEdge },
      escapeXml(sheet.initials),
    );
    end -= textWidth(sheet.initials, { size: 12.8, line: 14, spacing: 0 }) + 4;
  }
  if (sheet.comments > 0) {
    const count = String(sheet.comments);
    const width = textWidth(count, { size: 12.8, line: 14, spacing: 0 });
    parts += element('text', { class: 'foot', x: end, y, 'text-anchor': 'end', fill: colour }, count);
    parts += sign('comment', end - width - 3 - SIGN_SIZE, top, colour);
  }
  return parts;
}
