import { describe, expect, it } from 'vitest';
import {
  createOwnPointer,
  createPointers,
  pointerInterval,
} from '../../../../renderer/session/room/pointers.ts';
import { boardMark, decodeCursor, encodeCursor } from '../../../../shared/presence/cursor.ts';

const main = boardMark('main');
const at = (x: number, number: number, board = main) => encodeCursor({ number, board, at: { x, y: 0 } });

describe('the others’ pointers', () => {
  it('are shown where they are, and go with the hand or with the peer', () => {
    const pointers = createPointers('main');
    let told = 0;
    pointers.subscribe(() => void told++);
    pointers.receive('bob', at(10, 1), 0);
    pointers.receive('carol', at(20, 1), 0);
    expect([...pointers.shown().keys()]).toEqual(['bob', 'carol']);
    pointers.receive('bob', encodeCursor({ number: 2, board: main, at: null }), 0);
    pointers.forget('carol');
    expect(pointers.shown().size).toBe(0);
    expect(told).toBe(4);
  });

  it('are not led back by what came late, and not shown on another board', () => {
    const pointers = createPointers('main');
    pointers.receive('bob', at(10, 5), 0);
    pointers.receive('bob', at(99, 4), 1_000);
    expect(pointers.shown().get('bob')?.at(2_000)?.x).toBe(10);
    pointers.receive('bob', at(10, 6, boardMark('second')), 3_000);
    expect(pointers.shown().has('bob')).toBe(false);
  });

  it('make nothing of garbage', () => {
    const pointers = createPointers('main');
    pointers.receive('bob', new Uint8Array(3), 0);
    pointers.receive('bob', new Uint8Array(16).fill(255), 0);
    expect(pointers.shown().size).toBe(0);
  });
});

describe('one’s own pointer', () => {
  function hand(peers = 1) {
    const sent: (number | null)[] = [];
    const timers: (() => void)[] = [];
    const own = createOwnPointer({
      board: 'main',
      send: (bytes) => void sent.push(decodeCursor(bytes)?.at?.x ?? null),
      peers: () => peers,
      schedule: (_ms, run) => {
        timers.push(run);
        return () => void timers.splice(0);
      },
    });
    return { own, sent, tick: () => void timers.splice(0).map((run) => run()) };
  }

  it('is told at once, then with each turn, the latest place only, and not while it rests', () => {
    const { own, sent, tick } = hand();
    for (const x of [1, 2, 3]) own.point({ x, y: 0 });
    expect(sent).toEqual([1]);
    tick();
    expect(sent).toEqual([1, 3]);
    tick();
    own.point({ x: 3, y: 0 });
    tick();
    expect(sent).toEqual([1, 3]);
    own.point(null);
    expect(sent).toEqual([1, 3, null]);
  });

  it('says nothing to nobody', () => {
    const { own, sent } = hand(0);
    own.point({ x: 1, y: 0 });
    expect(sent).toEqual([]);
  });

  it('is told less often the more people are here, never less than 8 times a second', () => {
    expect(1000 / pointerInterval(1)).toBeGreaterThan(16);
    expect(pointerInterval(10)).toBeGreaterThan(pointerInterval(2));
    expect(pointerInterval(29)).toBeLessThanOrEqual(125);
    expect(pointerInterval(200)).toBe(125);
  });
});
