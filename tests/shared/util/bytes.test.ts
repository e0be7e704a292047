import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareBytes,
  concatBytes,
  equalBytes,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64Url,
  toHex,
  toUtf8,
} from '../../../shared/util/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 60 });

describe('bytes', () => {
  it('are spelled in base64url and hex as Node spells them, and read back', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(toBase64Url(value)).toBe(Buffer.from(value).toString('base64url'));
        expect(fromBase64Url(toBase64Url(value))).toEqual(value);
        expect(toHex(value)).toBe(Buffer.from(value).toString('hex'));
        expect(fromHex(toHex(value))).toEqual(value);
      }),
    );
  });

  it('have one base64url spelling only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: fc.constantFrom(...'AQgw_-+/=9 z') }), (text) => {
        const value = fromBase64Url(text);
        if (value) expect(toBase64Url(value)).toBe(text);
      }),
    );
    expect(fromBase64Url('AB')).toBeNull();
    expect(fromBase64Url('A')).toBeNull();
    expect(fromBase64Url('AA==')).toBeNull();
    expect(fromHex('abc')).toBeNull();
    expect(fromHex('zz')).toBeNull();
  });

  it('compare and join as Buffer does', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b));
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(concatBytes(a, b)).toEqual(new Uint8Array(Buffer.concat([a, b])));
      }),
    );
  });

  it('hold text, or say that they do not', () => {
    expect(fromUtf8(toUtf8('Was für ein Müll? 🗑'))).toBe('Was für ein Müll? 🗑');
    expect(fromUtf8(Uint8Array.of(0xff, 0xfe))).toBeNull();
  });
});
