/**
 * As much of Vitest as `carrierContract.ts` uses, for a page: the bundler puts it in Vitest's place there. What is declared
 * waits for `runAll`.
 */
import { equalityDeep } from 'lib0/function';

type Step = () => void | Promise<void>;
interface Suite {
  readonly name: string;
  readonly before: Step[];
  readonly after: Step[];
  readonly tests: { readonly name: string; readonly run: Step }[];
}

const suites: Suite[] = [];
const current = (): Suite => suites.at(-1) as Suite;

export function describe(name: string, declare: () => void): void {
  suites.push({ name, before: [], after: [], tests: [] });
  declare();
}

export const beforeEach = (step: Step): void => void current().before.push(step);
export const afterEach = (step: Step): void => void current().after.push(step);
export const it = (name: string, run: Step): void => void current().tests.push({ name, run });

export function expect(actual: unknown) {
  const checks = (isRight: (holds: boolean) => boolean) => {
    const hold = (holds: boolean, what: string): void => {
      if (!isRight(holds)) throw new Error(`${say(actual)} against "${what}"`);
    };
    return {
      toBe: (wanted: unknown) => hold(Object.is(actual, wanted), `is ${say(wanted)}`),
      toEqual: (wanted: unknown) => hold(equalityDeep(actual, wanted), `equals ${say(wanted)}`),
      toBeLessThan: (bound: number) => hold((actual as number) < bound, `is less than ${bound}`),
      toBeGreaterThanOrEqual: (bound: number) => hold((actual as number) >= bound, `is at least ${bound}`),
    };
  };
  return { ...checks((holds) => holds), not: checks((holds) => !holds) };
}

const say = (value: unknown): string => `${JSON.stringify(value)}`.slice(0, 200);

export interface Outcome {
  readonly test: string;
  /** null: it holds. */
  readonly trouble: string | null;
}

/** One after the other; one that hangs is given up after `patience` ms. */
export async function runAll(patience: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, before, after, tests } of suites)
    for (const test of tests) {
      const steps = [...before, test.run];
      const trouble = await inTime(steps, patience).catch((error: unknown) => String(error));
      await inTime(after, patience).catch(() => undefined);
      outcomes.push({ test: `${name}: ${test.name}`, trouble: trouble ?? null });
    }
  return outcomes;
}

function inTime(steps: readonly Step[], patience: number): Promise<undefined> {
  const all = async (): Promise<undefined> => {
    for (const step of steps) await step();
  };
  const late = new Promise<never>((_, failed) => setTimeout(() => failed(new Error('It hangs.')), patience));
  return Promise.race([all(), late]);
}
