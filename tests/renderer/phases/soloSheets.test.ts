import { describe, expect, it } from 'vitest';
import { sortSheets, sumSheets } from '../../../renderer/phases/soloSheets.ts';
import type { Draft, Tray } from '../../../shared/conduct/privatePart.ts';

const draft = (id: string, tray: Tray, more: Partial<Draft> = {}): Draft => ({
  id,
  run: 'now',
  text: id,
  kind: 'note',
  tray,
  ...more,
});

describe('the sheets of somebody who writes alone', () => {
  it('lie in their trays, the latest one taken out under the pen', () => {
    const {
      desk,
      in: goingIn,
      mine,
    } = sortSheets([draft('a', 'in'), draft('b', 'mine'), draft('c', 'desk')], 'now');
    expect([desk?.id, goingIn.map(({ id }) => id), mine.map(({ id }) => id)]).toEqual(['c', ['a'], ['b']]);
  });

  it('of earlier rounds are shown only as far as they stayed with their author', () => {
    const before = { run: 'before' };
    const sheets = sortSheets(
      [draft('a', 'in', before), draft('b', 'mine', before), draft('c', 'desk', before)],
      'now',
    );
    expect(sheets).toMatchObject({ desk: null, in: [], mine: [{ id: 'b' }] });
  });

  it('count when something stands on them', () => {
    expect(sortSheets([draft('a', 'in', { text: ' \n' }), draft('b', 'mine', { text: '' })], 'now')).toEqual({
      desk: null,
      in: [],
      mine: [],
    });
  });
});

describe('the sum of what will go in', () => {
  it('is everybody’s, where it points at nobody', () => {
    expect(sumSheets(3, 11, 5)).toBe(14);
    expect(sumSheets(3, 0, 1)).toBe(3);
  });

  it('is not said of two people: it would be what the other one wrote', () => {
    expect(sumSheets(3, 4, 2)).toBeNull();
  });
});
