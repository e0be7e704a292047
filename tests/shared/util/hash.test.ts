import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex, toUtf8 } from '../../../shared/util/bytes.ts';
import { crc32c } from '../../../shared/util/crc32c.ts';
import { hash53, hashParts, sha256 } from '../../../shared/util/hash.ts';

describe('hashes', () => {
  it('sha256 answers as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('hash53 is a positive safe integer that stays what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 4 }), (parts) => {
        const hash = hash53(...parts);
        expect(Number.isSafeInteger(hash) && hash > 0).toBe(true);
      }),
    );
    // Log items are named by it: another answer would double every envelope that exists.
    expect(hash53('log', Uint8Array.of(1, 2, 3), Uint8Array.of(4))).toBe(7465576784827563);
  });

  it('parts that run together are told apart', () => {
    expect(hashParts('ab', 'c')).not.toEqual(hashParts('a', 'bc'));
    expect(hash53('a')).not.toBe(hash53('a', ''));
  });

  it('crc32c has the check value of RFC 3720, also over a part', () => {
    expect(crc32c(toUtf8('123456789'))).toBe(0xe3069283);
    expect(crc32c(toUtf8('xx123456789y'), 2, 11)).toBe(0xe3069283);
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array(0))).toBe(0);
  });
});
