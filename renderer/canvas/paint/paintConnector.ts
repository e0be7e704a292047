/** Paints a free connector: a thin curve, an open arrow, its words on paper at the middle. Page units. */

import type { Rect } from '../../../shared/model/geometry.ts';
import type { ConnectorLine } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import { baselineIn, WORDS } from '../figures.ts';
import type { PaintStyle } from './paintSheet.ts';
import type { Pen } from './pen.ts';

export function paintConnector(
  pen: Pen,
  line: ConnectorLine,
  { theme, zoom }: PaintStyle,
  colour = theme.ink2,
): void {
  const { ink } = pen;
  pen.stroke(colour, Math.max(WORDS.curve, 1 / zoom));
  ink.beginPath();
  ink.moveTo(line.from.x, line.from.y);
  ink.bezierCurveTo(line.c1.x, line.c1.y, line.c2.x, line.c2.y, line.to.x, line.to.y);
  const back = Math.atan2(line.c2.y - line.to.y, line.c2.x - line.to.x);
  for (const side of [0.48, -0.48]) {
    ink.moveTo(line.to.x, line.to.y);
    ink.lineTo(
      line.to.x + WORDS.arrow * Math.cos(back + side),
      line.to.y + WORDS.arrow * Math.sin(back + side),
    );
  }
  ink.stroke();
}

/** On top of the lines, under the sheets. */
export function paintConnectorWords(pen: Pen, line: ConnectorLine, { theme, zoom }: PaintStyle): void {
  if (line.label === '' || zoom < 0.3) return;
  const box = setWords(pen, line);
  pen.fill(theme.paper);
  pen.ink.fillRect(box.x, box.y, box.w, box.h);
  pen.fill(theme.ink2);
  pen.text(line.label, box.x + WORDS.pad, box.y + baselineIn(WORDS.line, WORDS.size));
}

function setWords(pen: Pen, line: ConnectorLine): Rect {
  pen.font(FACES.sheet, WORDS.weight, WORDS.size);
  const w = pen.width(line.label) + 2 * WORDS.pad;
  return { x: line.labelAt.x - w / 2, y: line.labelAt.y - WORDS.line / 2, w, h: WORDS.line };
}
