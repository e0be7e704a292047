import { expect, it } from 'vitest';
import { createKeyGuard } from '../../../renderer/phases/keyGuard.ts';

it('holds the rest of a word that the bell cut off, and nothing of a hand that was not writing', () => {
  const writing = createKeyGuard();
  writing.typed(1_000);
  writing.turned(1_200);
  expect([1_300, 1_900, 3_600, 4_400].map((now) => writing.holds(now))).toEqual([true, true, true, true]);
  expect(writing.holds(5_400)).toBe(false);
  expect(writing.holds(5_401)).toBe(false);

  const resting = createKeyGuard();
  resting.typed(1_000);
  resting.rested();
  resting.turned(1_200);
  expect(resting.holds(1_300)).toBe(false);

  const leading = createKeyGuard();
  leading.typed(1_000);
  leading.turned(1_200);
  leading.rested();
  expect(leading.holds(1_300)).toBe(false);

  const reading = createKeyGuard();
  reading.typed(1_000);
  reading.turned(9_000);
  expect(reading.holds(9_100)).toBe(false);
});
