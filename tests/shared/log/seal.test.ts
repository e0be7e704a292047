import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writeLogUpdate } from '../../../shared/log/canonical.ts';
import { decodeEnvelope, type Envelope, encodeEnvelope } from '../../../shared/log/envelope.ts';
import { createGate } from '../../../shared/log/gate.ts';
import { encodeHello } from '../../../shared/log/hello.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import type { Log } from '../../../shared/log/log.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { encodeSeal, readSeal } from '../../../shared/log/seal.ts';
import { createSealJudge } from '../../../shared/log/sealJudge.ts';
import { type SessionKey, sessionKeyToBytes } from '../../../shared/log/session.ts';
import { concatBytes, noBytes, toBase64Url, toUtf8 } from '../../../shared/util/bytes.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import {
  changeSomething,
  createSignedWriter,
  createWriter,
  describeDoc,
  describeJam,
  elsewhere,
  readJam,
  type SignedWriter,
  shuffle,
} from './support.ts';

type Step =
  | { readonly do: 'act'; readonly who: number; readonly dice: [number, number, number] }
  | { readonly do: 'send'; readonly from: number; readonly to: number }
  | { readonly do: 'seal' | 'sealWrongly'; readonly who: number };

const who = fc.nat(2);
const number = fc.nat(1000);
const act = fc.record({ do: fc.constant('act' as const), who, dice: fc.tuple(number, number, number) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: act },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), from: who, to: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('seal' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sealWrongly' as const), who }) },
);

/** alice, bob and carol work and seal, now and then wrongly; each builds on what is shown to them. */
function performJam(steps: readonly Step[]): LogRecord[] {
  const writers = ['alice', 'bob', 'carol'].map((name, i) => createSignedWriter(name, i + 1));
  for (const each of steps) {
    if (each.do === 'send') writers[each.to]?.take(writers[each.from]?.log.records() ?? []);
    else {
      const writer = writers[each.who] as SignedWriter;
      if (each.do === 'act') writer.act((doc) => changeSomething(doc, writer, each.dice));
      else writer[each.do]();
    }
  }
  return writers.flatMap((writer) => writer.log.records());
}

const uint = (value: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
};

/** The oracle: looks at every seal from the front, with the curve's own library and a chain hashed from the start. */
function findCuts(log: Log): Map<SessionKey, number> {
  const cuts = new Map<SessionKey, number>();
  for (const session of log.sessions()) {
    const device = log.hello(session)?.device ?? noBytes;
    const hashes: Uint8Array[] = [];
    let firstWrong: number | null = null;
    for (let seq = 0; seq < log.length(session); seq++) {
      const { bytes, envelope } = log.stored(session, seq) ?? {};
      hashes.push(sha256(concatBytes(hashes[seq - 1] ?? noBytes, bytes ?? noBytes)));
      if (envelope?.kind !== 'seal') continue;
      const seal = readSeal(envelope.body);
      const key = sessionKeyToBytes(session) ?? noBytes;
      const upTo = seal?.upTo ?? -1;
      const message = concatBytes(toUtf8('riffroom seal\0'), key, uint(upTo), hashes[upTo] ?? noBytes);
      const isRight = ed25519.verify(seal?.signature ?? noBytes, message, device, { zip215: false });
      firstWrong = isRight ? null : (firstWrong ?? seq);
    }
    if (firstWrong !== null) cuts.set(session, firstWrong);
  }
  return cuts;
}

