/** How large the jam's title is set in the masthead: it steps down with its length and never falls out. */

/** 0 is the full size on one line; 3 is small, on two. */
type MastTitleStep = 0 | 1 | 2 | 3;

const limits: readonly number[] = [17, 24, 38];

export function mastTitleStep(title: string): MastTitleStep {
  const step = limits.findIndex((limit) => title.length <= limit);
  return (step < 0 ? 3 : step) as MastTitleStep;
}
