/** Everything that mail, sticks, and malice do to a file, from a seed. */

import { ENTRY_BYTES, HEADER_BYTES, MARKER } from '../../../shared/file/format.ts';
import { concatBytes } from '../../../shared/util/bytes.ts';
import { crc32c } from '../../../shared/util/crc32c.ts';

export interface Dice {
  /** A whole number from 0 to `below - 1`. */
  roll(below: number): number;
  bytes(count: number): Uint8Array;
}

type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array;

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipOneBit(bytes, dice) {
    const at = dice.roll(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << dice.roll(8));
    return bytes;
  },
  flipManyBits(bytes, dice) {
    for (let n = 1 + dice.roll(40); n > 0; n--) {
      const at = dice.roll(bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << dice.roll(8));
    }
    return bytes;
  },
  cutTheEnd: (bytes, dice) => bytes.slice(0, dice.roll(bytes.length)),
  cutTheStart: (bytes, dice) => bytes.slice(dice.roll(bytes.length)),
  cutTheMiddle(bytes, dice) {
    const from = dice.roll(bytes.length);
    return concatBytes(bytes.slice(0, from), bytes.slice(from + 1 + dice.roll(200)));
  },
  insertSomething(bytes, dice) {
    const at = dice.roll(bytes.length);
    return concatBytes(bytes.slice(0, at), dice.bytes(1 + dice.roll(300)), bytes.slice(at));
  },
  spliceItself(bytes, dice) {
    const from = dice.roll(bytes.length);
    return concatBytes(
      bytes.slice(0, dice.roll(bytes.length)),
      bytes.slice(from, from + dice.roll(5000)),
      bytes.slice(dice.roll(bytes.length)),
    );
  },
  zeroAStretch(bytes, dice) {
    const from = dice.roll(bytes.length);
    return bytes.fill(0, from, from + dice.roll(4096));
  },
  claimTenGigabytes: (bytes, dice) => claimLength(bytes, dice, 24 + 8 * dice.roll(2), 10 * 1024 ** 3),
  claimSomething: (bytes, dice) => claimLength(bytes, dice, 24 + 8 * dice.roll(2), dice.roll(0x7fffffff)),
  claimManySections(bytes, dice) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint32(20, dice.roll(0xffffffff), true);
    view.setUint32(24, crc32c(bytes, 0, 24), true);
    return bytes;
  },
  claimAnotherVersion(bytes, dice) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint16(12 + 2 * dice.roll(4), dice.roll(4), true);
    view.setUint32(24, crc32c(bytes, 0, 24), true);
    return bytes;
  },
  manyFalseEntries(bytes, dice) {
    const at = HEADER_BYTES + dice.roll(8) * ENTRY_BYTES;
    const entry = bytes.slice(at, at + ENTRY_BYTES);
    return concatBytes(bytes, ...Array.from({ length: 1 + dice.roll(200) }, () => entry));
  },
};

/** A lie with a right checksum: in the table, before the section, or both. */
function claimLength(bytes: Uint8Array, dice: Dice, field: number, value: number): Uint8Array {
  const entries: number[] = [];
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= bytes.length; at++) {
    if (MARKER.every((byte, i) => bytes[at + i] === byte)) entries.push(at);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let n = 1 + dice.roll(3); n > 0; n--) {
    const at = entries[dice.roll(entries.length)] ?? HEADER_BYTES;
    view.setUint32(at + field, value >>> 0, true);
    view.setUint32(at + field + 4, Math.floor(value / 2 ** 32), true);
    view.setUint32(at + ENTRY_BYTES - 4, crc32c(bytes, at, at + ENTRY_BYTES - 4), true);
  }
  return bytes;
}
