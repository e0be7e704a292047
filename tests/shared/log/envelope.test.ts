import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEnvelope, type Envelope, encodeEnvelope, peekSeq } from '../../../shared/log/envelope.ts';
import { encodeHello, readHello } from '../../../shared/log/hello.ts';
import { maxEnvelopeBytes } from '../../../shared/log/limits.ts';
import { createSession, sessionKeyFromBytes } from '../../../shared/log/session.ts';
import { concatBytes, toHex } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';

const count = fc.maxSafeNat();
const key = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(sessionKeyFromBytes);
const envelope: fc.Arbitrary<Envelope> = fc.record({
  kind: fc.constantFrom('hello' as const, 'edit' as const, 'kind-7' as const, 'kind-123456' as const),
  seq: count,
  lamport: count,
  seen: fc
    .uniqueArray(fc.record({ session: key, seq: count }), { maxLength: 5, selector: (head) => head.session })
    .map((seen) => seen.sort((a, b) => (a.session < b.session ? -1 : 1))),
  wall: count,
  body: fc.uint8Array({ maxLength: 50 }),
});
const alice = createSession(createSeededContext(1), {
  device: new Uint8Array(32).fill(1),
  memberId: 'alice-id',
  memberName: 'Alice Ångström',
});

describe('envelope', () => {
  it('is read as it was written, kinds of newer versions too', () => {
    fc.assert(
      fc.property(envelope, (value) => {
        const bytes = encodeEnvelope(value);
        expect(decodeEnvelope(bytes)).toEqual({ ok: true, value });
        expect(peekSeq(bytes)).toBe(value.seq);
      }),
    );
  });

  it('may carry more behind its body than this version knows', () => {
    const value: Envelope = { kind: 'edit', seq: 1, lamport: 2, seen: [], wall: 3, body: Uint8Array.of(4) };
    const newer = concatBytes(encodeEnvelope(value), Uint8Array.of(9, 9, 9));
    expect(decodeEnvelope(newer)).toEqual({ ok: true, value });
  });

  it('never throws on anything, and never reads past its own end', () => {
    fc.assert(
      fc.property(envelope, fc.nat(), fc.nat(255), fc.nat(), (value, at, byte, cut) => {
        const bytes = encodeEnvelope(value);
        bytes[at % bytes.length] = byte;
        const whole = concatBytes(bytes.subarray(0, cut % (bytes.length + 1)), new Uint8Array(99).fill(0x55));
        const view = whole.subarray(0, whole.length - 99);
        const read = decodeEnvelope(view);
        expect(read).toEqual(decodeEnvelope(view.slice()));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void decodeEnvelope(bytes)),
      { numRuns: 500 },
    );
  });

  it('is refused when it is cut, too large, or names its heads twice', () => {
    const value: Envelope = {
      kind: 'edit',
      seq: 1,
      lamport: 2,
      seen: [],
      wall: 3,
      body: Uint8Array.of(4, 5),
    };
    const bytes = encodeEnvelope(value);
    for (let end = 0; end < bytes.length; end++) {
      expect(decodeEnvelope(bytes.subarray(0, end))).toMatchObject({ ok: false, code: 'envelope-malformed' });
    }
    expect(decodeEnvelope(new Uint8Array(maxEnvelopeBytes + 1))).toMatchObject({
      code: 'envelope-too-large',
    });
    const twice = { session: alice.key, seq: 1 };
    expect(decodeEnvelope(encodeEnvelope({ ...value, seen: [twice, twice] }))).toMatchObject({ ok: false });
    const claimsMillions = Uint8Array.of(1, 1, 1, 1, 0xff, 0xff, 0xff, 0x7f, 0);
    expect(decodeEnvelope(claimsMillions)).toMatchObject({ ok: false });
  });

  it('keeps its bytes from version to version', () => {
    const value: Envelope = {
      kind: 'edit',
      seq: 3,
      lamport: 300,
      seen: [{ session: sessionKeyFromBytes(new Uint8Array(16).fill(7)), seq: 5 }],
      wall: 3000,
      body: Uint8Array.of(0, 0),
    };
    expect(toHex(encodeEnvelope(value))).toBe(`0103ac02b81701${'07'.repeat(16)}05020000`);
  });
});

describe('hello', () => {
  it('says whose the session is', () => {
    const read = readHello(encodeHello(alice));
    expect(read).toMatchObject({ ok: true, value: { ...alice, format: 1 } });
  });

  it('is refused under a client that does not follow from device and session', () => {
    expect(() => encodeHello({ ...alice, docClientId: alice.docClientId + 1 })).toThrow(RangeError);
    const body = encodeHello(alice);
    body[2] = 99; // another device, the same client
    expect(readHello(body)).toMatchObject({ ok: false, code: 'hello-malformed' });
  });

  it('never throws on mutated bytes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.nat(), (at, byte, cut) => {
        const body = encodeHello(alice);
        body[at % body.length] = byte;
        readHello(body.subarray(0, cut % (body.length + 1)));
      }),
      { numRuns: 500 },
    );
  });
});
