import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBoardLayout, layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { MODULE, rectsTouch, rowsHeight } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { BoardLayout } from '../../../shared/model/layout.ts';
import type { Idea, JamSnapshot } from '../../../shared/model/snapshot.ts';
import { apply, randomBoard, randomStep } from './boardSteps.ts';
import { NO_CHANGE, someGroup, someIdea, someJam, someRiff } from './someJam.ts';

const at = (column: number, row: number) => ({ x: column * MODULE.pitchX, y: row * MODULE.pitchY });
const layOut = (jam: JamSnapshot) => layoutFromScratch(jam, MAIN_BOARD);

/** In plain maps: the order in which a layout's own maps are read says nothing. */
const plain = ({ sheets, cables, ...rest }: BoardLayout) => ({
  ...rest,
  sheets: new Map(sheets),
  cables: new Map(cables),
});

describe('a board', () => {
  test('a root with riffs and room below takes two rows; one without room stays small', () => {
    const ideas = [
      someIdea('post', { text: 'The post knocks on every door above 35°' }),
      someIdea('baker', { place: at(1, 0) }),
    ];
    const riffs = [someRiff('baker', 'post')];
    const free = layOut(someJam({ ideas, riffs })).sheets.get('post');
    expect(free).toMatchObject({ root: true, h: rowsHeight(2), ink: 'sun', weight: 540, label: 'A' });
    expect(free?.lines.length).toBeLessThanOrEqual(5);
    const below = someIdea('below', { place: at(0, 1) });
    const tight = layOut(someJam({ ideas: [...ideas, below], riffs })).sheets.get('post');
    expect(tight).toMatchObject({ root: false, h: rowsHeight(1), fresh: false });
  });

  test('a root without riffs is fresh, white and one row high', () => {
    expect(layOut(someJam({ ideas: [someIdea('x')] })).sheets.get('x')).toMatchObject({
      root: false,
      fresh: true,
      ink: 'stock',
      weight: 480,
      h: 82,
    });
  });

  test('a root does not grow onto the head of a group', () => {
    const ideas = [someIdea('post'), someIdea('baker', { place: at(1, 0) })];
    const groups = [someGroup('g', { x: 0, y: MODULE.pitchY * 2 - 44 })];
    const jam = someJam({ ideas, riffs: [someRiff('baker', 'post')], groups });
    expect(layOut(jam).sheets.get('post')?.root).toBe(false);
  });

  test('a long text grows by whole rows, and ends in an ellipsis after twelve', () => {
    const rows = (words: number) =>
      layOut(someJam({ ideas: [someIdea('x', { text: 'heat '.repeat(words) })] })).sheets.get('x');
    expect(rows(3)?.h).toBe(rowsHeight(1));
    expect(rows(14)?.h).toBe(rowsHeight(2));
    expect(rows(2000)?.h).toBe(rowsHeight(12));
    expect(rows(2000)?.lines.at(-1)).toMatch(/…$/);
  });

  test('of two sheets that two people laid on one module the later is read on the next free one below', () => {
    const ideas = [
      someIdea('bob', { born: { lamport: 9 } }),
      someIdea('alice', { born: { lamport: 3 } }),
      someIdea('carol', { place: at(0, 1) }),
    ];
    const { sheets } = layOut(someJam({ ideas }));
    expect([sheets.get('alice')?.y, sheets.get('carol')?.y, sheets.get('bob')?.y]).toEqual([0, 92, 184]);
  });

  test('a displaced sheet does not take the second row of a root', () => {
    const ideas = [
      someIdea('root', { place: at(0, 1) }),
      someIdea('riff', { place: at(1, 1) }),
      someIdea('alice'),
      someIdea('bob', { born: { lamport: 9 } }),
    ];
    const { sheets } = layOut(someJam({ ideas, riffs: [someRiff('riff', 'root')] }));
    expect(sheets.get('root')?.root).toBe(true);
    expect(sheets.get('bob')?.y).toBe(3 * MODULE.pitchY);
  });

  test('a sheet is the heavier the more grew from it, up to 840', () => {
    const ideas = Array.from({ length: 9 }, (_, i) => someIdea(`i${i}`, { place: at(i, 0) }));
    const weights = [0, 1, 5, 6, 8].map((count) => {
      const riffs = ideas.slice(1, count + 1).map(({ id }, i) => someRiff(id, `i${i}`, { lamport: i }));
      return layOut(someJam({ ideas, riffs })).sheets.get('i0')?.weight;
    });
    expect(weights).toEqual([480, 540, 780, 840, 840]);
  });

  test('the last decision counts, and one that was taken back is none', () => {
    const rest = {
      by: '',
      at: 0,
      idea: 'x',
      reason: '',
      owner: '',
      firstStep: '',
      due: '',
      dissent: '',
      accepted: true,
    };
    const decisions = [
      { ...rest, key: 'x:z', lamport: 4, outcome: 'promote' as const },
      { ...rest, key: 'x:a', lamport: 7, outcome: 'later' as const },
    ];
    const outcomeOf = (list: typeof decisions) =>
      layOut(someJam({ ideas: [someIdea('x')], decisions: list })).sheets.get('x')?.decision;
    expect(outcomeOf(decisions)).toBe('later');
    expect(outcomeOf([...decisions].reverse())).toBe('later');
    expect(outcomeOf([...decisions, { ...rest, key: 'x:b', lamport: 9, outcome: null as never }])).toBeNull();
  });

  test('a hundred sheets on one module cover nothing', () => {
    const ideas = Array.from({ length: 100 }, (_, i) => someIdea(`i${i}`, { born: { lamport: i % 7 } }));
    expectNothingCovered(ideas);
  });

  test('a combine across two trees is printed in both inks, with its text left of the cut', () => {
    const ideas = ['a', 'b', 'c'].map((id, i) => someIdea(id, { born: { lamport: i }, place: at(i, 0) }));
    const riffs = [
      someRiff('c', 'a', { bond: 'combine' }),
      someRiff('c', 'b', { bond: 'combine', lamport: 2 }),
    ];
    expect(layOut(someJam({ ideas, riffs })).sheets.get('c')).toMatchObject({ ink: 'sun', ink2: 'sky' });
    const built = riffs.map((riff) => ({ ...riff, bond: 'build' as const }));
    expect(layOut(someJam({ ideas, riffs: built })).sheets.get('c')).toMatchObject({
      ink: 'sun',
      ink2: null,
    });
  });

  test('a group grows with what lies in it and counts it; the fresh column counts fresh sheets', () => {
    const place = (column: number, row: number) => ({ group: 'g', x: column * 176, y: 44 + row * 92 });
    const ideas = [
      someIdea('a', { place: place(0, 0) }),
      someIdea('b', { place: place(3, 6) }),
      someIdea('c', { place: place(1, 0), bin: true }),
    ];
    const riffs = [someRiff('b', 'a')];
    const group = someGroup('g', { x: 176, y: 48, name: 'Someone at the door' });
    const area = layOut(someJam({ ideas, riffs, groups: [group] })).groups.get('g');
    expect(area).toEqual({
      id: 'g',
      name: 'Someone at the door',
      role: 'area',
      count: 2,
      x: 176,
      y: 48,
      w: 670,
      h: 678,
    });
    const fresh = layOut(someJam({ ideas, riffs, groups: [{ ...group, role: 'fresh' }] })).groups.get('g');
    expect(fresh?.count).toBe(0);
  });

  test('groups that stand in each other in a circle are laid, not lost', () => {
    const groups = [someGroup('g', { parent: 'h', x: 10 }), someGroup('h', { parent: 'g', x: 20 })];
    const jam = someJam({ ideas: [someIdea('x', { place: { group: 'h', x: 5 } })], groups });
    expect(layOut(jam).sheets.get('x')?.x).toBe(35);
    expect(layOut(jam).groups.size).toBe(2);
  });

  test('what is binned, gone, or on another board is not there', () => {
    const ideas = [
      someIdea('a'),
      someIdea('b', { bin: true }),
      someIdea('c', { place: { board: 'other' } }),
      someIdea('d', { place: at(1, 0) }),
    ];
    const riffs = [someRiff('b', 'a'), someRiff('c', 'a'), someRiff('d', 'a', { gone: true })];
    const connector = {
      id: 'n',
      by: '',
      lamport: 1,
      at: 0,
      label: '',
      bin: false,
      to: { type: 'idea', id: 'b' },
    } as const;
    const connectors = [{ ...connector, from: { type: 'idea', id: 'a' } } as const];
    const layout = layOut(someJam({ ideas, riffs, connectors }));
    expect([...layout.sheets.keys()]).toEqual(['a', 'd']);
    expect(layout.cables.size + layout.connectors.size).toBe(0);
  });

  test('an empty board has no bounds', () => {
    expect(layOut(someJam({})).bounds).toBeNull();
  });

  test('a change to one sheet leaves all others identical', () => {
    const ideas = Array.from({ length: 30 }, (_, i) =>
      someIdea(`i${i}`, { place: at(i % 6, Math.floor(i / 6) * 3) }),
    );
    const riffs = ideas.slice(1).map(({ id }, i) => someRiff(id, `i${Math.floor(i / 3)}`));
    const live = createBoardLayout(MAIN_BOARD);
    const jam = someJam({ ideas, riffs });
    const before = live.update(jam, null);
    const next = someJam({
      ideas: ideas.map((idea) => (idea.id === 'i7' ? { ...idea, text: 'new words' } : idea)),
      riffs,
    });
    const after = live.update(next, { ...NO_CHANGE, ideas: new Set(['i7']) });
    for (const id of jam.ideas.keys())
      expect(after.sheets.get(id) === before.sheets.get(id)).toBe(id !== 'i7');
    expect(after.cables).toBe(before.cables);
    expect(live.update(next, { ...NO_CHANGE, ideas: new Set(['i7']) })).toBe(after);
  });

  test('another bond alone brings the second ink', () => {
    const ideas = ['a', 'b', 'c'].map((id, i) => someIdea(id, { born: { lamport: i }, place: at(i, 0) }));
    const riffs = [someRiff('c', 'a'), someRiff('c', 'b', { lamport: 2 })];
    const live = createBoardLayout(MAIN_BOARD);
    expect(live.update(someJam({ ideas, riffs }), null).sheets.get('c')?.ink2).toBeNull();
    const combined = riffs.map((riff) =>
      riff.parent === 'b' ? { ...riff, bond: 'combine' as const } : riff,
    );
    const change = { ...NO_CHANGE, riffs: new Set(['c:b']) };
    const after = live.update(someJam({ ideas, riffs: combined }), change);
    expect(after.sheets.get('c')?.ink2).toBe('sky');
    expect(after.cables.get('c:b')?.bond).toBe('combine');
  });

  test('an idea that enters a group without moving on the page is counted there', () => {
    const groups = [someGroup('g', { x: 176 })];
    const live = createBoardLayout(MAIN_BOARD);
    live.update(someJam({ ideas: [someIdea('a', { place: at(2, 1) })], groups }), null);
    const inside = someIdea('a', { place: { ...at(1, 1), group: 'g' } });
    const after = live.update(someJam({ ideas: [inside], groups }), { ...NO_CHANGE, ideas: new Set(['a']) });
    expect(after.groups.get('g')?.count).toBe(1);
  });

  test('a sheet that comes to lie in the gutter of a far cable sends it another way', () => {
    const places = { parent: at(0, 0), wall: at(2, 3), child: at(4, 3), late: at(9, 9) };
    const ideas = Object.entries(places).map(([id, place], i) =>
      someIdea(id, { born: { lamport: i }, place }),
    );
    const riffs = [someRiff('child', 'parent')];
    const live = createBoardLayout(MAIN_BOARD);
    const before = live.update(someJam({ ideas, riffs }), null).cables.get('child:parent')?.points;
    // Two rows high: over the gutter between rows two and three.
    const late = someIdea('late', { born: { lamport: 3 }, text: 'heat '.repeat(14), place: at(3, 2) });
    const next = someJam({ ideas: [...ideas.slice(0, 3), late], riffs });
    const after = live.update(next, { ...NO_CHANGE, ideas: new Set(['late']) });
    expect(after.cables.get('child:parent')?.points).not.toEqual(before);
    expect(plain(after)).toEqual(plain(layOut(next)));
  });

  test('a parent in the bin that joins another tree takes the second ink along (found by chance)', () => {
    // Claimed letters, so that no number changes.
    const ideas = ['a', 'b', 'c'].map((id, i) =>
      someIdea(id, {
        born: { lamport: i, claim: { root: null, n: i + 1 } },
        place: at(i, 0),
        bin: id === 'b',
      }),
    );
    const riffs = [
      someRiff('c', 'a', { bond: 'combine' }),
      someRiff('c', 'b', { lamport: 2, bond: 'combine' }),
    ];
    const live = createBoardLayout(MAIN_BOARD);
    expect(live.update(someJam({ ideas, riffs }), null).sheets.get('c')?.ink2).toBe('sky');
    const next = someJam({ ideas, riffs: [...riffs, someRiff('b', 'a', { lamport: 3 })], structure: 2 });
    const after = live.update(next, { ...NO_CHANGE, riffs: new Set(['b:a']) });
    expect(plain(after)).toEqual(plain(layOut(next)));
    expect(after.sheets.get('c')?.ink2).toBeNull();
  });

  test('a riff written again, later, leaves the ports of its child in order (found by chance)', () => {
    const ideas = ['a', 'b', 'c', 'child'].map((id, i) =>
      someIdea(id, { born: { lamport: i }, place: at(i < 3 ? 0 : 1, i < 3 ? 0 : 4) }),
    );
    const riffs = ['a', 'b', 'c'].map((parent) => someRiff('child', parent, { lamport: 1 }));
    const live = createBoardLayout(MAIN_BOARD);
    live.update(someJam({ ideas, riffs }), null);
    const again = riffs.map((riff) => (riff.parent === 'a' ? { ...riff, lamport: 5 } : riff));
    const next = someJam({ ideas, riffs: again, structure: 2 });
    const after = live.update(next, { ...NO_CHANGE, riffs: new Set(['child:a']) });
    expect(plain(after)).toEqual(plain(layOut(next)));
  });

  test('kept up to date, it equals one laid from scratch', () => {
    fc.assert(
      fc.property(randomBoard(), fc.array(randomStep(), { maxLength: 12 }), (board, steps) => {
        const live = createBoardLayout(MAIN_BOARD);
        let jam = board.reduce((before, step) => apply(before, step).next, someJam({}));
        expect(plain(live.update(jam, null))).toEqual(plain(layOut(jam)));
        for (const step of steps) {
          const { next, change } = apply(jam, step);
          jam = next;
          expect(plain(live.update(jam, change))).toEqual(plain(layOut(jam)));
          expect(live.index.size).toBe(live.update(jam, NO_CHANGE).sheets.size);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

function expectNothingCovered(ideas: readonly Idea[]): void {
  const sheets = [...layOut(someJam({ ideas })).sheets.values()];
  for (const a of sheets) for (const b of sheets) if (a !== b) expect(rectsTouch(a, b)).toBe(false);
}
