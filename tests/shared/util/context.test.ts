import { describe, expect, it } from 'vitest';
import { createContext, createSeededContext } from '../../../shared/util/context.ts';
import { ok, type Refusal, type Result, refuse } from '../../../shared/util/result.ts';

describe('context', () => {
  it('replays everything from a seed', () => {
    const [first, again, other] = [createSeededContext(7), createSeededContext(7), createSeededContext(8)];
    const id = first.newId();
    expect(again.newId()).toBe(id);
    expect(other.newId()).not.toBe(id);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(first.newId()).not.toBe(id);
  });

  it('lets time pass only when told to', () => {
    const context = createSeededContext(1, 1000);
    expect(context.now()).toBe(1000);
    context.advance(250);
    expect(context.now()).toBe(1250);
  });

  it('asks the platform for at most 65,536 random bytes at a time', () => {
    const asked: number[] = [];
    const context = createContext(
      () => 5,
      (into) => {
        asked.push(into.length);
        into.fill(9);
      },
    );
    expect(context.randomBytes(100_000).every((byte) => byte === 9)).toBe(true);
    expect(asked).toEqual([65_536, 34_464]);
    expect(context.now()).toBe(5);
  });
});

describe('result', () => {
  it('carries a value, or a refusal with a sentence for people', () => {
    const describeResult = (result: Result<number, Refusal>): string =>
      result.ok ? `got ${result.value}` : `${result.code}: ${result.sentence}`;
    expect(describeResult(ok(3))).toBe('got 3');
    expect(describeResult(refuse('not-now', 'Wait for the vote to close.'))).toBe(
      'not-now: Wait for the vote to close.',
    );
  });
});
