/** A sheet's last line: call number, kind, comments, author; and a root's letter. */
import { ideaKind } from '../../../shared/ideas/kinds.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import { baselineIn, FOOT, padOf } from '../figures.ts';
import type { Pen } from './pen.ts';
import { isSign, SIGN_STROKE, type SignName, signPath } from './signs.ts';

/**
 * `colour` prints on the sheet's ink, `onEdge` at its right edge, which on a combine is the second ink. `doing`: what
 * somebody does with it now ("writing"), in the place of its comments.
 */
export function paintFoot(pen: Pen, sheet: Sheet, colour: string, onEdge: string, doing = ''): void {
  const pad = padOf(sheet);
  const bottom = sheet.y + sheet.h - pad.bottom;
  const baseline = bottom - FOOT.line + baselineIn(FOOT.line, FOOT.size);
  let left = sheet.x + pad.left;
  pen.fill(colour);
  if (!sheet.root) {
    const size = sheet.fresh ? FOOT.freshNumberSize : FOOT.size;
    pen.font(FACES.call, FOOT.number, size);
    pen.text(sheet.label, left, bottom - FOOT.line + baselineIn(FOOT.line, size));
    left += pen.width(sheet.label) + (sheet.label === '' ? 0 : FOOT.gap);
  } else {
    pen.font(FACES.wide, FOOT.number, letterSize(sheet.label), FOOT.letter.spacing);
    left += FOOT.letter.left + pen.width(sheet.label) + FOOT.gap;
  }
  const { sign } = ideaKind(sheet.kind);
  if (isSign(sign)) left = paintSign(pen, sign, left, bottom, colour) + FOOT.gap;
  if (sheet.lock) paintSign(pen, 'lock', left, bottom, colour);

  let right = sheet.x + sheet.w - pad.right;
  if (sheet.initials !== '') {
    pen.fill(onEdge);
    pen.font(FACES.call, FOOT.initials, FOOT.size);
    right = pen.textEnding(sheet.initials, right, baseline) - FOOT.gap;
    pen.fill(colour);
  }
  if (doing !== '') {
    pen.font(FACES.call, FOOT.words, FOOT.size);
    pen.textEnding(doing, right, baseline);
  } else if (sheet.comments > 0) {
    pen.font(FACES.call, FOOT.words, FOOT.size);
    right = pen.textEnding(String(sheet.comments), right, baseline) - FOOT.signGap;
    paintSign(pen, 'comments', right - FOOT.sign, bottom, colour);
  }
}

/** The letter a tree is called by, standing on the foot of its root. `scale` enlarges it for far away. */
export function paintLetter(pen: Pen, sheet: Sheet, colour: string, scale = 1): void {
  const pad = padOf(sheet);
  const { letter } = FOOT;
  const size = letterSize(sheet.label) * scale;
  pen.fill(colour);
  pen.font(FACES.wide, FOOT.number, size, letter.spacing);
  const bottom = sheet.y + sheet.h - pad.bottom;
  const baseline = bottom - letter.h * scale + baselineIn(letter.line * scale, size);
  pen.text(sheet.label, sheet.x + pad.left + letter.left, baseline);
}

/** A letter of the alphabet stands large; AA a little less, longer numbers less still. */
export function letterSize(label: string): number {
  return FOOT.letter.size * (label.length <= 1 ? 1 : label.length === 2 ? 0.8 : 0.55);
}

function paintSign(pen: Pen, name: SignName, left: number, bottom: number, colour: string): number {
  const { ink } = pen;
  const scale = FOOT.sign / 24;
  const top = bottom - (FOOT.line + FOOT.sign) / 2;
  pen.stroke(colour, SIGN_STROKE);
  ink.lineCap = 'square';
  ink.translate(left, top);
  ink.scale(scale, scale);
  ink.stroke(signPath(name));
  ink.scale(1 / scale, 1 / scale);
  ink.translate(-left, -top);
  ink.lineCap = 'butt';
  return left + FOOT.sign;
}
