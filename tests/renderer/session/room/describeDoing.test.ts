import { describe, expect, it } from 'vitest';
import { describeDoing, OUT_OF_COURSE } from '../../../../renderer/session/room/describeDoing.ts';
import { createUiStore, NOTHING_SELECTED, type UiState } from '../../../../renderer/stores/uiStore.ts';
import { readPresence } from '../../../../shared/presence/presence.ts';

const me = { member: 'alice', name: 'Alice' };
const still = createUiStore(null).getState();
const say = (patch: Partial<UiState>) =>
  describeDoing(me, { ...still, viewport: { w: 800, h: 600 }, ...patch }, OUT_OF_COURSE);

describe('what a window tells the others', () => {
  it('says what the hand does', () => {
    expect(say({}).verb).toBe('looking');
    expect(say({ editing: 'a' }).verb).toBe('writing');
    expect(say({ editing: 'a', fresh: { idea: 'a', bond: 'build' } }).verb).toBe('riffing');
    expect(say({ commenting: true }).verb).toBe('commenting');
    expect(say({ view: 'decide' }).verb).toBe('deciding');
    expect(say({ holding: { ideas: new Set(['a']), grip: { x: 4, y: 8 } }, editing: 'b' }).verb).toBe(
      'moving',
    );
  });

  it('says where it looks, in page units, and nothing of a board that it does not see', () => {
    expect(say({ camera: { x: 10.4, y: -3, zoom: 0.5 } }).sees).toEqual({ x: 10, y: -3, w: 1600, h: 1200 });
    expect(say({ view: 'list' }).sees).toBeNull();
    expect(say({ viewport: { w: 0, h: 0 } }).sees).toBeNull();
  });

  it('is read by the others as it was said', () => {
    const selection = { ...NOTHING_SELECTED, ideas: new Set(['a', 'b']) };
    const said = say({ selection, editing: 'a', holding: { ideas: new Set(['b']), grip: { x: 4, y: 8 } } });
    expect(readPresence(structuredClone(said))).toEqual(said);
  });

  it('tells no more of a large selection than can be shown', () => {
    const ideas = new Set(Array.from({ length: 500 }, (_, n) => `i${n}`));
    expect(say({ selection: { ...NOTHING_SELECTED, ideas } }).selection.length).toBeLessThan(50);
  });
});
