/**
 * The line that a machine reads: `N passed, N failed, N skipped`, alone and last. What kept tests from running counts as
 * failed: a file that does not load, a broken `beforeAll`, an error outside any test, a test that never ended.
 */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countResults(
  modules: readonly TestModule[],
  outside: readonly (Error | SerializedError)[] = [],
): Counts {
  let passed = 0;
  let failed = outside.length;
  let skipped = 0;
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed++;
      else if (state === 'skipped') skipped++;
      else failed++;
    }
    failed += module.errors().length;
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
  }
  return { passed, failed, skipped };
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * Stands first among the reporters, so that none that throws can keep it from counting; prints when the process ends,
 * so that none can come after it. A run that never came to its end is one failure.
 */
export class ClosingLineReporter implements Reporter {
  #counts: Counts = { passed: 0, failed: 1, skipped: 0 };

  onInit(): void {
    process.once('exit', () => process.stdout.write(`${closingLine(this.#counts)}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    this.#counts = countResults(modules, outside);
  }
}
