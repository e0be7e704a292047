import { describe, expect, it } from 'vitest';
import { dealSheets } from '../../../shared/phases/deal.ts';
import { createDice } from '../../support/threePeople.ts';

function room(people: number, sheetsEach: (seat: number) => number) {
  const roster = Array.from({ length: people }, (_, i) => `m${i}`);
  const sheets = roster.flatMap((author, i) =>
    Array.from({ length: sheetsEach(i) }, (_, n) => ({ idea: `${author}-${n}`, author })),
  );
  return { roster, sheets };
}

describe('a deal', () => {
  it('gives nobody their own sheet, nor one they had, over any rooms and rounds', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const dice = createDice(seed);
      const { roster, sheets } = room(2 + dice(14), () => dice(5));
      const authorOf = new Map(sheets.map(({ idea, author }) => [idea, author]));
      const had = new Map<string, Set<string>>(roster.map((member) => [member, new Set()]));
      for (let round = 1; round <= 4; round++) {
        const dealt = dealSheets({
          roster,
          sheets,
          had,
          riffs: new Map(),
          seed: `${seed}:${round}`,
          each: 3,
        });
        for (const [member, ideas] of dealt) {
          expect(new Set(ideas).size).toBe(ideas.length);
          for (const idea of ideas) {
            expect(authorOf.get(idea)).not.toBe(member);
            expect(had.get(member)?.has(idea)).toBe(false);
            had.get(member)?.add(idea);
          }
        }
      }
    }
  });

  it('puts no two first sheets alike while others lie untouched', () => {
    for (const people of [3, 5, 12, 30]) {
      const { roster, sheets } = room(people, () => 3);
      const dealt = dealSheets({ roster, sheets, had: new Map(), riffs: new Map(), seed: 'x', each: 1 });
      const firsts = [...dealt.values()].map(([idea]) => idea);
      expect(firsts).not.toContain(undefined);
      expect(new Set(firsts).size).toBe(people);
    }
  });

  it('reaches sheets that nobody has riffed on before those that somebody has', () => {
    const { roster, sheets } = room(3, () => 2);
    const riffs = new Map([
      ['m0-0', 2],
      ['m1-0', 1],
      ['m2-0', 1],
    ]);
    const dealt = dealSheets({ roster, sheets, had: new Map(), riffs, seed: 'y', each: 1 });
    expect([...dealt.values()].flat().sort()).toEqual(['m0-1', 'm1-1', 'm2-1']);
  });

  it('is the same for everybody who knows the same, and another with another seed', () => {
    const { roster, sheets } = room(6, () => 3);
    const deal = (seed: string) => [
      ...dealSheets({ roster, sheets, had: new Map(), riffs: new Map(), seed, each: 2 }),
    ];
    expect(deal('a')).toEqual(deal('a'));
    expect(deal('a')).not.toEqual(deal('b'));
  });

  it('gives a seat nothing when only its own sheets are there', () => {
    const dealt = dealSheets({
      roster: ['m0'],
      sheets: [{ idea: 'own', author: 'm0' }],
      had: new Map(),
      riffs: new Map(),
      seed: 'z',
      each: 3,
    });
    expect(dealt.get('m0')).toEqual([]);
  });
});
