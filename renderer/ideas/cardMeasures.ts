/** The anatomy of a sheet as custom properties: cards measure from the painter's figures, nothing is written twice. */
import type { CSSProperties } from 'react';
import { TEXT_STYLES } from '../../shared/ideas/textMetrics.ts';
import { FACES } from '../canvas/canvasFonts.ts';
import { FOOT, SHEET } from '../canvas/figures.ts';
import { TAG } from '../canvas/paint/decisionTag.ts';

type Measures = Readonly<Record<`--${string}`, string>>;

const px = (value: number): string => `${value}px`;
const em = (thousandths: number): string => `${thousandths / 1000}em`;

const MEASURES: Measures = {
  '--face-sheet': FACES.sheet,
  '--face-call': FACES.call,
  '--face-wide': FACES.wide,
  '--sheet-size': px(TEXT_STYLES.sheet.size),
  '--sheet-line': px(TEXT_STYLES.sheet.line),
  '--sheet-spacing': em(TEXT_STYLES.sheet.spacing),
  '--root-size': px(TEXT_STYLES.root.size),
  '--root-line': px(TEXT_STYLES.root.line),
  '--root-spacing': em(TEXT_STYLES.root.spacing),
  '--round': px(SHEET.roundCorner),
  '--clip': px(SHEET.clippedCorner),
  '--rule-x': px(SHEET.rule.x),
  '--rule-y': px(SHEET.rule.y),
  '--rule-h': px(SHEET.rule.h),
  '--frame-inset': px(SHEET.frame.inset),
  '--frame-line': px(SHEET.frame.width),
  '--writing-band': px(SHEET.writingBand),
  '--foot-size': px(FOOT.size),
  '--foot-line': px(FOOT.line),
  '--foot-gap': px(FOOT.gap),
  '--foot-sign': px(FOOT.sign),
  '--foot-sign-gap': px(FOOT.signGap),
  '--foot-number': String(FOOT.number),
  '--foot-words': String(FOOT.words),
  '--foot-initials': String(FOOT.initials),
  '--fresh-number': px(FOOT.freshNumberSize),
  '--letter-line': px(FOOT.letter.line),
  '--letter-h': px(FOOT.letter.h),
  '--letter-spacing': em(FOOT.letter.spacing),
  '--letter-left': px(FOOT.letter.left),
  '--tag-h': px(TAG.h),
  '--tag-size': px(TAG.size),
  '--tag-pad': px(TAG.pad),
  '--tag-weight': String(TAG.weight),
  '--tag-overlap': px(TAG.overlap),
};

export const CARD_MEASURES = MEASURES as CSSProperties;