describe('seals', () => {
  it('show the same to everybody, whatever the order of arrival, wrong ones among them', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 50 }),
        fc.nat(),
        fc.integer({ min: 1, max: 7 }),
        (steps, seed, portions) => {
          const records = performJam(steps);
          const orderly = readJam([records]);
          const mixed = shuffle(records, seed);
          const size = Math.max(1, Math.ceil(mixed.length / portions));
          const sticks = Array.from({ length: portions }, (_, i) => mixed.slice(i * size, (i + 1) * size));
          const shuffled = readJam([...sticks, ...sticks.slice(0, 1)]);
          const cuts = findCuts(orderly.log);
          const expected = new Y.Doc({ gc: false });
          for (const session of orderly.log.sessions()) {
            const end = cuts.get(session) ?? orderly.log.length(session);
            for (let seq = 0; seq < end; seq++) {
              const { envelope } = orderly.log.stored(session, seq) ?? {};
              if (envelope?.kind === 'edit') Y.applyUpdate(expected, envelope.body);
            }
          }
          expect(describeJam(shuffled)).toEqual(describeJam(orderly));
          for (const { jamDoc, materialiser } of [orderly, shuffled]) {
            expect(describeDoc(jamDoc)).toEqual(describeDoc(expected));
            expect(jamDoc.store.pendingStructs).toBeNull();
            expect(new Map(materialiser.cuts.map(({ session, seq }) => [session, seq]))).toEqual(cuts);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('cut a session that somebody else went on with, and leave what its author wrote and others built on it', () => {
    const alice = createSignedWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'wicked'));
    alice.seal();
    const bob = createSignedWriter('bob', 2, alice.log.records());
    bob.act((doc) => doc.getText('brief').insert(6, '!'));
    bob.seal();
    // mallory knows alice's session, and has no key of hers.
    const forged = createLog();
    forged.addEnvelopes(bob.log.records(), elsewhere);
    const append = (kind: 'edit' | 'seal', body: Uint8Array): void => {
      const past = forged.lamport + 1;
      const draft = { kind, lamport: past, seen: [{ session: bob.session.key, seq: 2 }], wall: 0, body };
      forged.append(alice.session.key, { ...draft, seen: kind === 'seal' ? draft.seen : [] });
    };
    append('seal', encodeSeal({ upTo: 2, signature: new Uint8Array(64).fill(7) }));
    append(
      'edit',
      writeAs(alice, (doc) => doc.getText('brief').insert(0, 'not ')),
    );
    const { jamDoc, materialiser } = readJam([forged.records()]);
    expect(jamDoc.getText('brief').toString()).toBe('wicked!');
    expect(materialiser.cuts).toEqual([{ session: alice.session.key, seq: 3, code: 'wrong-seal' }]);
  });

  it('lift the doubt when the device itself stands by what came before', () => {
    const alice = createSignedWriter('alice', 1);
    const carol = createSignedWriter('carol', 2);
    alice.act((doc) => doc.getText('brief').insert(0, 'one'));
    alice.sealWrongly();
    alice.act((doc) => doc.getText('brief').insert(3, ' two'));
    carol.take(alice.log.records());
    expect(carol.jamDoc.getText('brief').toString()).toBe('one');
    alice.seal();
    carol.take(alice.log.records());
    expect(carol.jamDoc.getText('brief').toString()).toBe('one two');
    expect(carol.materialiser.cuts).toEqual([]);
  });

  it('cost one signature a session, however many there are', () => {
    const alice = createSignedWriter('alice', 1);
    for (let i = 0; i < 60; i++) {
      alice.act((doc) => doc.getText('brief').insert(0, 'x'));
      alice.seal();
    }
    let looks = 0;
    const counting: Log = {
      ...alice.log,
      stored(session, seq) {
        looks += 1;
        return alice.log.stored(session, seq);
      },
    };
    const judge = createSealJudge(counting);
    for (const seq of alice.log.seals(alice.session.key)) {
      expect(judge.stands(alice.session.key, seq)).toBe(true);
    }
    expect(alice.log.seals(alice.session.key)).toHaveLength(60);
    expect(looks).toBe(1);
  });

  it('end their session where they don’t fit by form', () => {
    const alice = createSignedWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    alice.seal();
    alice.act((doc) => doc.getText('brief').insert(0, 'y'));
    const { log } = readJam([alice.log.records()]);
    const signature = new Uint8Array(64);
    const bodies = [
      encodeSeal({ upTo: 4, signature }), // itself
      encodeSeal({ upTo: 1, signature }), // not the seal before
      encodeSeal({ upTo: 3, signature }).subarray(0, -1),
      noBytes,
    ];
    for (const body of bodies) {
      const envelope: Envelope = { kind: 'seal', seq: 4, lamport: 99, seen: [], wall: 0, body };
      const bytes = encodeEnvelope(envelope);
      const report = log.addEnvelopes([{ session: alice.session.key, bytes }], elsewhere);
      expect(report.refused).toMatchObject([{ code: 'seal-malformed' }]);
    }
    expect(log.length(alice.session.key)).toBe(4);
  });

  it('never throw on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 90 }), (body) => void readSeal(body)));
    expect(readSeal(encodeSeal({ upTo: 300, signature: new Uint8Array(64).fill(5) }))).toEqual({
      upTo: 300,
      signature: new Uint8Array(64).fill(5),
    });
  });
});

