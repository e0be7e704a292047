import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { laidBoard } from '../../../shared/ideas/ground.ts';
import { makeRoom } from '../../../shared/ideas/makeRoom.ts';
import type { TidyPlan } from '../../../shared/ideas/tidy.ts';
import { MODULE, type Rect, rectsTouch } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { randomBoard } from './randomBoard.ts';
import { someGroup, someIdea, someJam } from './someJam.ts';

/** Three rows. */
const LONG = 'many words of somebody who does not stop '.repeat(4);

const layOut = (jam: JamSnapshot) => layoutFromScratch(jam, MAIN_BOARD);
const roomFor = (jam: JamSnapshot, id: string) => makeRoom(jam, laidBoard(layOut(jam)), id, MODULE.h);

function carriedOut(jam: JamSnapshot, plan: TidyPlan): JamSnapshot {
  const ideas = new Map(jam.ideas);
  for (const [id, place] of plan.ideas) ideas.set(id, { ...ideas.get(id), place } as never);
  const groups = new Map(jam.groups);
  for (const [id, rect] of plan.groups) groups.set(id, { ...groups.get(id), ...rect } as never);
  return { ...jam, ideas, groups };
}

const at = (column: number, row: number, group: string | null = null) => ({
  place: { x: column * MODULE.pitchX, y: row * MODULE.pitchY, group },
});
const rowsOf = (jam: JamSnapshot, ids: readonly string[]) => {
  const { sheets } = layOut(jam);
  return ids.map((id) => (sheets.get(id)?.y ?? Number.NaN) / MODULE.pitchY);
};

describe('room for a sheet that grew', () => {
  test('what it would cover goes down by whole rows, what that would cover too, and nothing else', () => {
    const jam = someJam({
      ideas: [
        someIdea('long', { text: LONG, ...at(0, 0) }),
        someIdea('next', at(0, 1)),
        someIdea('third', at(0, 2)),
        someIdea('far', at(0, 6)),
        someIdea('beside', at(1, 1)),
      ],
    });
    const plan = roomFor(jam, 'long');
    expect([...plan.ideas.keys()].sort()).toEqual(['next', 'third']);
    expect(rowsOf(carriedOut(jam, plan), ['long', 'next', 'third', 'far', 'beside'])).toEqual([
      0, 3, 4, 6, 1,
    ]);
  });

  test('asks for nothing while it covers nothing, or when it did not grow', () => {
    const jam = someJam({
      ideas: [someIdea('long', { text: LONG, ...at(0, 0) }), someIdea('far', at(0, 3))],
    });
    expect(roomFor(jam, 'long').ideas.size).toBe(0);
    const close = someJam({
      ideas: [someIdea('long', { text: LONG, ...at(0, 0) }), someIdea('next', at(0, 1))],
    });
    expect(makeRoom(close, laidBoard(layOut(close)), 'long', 400).ideas.size).toBe(0);
  });

  test('what somebody had laid over it stays so', () => {
    const over = someIdea('over', { place: { x: 20, y: 30 } });
    const jam = someJam({ ideas: [someIdea('long', { text: LONG, ...at(0, 0) }), over] });
    expect(roomFor(jam, 'long').ideas.size).toBe(0);
  });

  test('a locked sheet does not move: what grew goes below it', () => {
    const jam = someJam({
      ideas: [
        someIdea('long', { text: LONG, ...at(0, 0) }),
        someIdea('locked', { lock: true, ...at(0, 2) }),
        someIdea('below', at(0, 3)),
      ],
    });
    const plan = roomFor(jam, 'long');
    expect(rowsOf(carriedOut(jam, plan), ['long', 'locked', 'below'])).toEqual([3, 2, 6]);
  });

  test('in a group the group grows, and a group below goes down as one', () => {
    const jam = someJam({
      ideas: [
        someIdea('long', { text: LONG, ...at(0, 0, 'upper') }),
        someIdea('next', at(0, 1, 'upper')),
        someIdea('inLower', at(0, 0, 'lower')),
      ],
      groups: [
        someGroup('upper', { x: 0, y: 92, w: MODULE.w, h: 0 }),
        someGroup('lower', { x: 0, y: 92 * 4, w: MODULE.w, h: 0 }),
      ],
    });
    const plan = roomFor(jam, 'long');
    expect([...plan.ideas.keys()]).toEqual(['next']);
    expect([...plan.groups.keys()]).toEqual(['lower']);
    const after = layOut(carriedOut(jam, plan));
    expect(rowsOf(carriedOut(jam, plan), ['long', 'next', 'inLower'])).toEqual([1, 4, 6]);
    expect(rectsTouch(after.groups.get('upper') as never, after.groups.get('lower') as never)).toBe(false);
  });

  test('leaves the place alone that a displaced sheet goes back to, once it is left', () => {
    const jam = someJam({
      ideas: [
        someIdea('first', { born: { lamport: 0 }, ...at(0, 2) }),
        someIdea('displaced', { born: { lamport: 1 }, lock: true, ...at(0, 2) }),
        someIdea('long', { born: { lamport: 2 }, text: LONG, ...at(0, 0) }),
      ],
    });
    const { sheets } = layOut(carriedOut(jam, roomFor(jam, 'long')));
    for (const other of ['first', 'displaced'])
      expect(rectsTouch(sheets.get('long') as Rect, sheets.get(other) as Rect)).toBe(false);
  });

  test('on any board sheets of one group, and groups, that were apart stay apart; what is locked stays', () => {
    fc.assert(
      fc.property(randomBoard(), (jam) => {
        const before = layOut(jam);
        for (const [id, sheet] of before.sheets) {
          const idea = jam.ideas.get(id);
          if (idea === undefined || idea.lock) continue;
          const grown = { ...jam, ideas: new Map(jam.ideas).set(id, { ...idea, text: LONG }) };
          const plan = makeRoom(grown, laidBoard(layOut(grown)), id, sheet.h);
          const after = layOut(carriedOut(grown, plan));
          const group = idea.place.group;
          const mates = [...before.sheets.keys()].filter(
            (other) => other !== id && jam.ideas.get(other)?.place.group === group,
          );
          expectApart(id, mates, before.sheets, after.sheets);
          if (group !== null) {
            const others = [...before.groups.keys()].filter((other) => other !== group);
            expectApart(group, others, before.groups, after.groups);
          }
          for (const moved of plan.ideas.keys()) expect(jam.ideas.get(moved)?.lock).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectApart(
  id: string,
  others: readonly string[],
  before: ReadonlyMap<string, Rect>,
  after: ReadonlyMap<string, Rect>,
): void {
  const touch = (rects: ReadonlyMap<string, Rect>, other: string): boolean =>
    rectsTouch(rects.get(id) as Rect, rects.get(other) as Rect);
  for (const other of others) if (touch(after, other)) expect(touch(before, other)).toBe(true);
}
