import { expect, it } from 'vitest';
import { PROMPT_DECK, PROMPT_FAMILIES } from '../../../shared/phases/promptDeck.ts';

it('the prompt deck holds sixty different cards in six families of ten, each readable at a glance', () => {
  expect(PROMPT_DECK).toHaveLength(60);
  expect(new Set(PROMPT_DECK.map(({ text }) => text)).size).toBe(60);
  for (const family of PROMPT_FAMILIES)
    expect(PROMPT_DECK.filter((card) => card.family === family)).toHaveLength(10);
  for (const { text } of PROMPT_DECK) expect(text.length).toBeLessThan(80);
});
