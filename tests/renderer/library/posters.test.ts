import { describe, expect, it } from 'vitest';
import { cardPrint } from '../../../renderer/library/cardPrint.ts';
import { filterCards } from '../../../renderer/library/filterCards.ts';
import { posterInk } from '../../../renderer/library/posterInk.ts';
import { posterTitleStep } from '../../../renderer/library/posterTitle.ts';
import { cards } from '../harness/cards.ts';

describe('a poster', () => {
  it('has the same colour for ever', () => {
    expect(posterInk('jam-forty')).toBe(posterInk('jam-forty'));
  });

  it('spreads jams over all its colours', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1000; i++)
      counts.set(posterInk(`jam-${i}`), (counts.get(posterInk(`jam-${i}`)) ?? 0) + 1);
    expect(counts.size).toBe(5);
    for (const count of counts.values()) expect(count).toBeGreaterThan(140);
  });

  it('sets short titles large and steps down for long words and long titles', () => {
    expect(posterTitleStep('Forty Degrees')).toBe(0);
    expect(posterTitleStep('Water for Allotments')).toBe(1);
    expect(posterTitleStep('Interdepartmental procurement')).toBe(3);
    expect(posterTitleStep('a '.repeat(60))).toBe(3);
  });

  it('counts only what is there', () => {
    const [card] = cards;
    if (card === undefined) throw new Error('no card');
    expect(cardPrint(card)).toBe('9 people, 29 ideas, 3 promoted');
    expect(cardPrint({ ...card, people: 1, ideas: 0, promoted: 0 })).toBe('1 person, no ideas yet');
  });
});

describe('searching the library', () => {
  it('finds titles and challenges, and all for nothing', () => {
    expect(filterCards(cards, '')).toEqual(cards);
    expect(filterCards(cards, 'night bus').map(({ title }) => title)).toEqual(['Last Bus Home']);
    expect(filterCards(cards, 'pharmacy').map(({ title }) => title)).toEqual(['One Counter']);
    expect(filterCards(cards, 'zebra')).toEqual([]);
  });
});
