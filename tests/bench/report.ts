/** The table a bench ends with: what was asked, what was measured, met or not. A goal is never loosened to be met. */

export interface Goal {
  readonly what: string;
  /** "at most 3 x bare Yjs" */
  readonly asked: string;
  readonly measured: string;
  readonly met: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

export function printGoals(goals: readonly Goal[]): void {
  const width = (pick: (goal: Goal) => string, head: string): number =>
    Math.max(head.length, ...goals.map((goal) => pick(goal).length));
  const columns = [
    width((goal) => goal.what, 'goal'),
    width((goal) => goal.asked, 'asked'),
    width((goal) => goal.measured, 'measured'),
  ];
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(columns[index] ?? 0)).join('  ');
  console.log(`\n${line(['goal', 'asked', 'measured'])}  met`);
  for (const goal of goals)
    console.log(`${line([goal.what, goal.asked, goal.measured])}  ${goal.met ? 'yes' : 'NO'}`);
  console.log(`\n${goals.filter((goal) => goal.met).length} of ${goals.length} goals met`);
}
