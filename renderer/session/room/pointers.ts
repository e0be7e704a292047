/** Where everybody's pointer is: one's own on its way out, the others' as they glide. Outside React: they move each frame. */
import type { Point } from '../../../shared/model/geometry.ts';
import { boardMark, decodeCursor, encodeCursor, isNewer } from '../../../shared/presence/cursor.ts';
import { type CursorMotion, createCursorMotion } from '../../../shared/presence/cursorMotion.ts';

export interface Pointers {
  /** From a peer, as it came. What is no pointer, late, or on another board shows nothing. */
  receive(peer: string, bytes: Uint8Array, now: number): void;
  forget(peer: string): void;
  /** The pointers on this board, by peer. */
  shown(): ReadonlyMap<string, CursorMotion>;
  subscribe(listener: () => void): () => void;
}

export function createPointers(board: string): Pointers {
  const mark = boardMark(board);
  const numbers = new Map<string, number>();
  const motions = new Map<string, CursorMotion>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    receive(peer, bytes, now) {
      const cursor = decodeCursor(bytes);
      const before = numbers.get(peer);
      if (cursor === null || (before !== undefined && !isNewer(cursor.number, before))) return;
      numbers.set(peer, cursor.number);
      if (cursor.at === null || cursor.board !== mark) motions.delete(peer);
      else {
        const motion = motions.get(peer) ?? createCursorMotion();
        motion.push(cursor.at, now);
        motions.set(peer, motion);
      }
      tell();
    },
    forget(peer) {
      numbers.delete(peer);
      if (motions.delete(peer)) tell();
    },
    shown: () => motions,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface OwnPointer {
  /** Where it is now; null: not over the board. Sent at once or with the next turn. */
  point(at: Point | null): void;
  stop(): void;
}

interface OwnPointerParts {
  readonly board: string;
  readonly send: (bytes: Uint8Array) => void;
  readonly peers: () => number;
  readonly schedule: (ms: number, run: () => void) => () => void;
}

/** 16 a second for two people, 8 for thirty: an idle hand sends nothing, a full room stays quiet. */
export function pointerInterval(peers: number): number {
  return Math.min(125, 60 + 2.2 * Math.max(0, peers - 1));
}

export function createOwnPointer({ board, send, peers, schedule }: OwnPointerParts): OwnPointer {
  const mark = boardMark(board);
  let number = 0;
  let latest: Point | null = null;
  let sent: Point | null = null;
  let waiting: (() => void) | null = null;

  const go = (): void => {
    waiting = null;
    if (latest?.x === sent?.x && latest?.y === sent?.y) return;
    sent = latest;
    number = (number + 1) % 0x1_0000;
    send(encodeCursor({ number, board: mark, at: latest }));
    waiting = schedule(pointerInterval(peers()), go);
  };
  return {
    point(at) {
      latest = at;
      if (waiting === null && peers() > 0) go();
    },
    stop() {
      waiting?.();
      waiting = null;
    },
  };
}
