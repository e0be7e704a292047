import { describe, expect, it } from 'vitest';
import { sayComings } from '../../../renderer/people/comings.ts';

const someone = (name: string, me = false) => ({ member: name.toLowerCase(), name, me });
const alice = someone('Alice', true);
const [bob, carol, dan, eve] = ['Bob', 'Carol', 'Dan', 'Eve'].map((name) => someone(name)) as [
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
];

describe('who came and who went', () => {
  it('is said by name, with how many are here now', () => {
    expect(sayComings([alice], [alice, bob])).toBe('Bob came in. 2 here.');
    expect(sayComings([alice, bob, carol], [alice, dan])).toBe('Dan came in. Bob and Carol left. 2 here.');
  });

  it('is a number when a whole table comes at once', () => {
    expect(sayComings([alice], [alice, bob, carol, dan, eve])).toBe('4 people came in. 5 here.');
  });

  it('is nothing while they are the same, whatever they are called now', () => {
    expect(sayComings([alice, bob], [alice, { ...bob, name: 'Bobby' }])).toBe('');
  });

  it('never tells of oneself', () => {
    expect(sayComings([], [alice])).toBe('');
  });
});
