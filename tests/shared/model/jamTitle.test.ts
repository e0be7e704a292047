import { describe, expect, it } from 'vitest';
import { copyTitle, jamTitle } from '../../../shared/model/jamTitle.ts';

const titleOf = (challenge: string, title = '') => jamTitle({ challenge, title });

describe('the title of a jam', () => {
  it('is the one that was given', () => {
    expect(titleOf('How might we get the last bus home?', ' Last Bus Home ')).toBe('Last Bus Home');
  });

  it('else is what the challenge is about, without the words that open a question', () => {
    expect(titleOf('How might we cool the flat?')).toBe('Cool the flat');
    expect(titleOf('How might every birth stay safe?')).toBe('Every birth stay safe');
  });

  it('never ends on a word that waits for the next one', () => {
    expect(titleOf('How might the last bus still come to the villages that nobody drives to?')).toBe(
      'Last bus still come',
    );
    expect(titleOf('Pharmacies that close in one of the valleys')).toBe('Pharmacies that close in one');
  });

  it('says so when nothing is written yet', () => {
    expect(titleOf('  ')).toBe('Untitled jam');
  });
});

describe('the title of a copy', () => {
  it('says that it is one, and counts copies of copies instead of saying it again', () => {
    expect(copyTitle('Last Bus')).toBe('Last Bus, copy');
    expect(copyTitle('Last Bus, copy')).toBe('Last Bus, copy 2');
    expect(copyTitle('Last Bus, copy 9')).toBe('Last Bus, copy 10');
  });
});
