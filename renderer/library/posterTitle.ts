/** How large a title is set on a poster: as large as its longest word and its length allow. */

/** 0 is the poster's full size, 3 the smallest. */
type TitleStep = 0 | 1 | 2 | 3;

const steps: readonly { readonly step: TitleStep; readonly word: number; readonly whole: number }[] = [
  { step: 0, word: 8, whole: 22 },
  { step: 1, word: 11, whole: 36 },
  { step: 2, word: 14, whole: 64 },
];

export function posterTitleStep(title: string): TitleStep {
  const longest = title.split(/[\s-]+/).reduce((most, word) => Math.max(most, word.length), 0);
  for (const { step, word, whole } of steps) if (longest <= word && title.length <= whole) return step;
  return 3;
}
