import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boardMark,
  CURSOR_BYTES,
  decodeCursor,
  encodeCursor,
  isNewer,
} from '../../../shared/presence/cursor.ts';
import { createCursorMotion } from '../../../shared/presence/cursorMotion.ts';
import { equalPresence, MAX_SHOWN, type Presence, readPresence } from '../../../shared/presence/presence.ts';

const bob: Presence = {
  guest: false,
  lookUp: true,
  member: 'bob',
  name: 'Bob',
  verb: 'moving',
  view: 'board',
  board: 'main',
  selection: ['a', 'b'],
  holds: ['a'],
  grip: { x: 12.5, y: -3 },
  writing: null,
  drafts: 3,
  ready: false,
  lit: 'a',
  deciding: null,
  clock: { run: 'r1', elapsed: 61_000 },
  sees: { x: -10, y: 5.5, w: 800, h: 600 },
};

describe('what somebody shows of themselves', () => {
  it('comes over the wire unchanged', () => {
    const read = readPresence(JSON.parse(JSON.stringify(bob)));
    expect(read).toEqual(bob);
    expect(read && equalPresence(read, bob)).toBe(true);
  });

  it('is told apart field by field', () => {
    const others: Partial<Presence>[] = [
      { member: 'carol' },
      { name: 'Bobby' },
      { verb: 'writing' },
      { view: 'list' },
      { board: 'second' },
      { selection: ['b', 'a'] },
      { holds: [] },
      { grip: null },
      { writing: 'a' },
      { drafts: 4 },
      { ready: true },
      { lit: null },
      { lookUp: false },
      { guest: true },
      { deciding: 'b' },
      { clock: null },
      { clock: { run: 'r1', elapsed: 62_000 } },
      { sees: null },
      { sees: { x: -10, y: 5.5, w: 800, h: 601 } },
    ];
    for (const other of others)
      expect(equalPresence(bob, { ...bob, ...other }), JSON.stringify(other)).toBe(false);
  });

  it('is nobody without a member, and falls back where the rest is nonsense', () => {
    for (const hostile of [
      null,
      7,
      'bob',
      [],
      {},
      { member: '' },
      { member: '<b>' },
      { member: 'x'.repeat(65) },
    ])
      expect(readPresence(hostile)).toBeNull();
    expect(
      readPresence({
        member: 'bob',
        name: 7,
        verb: 'shouting',
        view: 'wall',
        board: '../etc',
        selection: 'a',
        holds: [{}, 'a', 'no spaces'],
        writing: {},
        drafts: -1,
        ready: 'yes',
        lit: 5,
        deciding: [],
        clock: { run: 'r1' },
        sees: { x: Number.NaN, y: 0, w: 0, h: 1 },
        __proto__: { admin: true },
      }),
    ).toEqual({
      member: 'bob',
      name: '',
      guest: true,
      verb: 'looking',
      view: 'board',
      board: 'main',
      selection: [],
      holds: ['a'],
      grip: null,
      writing: null,
      drafts: 0,
      ready: false,
      lit: null,
      lookUp: false,
      deciding: null,
      clock: null,
      sees: null,
    });
  });

  it('is bounded: names are cut, long lists are cut', () => {
    const read = readPresence({ ...bob, name: `  ${'B'.repeat(500)}`, selection: new Array(1000).fill('a') });
    expect(read?.name).toHaveLength(80);
    expect(read?.selection).toHaveLength(MAX_SHOWN);
  });

  it('never throws, whatever a peer makes up', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (state) => {
        readPresence(state);
      }),
    );
  });
});

describe('a pointer on the wire', () => {
  it('is 16 bytes that carry its place, its board and its number', () => {
    const mark = { number: 65_535, board: boardMark('main'), at: { x: -1234.5, y: 98.25 } };
    const bytes = encodeCursor(mark);
    expect(bytes).toHaveLength(CURSOR_BYTES);
    expect(decodeCursor(bytes)).toEqual(mark);
    expect(decodeCursor(encodeCursor({ ...mark, at: null }))).toEqual({ ...mark, at: null });
  });

  it('tells the boards of a jam apart', () => {
    expect(boardMark('main')).toBe(boardMark('main'));
    expect(boardMark('main')).not.toBe(boardMark('second'));
  });

  it('is nothing when it has another length, another format or no place', () => {
    const good = encodeCursor({ number: 1, board: 2, at: { x: 3, y: 4 } });
    const nowhere = good.slice();
    new DataView(nowhere.buffer).setFloat32(8, Number.NaN, true);
    const newer = good.slice();
    newer[0] = 2;
    for (const bytes of [good.subarray(1), new Uint8Array(17), new Uint8Array(0), nowhere, newer])
      expect(decodeCursor(bytes)).toBeNull();
  });

  it('is dropped when a newer one came first, also across the turn of the count', () => {
    expect(isNewer(2, 1)).toBe(true);
    expect(isNewer(1, 2)).toBe(false);
    expect(isNewer(7, 7)).toBe(false);
    expect(isNewer(0, 65_535)).toBe(true);
    expect(isNewer(65_535, 0)).toBe(false);
  });
});

describe('a pointer on screen', () => {
  it('glides to each new point in the time between the last two', () => {
    const motion = createCursorMotion();
    expect(motion.at(0)).toBeNull();
    motion.push({ x: 0, y: 0 }, 1000);
    motion.push({ x: 100, y: 40 }, 1100);
    expect(motion.at(1100)).toEqual({ x: 0, y: 0 });
    expect(motion.at(1150)).toEqual({ x: 50, y: 20 });
    expect(motion.isMoving(1150)).toBe(true);
    expect(motion.at(1200)).toEqual({ x: 100, y: 40 });
    expect(motion.isMoving(1200)).toBe(false);
  });

  it('goes on from where it is when the next point comes early', () => {
    const motion = createCursorMotion();
    motion.push({ x: 0, y: 0 }, 0);
    motion.push({ x: 100, y: 0 }, 100);
    motion.push({ x: 0, y: 0 }, 150);
    expect(motion.at(150)).toEqual({ x: 50, y: 0 });
  });

  it('jumps after a pause, and counts how long it rests', () => {
    const motion = createCursorMotion();
    motion.push({ x: 0, y: 0 }, 0);
    motion.push({ x: 100, y: 0 }, 10_000);
    expect(motion.at(10_016)).toEqual({ x: 100, y: 0 });
    expect(motion.restedFor(30_000)).toBe(20_000);
  });
});
