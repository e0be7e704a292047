import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSigner,
  maxSignedBytes,
  SIGN_PURPOSES,
  verifySignature,
} from '../../../shared/util/signature.ts';

const alice = createSigner(new Uint8Array(32).fill(1));
const bob = createSigner(new Uint8Array(32).fill(2));
const message = Uint8Array.of(1, 2, 3);

describe('signature', () => {
  it('stands for its device, its purpose and its message, and for nothing else', () => {
    const signature = alice.sign('seal', message);
    expect(verifySignature(alice.device, 'seal', message, signature)).toBe(true);
    expect(verifySignature(bob.device, 'seal', message, signature)).toBe(false);
    expect(verifySignature(alice.device, 'seal', Uint8Array.of(1, 2, 4), signature)).toBe(false);
    for (const purpose of SIGN_PURPOSES.filter((one) => one !== 'seal')) {
      expect(verifySignature(alice.device, purpose, message, signature)).toBe(false);
    }
  });

  it('is not taken when anything of it is changed, and nothing throws', () => {
    const signature = alice.sign('link', message);
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = signature.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(verifySignature(alice.device, 'link', message, changed)).toBe(false);
      }),
      { numRuns: 40 },
    );
    for (const length of [0, 1, 31, 33, 63, 65]) {
      const wrong = new Uint8Array(length);
      expect(verifySignature(wrong, 'link', message, signature)).toBe(false);
      expect(verifySignature(alice.device, 'link', message, wrong)).toBe(false);
    }
    expect(verifySignature(new Uint8Array(32), 'link', message, new Uint8Array(64))).toBe(false);
  });

  it('is given for at most 4 KiB', () => {
    expect(() => alice.sign('link', new Uint8Array(maxSignedBytes + 1))).toThrow(RangeError);
  });
});
