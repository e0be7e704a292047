/**
 * Messages of any length in frames that every carrier takes. A small message is one frame; a long one is cut into
 * parts, and small ones may go between the parts, so that an edit never waits for thirty megabytes.
 *
 * ```
 * frame = 0 message
 *       | 1 total:u32 part      the first part of a message of `total` bytes, little-endian
 *       | 2 part                its next part; the one that completes it ends it
 * ```
 */
import { concatBytes } from '../util/bytes.ts';
import { maxFrameBytes, sealBytes } from './limits.ts';

const whole = 0;
const first = 1;
const more = 2;
const firstHead = 5;

/** Where frames are sealed, the seal must fit too. */
const roomBytes = maxFrameBytes - sealBytes;

/** Bytes of the longest message that is one frame. */
export const maxSmallBytes = roomBytes - 1;

export function frameSmall(message: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(whole), message);
}

/** The frame that carries a long message on from `from`, and where the next one goes on. */
export function framePart(message: Uint8Array, from: number): { frame: Uint8Array; next: number } {
  const headBytes = from === 0 ? firstHead : 1;
  const next = Math.min(message.length, from + roomBytes - headBytes);
  const head = new Uint8Array(headBytes);
  head[0] = from === 0 ? first : more;
  if (from === 0) new DataView(head.buffer).setUint32(1, message.length, true);
  return { frame: concatBytes(head, message.subarray(from, next)), next };
}

export interface FrameReader {
  /** The message that this frame completes, or null. Throws a RangeError on what no honest peer sends. */
  read(frame: Uint8Array): Uint8Array | null;
}

/**
 * `limitOf` is asked with a long message's first byte, its kind. Memory follows what has come, never what is claimed.
 */
export function createFrameReader(limitOf: (kind: number) => number): FrameReader {
  let parts: Uint8Array[] = [];
  let total = 0;
  let held = 0;

  const add = (part: Uint8Array): Uint8Array | null => {
    if (part.length === 0) throw new RangeError('a part without bytes');
    held += part.length;
    if (held > total) throw new RangeError('more parts than announced');
    parts.push(part);
    if (held < total) return null;
    const message = concatBytes(...parts);
    parts = [];
    total = 0;
    held = 0;
    return message;
  };

  return {
    read(frame) {
      if (frame.length < 2 || frame.length > maxFrameBytes) throw new RangeError('not the size of a frame');
      if (frame[0] === whole) {
        if (frame.length - 1 > limitOf(frame[1] ?? 0)) throw new RangeError('a message over its limit');
        return frame.subarray(1);
      }
      if (frame[0] === more) {
        if (total === 0) throw new RangeError('a part of nothing');
        return add(frame.subarray(1));
      }
      if (frame[0] !== first || total > 0 || frame.length <= firstHead) throw new RangeError('no frame');
      total = new DataView(frame.buffer, frame.byteOffset).getUint32(1, true);
      if (total > limitOf(frame[firstHead] ?? 0)) throw new RangeError('a message over its limit');
      return add(frame.subarray(firstHead));
    },
  };
}