describe('a signed hello', () => {
  const alice = createSignedWriter('alice', 1);
  alice.act((doc) => doc.getText('brief').insert(0, 'x'));
  const [helloRecord] = alice.log.records();
  const offer = (body: Uint8Array) => {
    const envelope = decodeEnvelope(helloRecord?.bytes ?? noBytes);
    if (!envelope.ok) throw new Error(envelope.sentence);
    const bytes = encodeEnvelope({ ...envelope.value, body });
    return createLog().addEnvelopes([{ session: alice.session.key, bytes }], elsewhere);
  };

  it('is taken as it was signed, and refused in a sentence when anything in it was changed', () => {
    const body = encodeHello(alice.session);
    expect(offer(body)).toMatchObject({ added: 1, refused: [] });
    for (let at = 0; at < body.length; at++) {
      const changed = body.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const report = offer(changed);
      expect(report.added, `byte ${at}`).toBe(0);
      expect(report.refused[0]?.sentence).toMatch(/^[A-Z].{15,}[.]$/);
    }
    const renamed = encodeHello({ ...alice.session, memberName: 'Bob' });
    expect(offer(renamed).refused).toMatchObject([{ code: 'hello-forged' }]);
  });

  it('is not looked at again where this laptop vouches for what it once took', () => {
    const forged = encodeHello({ ...alice.session, memberName: 'Bob' });
    const read = decodeEnvelope(helloRecord?.bytes ?? noBytes);
    if (!read.ok) throw new Error(read.sentence);
    const record = { session: alice.session.key, bytes: encodeEnvelope({ ...read.value, body: forged }) };
    const [vouching, adding] = [createLog(), createLog()];
    vouching.vouch([record], () => 0);
    adding.addEnvelopes([record], elsewhere);
    // Only who has looked can tell: a millisecond a session is what opening a long jam saves.
    expect([vouching.size, adding.size]).toEqual([1, 0]);
  });

  it('is told from an unsigned one, which files still hold', () => {
    const bob = createWriter('bob', 2);
    bob.act((doc) => doc.getText('brief').insert(0, 'y'));
    const { log } = readJam([[...alice.log.records(), ...bob.log.records()]]);
    expect(log.hello(alice.session.key)?.signature).toHaveLength(64);
    expect(log.hello(bob.session.key)?.signature).toHaveLength(0);
  });
});

describe('a live peer’s gate', () => {
  const unsigned = createWriter('old', 1);
  unsigned.act((doc) => doc.getText('brief').insert(0, 'old'));
  const alice = createSignedWriter('alice', 2);
  alice.act((doc) => doc.getText('brief').insert(0, 'new'));
  const update = writeLogUpdate(
    [unsigned, alice].map(({ log, session }) => ({
      session: session.key,
      logClientId: session.logClientId,
      from: 0,
      envelopes: log.records().map(({ bytes }) => bytes),
    })),
  );

  it('lets in sessions that are signed, and no other', () => {
    const log = createLog();
    const gate = createGate(log, { refuseUnsigned: true });
    expect(gate.admit(update, elsewhere)).toMatchObject({ added: 2, refusedItems: [{ code: 'unsigned' }] });
    expect(log.sessions()).toEqual([alice.session.key]);
    expect(gate.refused).toBe(1);
    expect(createGate(createLog()).admit(update, elsewhere)).toMatchObject({ added: 4, refusedItems: [] });
  });

  it('lets an unsigned session go on that a file brought', () => {
    const log = createLog();
    log.addEnvelopes(unsigned.log.records().slice(0, 1), elsewhere);
    const gate = createGate(log, { refuseUnsigned: true });
    expect(gate.admit(update, elsewhere)).toMatchObject({ added: 3, duplicates: 1, refusedItems: [] });
  });
});

describe('the chain’s hash', () => {
  it('is the same wherever it is asked for first', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 300; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const records = alice.log.records();
    const hashes: Uint8Array[] = [];
    for (const { bytes } of records) hashes.push(sha256(concatBytes(hashes.at(-1) ?? noBytes, bytes)));
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }), (asked) => {
        const { log } = readJam([records]);
        for (const seq of asked) {
          expect(log.hashAt(alice.session.key, seq)).toBe(toBase64Url(hashes[seq] ?? noBytes));
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** What somebody who knows alice's client could write under it. */
function writeAs({ jamDoc, session }: SignedWriter, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(jamDoc));
  doc.clientID = session.docClientId;
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}
