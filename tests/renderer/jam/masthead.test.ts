import { describe, expect, it } from 'vitest';
import { keyHint } from '../../../renderer/jam/keyHint.ts';
import { foldSittings, isLive, minutesOf, PAUSE, readSittings } from '../../../renderer/jam/sittings.ts';
import { mastTitleLines, mastTitleMeasure } from '../../../renderer/jam/titleStep.ts';
import { NOTHING_SELECTED } from '../../../renderer/stores/uiStore.ts';
import type { Act } from '../../../shared/model/acts.ts';
import { kindNamed } from '../../../shared/phases/registry.ts';
import { refuseByPhase } from '../../../shared/phases/rule.ts';

const minute = 60_000;
const start = Date.UTC(2026, 4, 18, 12);

describe('the title in the masthead', () => {
  it('stands on one line while it is short, on two when it is long', () => {
    expect(mastTitleLines('Forty Degrees')).toBe(1);
    expect(mastTitleLines('Who carries the night shift when nobody can')).toBe(2);
  });

  it('is reckoned with more characters the longer it is, so that it is set smaller', () => {
    const measures = [5, 13, 24, 60, 200].map((length) => mastTitleMeasure('x'.repeat(length)));
    expect(measures).toEqual([8, 13, 24, 30, 100]);
  });
});

describe('the course of a jam', () => {
  it('is one sitting while nobody pauses for longer than half an hour', () => {
    const times = [0, 10, 35, 60].map((at) => start + at * minute);
    expect(readSittings(times, start + 61 * minute)).toHaveLength(1);
  });

  it('parts sittings at pauses, whatever the order they are told in', () => {
    const times = [start + 200 * minute, start, start + 10 * minute, start + 205 * minute];
    const sittings = readSittings(times, start + 1000 * minute);
    expect(sittings.map(minutesOf)).toEqual([10, 5]);
    expect(isLive(sittings, start + 1000 * minute)).toBe(false);
  });

  it('reaches to the present while it is being written', () => {
    const now = start + 20 * minute;
    const sittings = readSittings([start, start + 5 * minute], now);
    expect(sittings).toEqual([{ from: start, to: now }]);
    expect(isLive(sittings, now)).toBe(true);
  });

  it('leaves out clocks that are wrong by years', () => {
    expect(readSittings([0, start, start + 10 * 365 * 24 * 60 * minute], start + minute)).toHaveLength(1);
  });

  it('folds the early sittings into one when there are too many', () => {
    const times = Array.from({ length: 20 }, (_, i) => start + i * 2 * PAUSE);
    const folded = foldSittings(readSittings(times, start + 1e9), 7);
    expect(folded).toHaveLength(7);
    expect(minutesOf(folded[0] as never)).toBe(14);
  });
});

describe('the key worth knowing', () => {
  const state = { selection: NOTHING_SELECTED, editing: null, tool: 'select', view: 'board' } as const;
  const label = (id: string): string => id.toUpperCase();
  const all = (): boolean => true;

  it('says how to begin when nothing is selected', () => {
    expect(keyHint(state, label, true, all)?.key).toBe('N');
    expect(keyHint(state, label, false, all)?.key).toBe('Mod+K');
  });

  it('names what it acts on', () => {
    const selection = { ...NOTHING_SELECTED, ideas: new Set(['d3']) };
    expect(keyHint({ ...state, selection }, label, true, all)).toEqual({
      key: 'R',
      words: 'riffs on D3 at once',
    });
  });

  it('is never one that the phase refuses', () => {
    const by =
      (kind: string) =>
      (act: Act): boolean =>
        refuseByPhase(act, { kind: kindNamed(kind) }) === null;
    const [one, two, three] = [['a'], ['a', 'b'], ['a', 'b', 'c']].map((ids) => ({
      ...state,
      selection: { ...NOTHING_SELECTED, ideas: new Set(ids) },
    }));
    for (const kind of ['brief', 'fresh', 'decide'])
      expect(keyHint(state, label, true, by(kind))?.key).toBe('Mod+K');
    const keys = (kind: string) =>
      [one, two, three, { ...state, editing: 'a' }].map(
        (now) => keyHint(now ?? state, label, true, by(kind))?.key,
      );
    expect(keys('riff')).toEqual(['R', 'Mod+Shift+M', 'Mod+G', 'Tab']);
    expect(keys('fresh')).toEqual(['R', 'Mod+Shift+M', 'Mod+K', 'Tab']);
    expect(keys('decide')).toEqual(['Mod+K', 'Mod+G', 'Mod+G', 'Escape']);
    expect(keys('vote')).toEqual(['Mod+K', 'Mod+K', 'Mod+K', 'Escape']);
  });
});
