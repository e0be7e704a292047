import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeEnvelope, peekSeq } from '../../../shared/log/envelope.ts';
import { compareHeads, decodeHeads, digestHeads, encodeHeads } from '../../../shared/log/heads.ts';
import { encodeHello } from '../../../shared/log/hello.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createSession } from '../../../shared/log/session.ts';
import { toHex } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { createWriter, elsewhere, shuffle } from './support.ts';

/** What alice's laptop wrote: her hello and `edits` edits. */
function recordsOf(name: string, seed: number, edits: number): LogRecord[] {
  const writer = createWriter(name, seed);
  for (let i = 0; i < edits; i++) writer.act((doc) => doc.getText('brief').insert(0, 'x'));
  return writer.log.records();
}

describe('log', () => {
  it('builds byte for byte the Yjs items that the session itself would have pushed', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 5; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const pushed = new Y.Doc({ gc: false });
    pushed.clientID = alice.session.logClientId;
    for (const { bytes } of alice.log.records()) pushed.getArray(alice.session.key).push([bytes]);
    expect(Y.encodeStateAsUpdate(alice.log.doc)).toEqual(Y.encodeStateAsUpdate(pushed));
  });

  it('is a union: logs synced as Yjs documents and as records never double anything', () => {
    const [alice, bob] = [createLog(), createLog()];
    const records = [...recordsOf('alice', 1, 5), ...recordsOf('bob', 2, 5)];
    alice.addEnvelopes(records, elsewhere);
    bob.addEnvelopes(shuffle(records, 3), elsewhere);
    Y.applyUpdate(alice.doc, Y.encodeStateAsUpdate(bob.doc), elsewhere);
    expect(alice.size).toBe(12);
    expect(Y.encodeStateAsUpdate(alice.doc)).toEqual(Y.encodeStateAsUpdate(bob.doc));
    // Two peers that agree exchange two bytes.
    expect(Y.encodeStateAsUpdate(alice.doc, Y.encodeStateVector(bob.doc))).toHaveLength(2);
  });

  it('indexes what a store applies to its document', () => {
    const records = recordsOf('alice', 1, 5);
    const alice = createLog();
    alice.addEnvelopes(records, elsewhere);
    const reopened = createLog();
    const heard: unknown[] = [];
    reopened.onRecords(({ envelopes, origin }) => heard.push(envelopes.length, origin));
    Y.applyUpdate(reopened.doc, Y.encodeStateAsUpdate(alice.doc), 'store');
    expect(heard).toEqual([6, 'store']);
    expect(reopened.records()).toEqual(alice.records());
    expect(digestHeads(reopened.heads())).toBe(digestHeads(alice.heads()));
  });

  it('lets go what waited when a store brings the missing one', () => {
    const records = recordsOf('alice', 1, 5);
    const source = createLog();
    source.addEnvelopes(records.slice(0, 3), elsewhere);
    const log = createLog();
    expect(log.addEnvelopes(records.slice(3), elsewhere)).toMatchObject({ added: 0, held: 3 });
    Y.applyUpdate(log.doc, Y.encodeStateAsUpdate(source.doc), 'store');
    expect(log.size).toBe(6);
    expect(log.held).toBe(0);
  });

  it('hands out what somebody with given heads lacks, and that makes the two equal', () => {
    const all = [...recordsOf('alice', 1, 8), ...recordsOf('bob', 2, 8)];
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (fromAlice, fromBob) => {
        const whole = createLog();
        whole.addEnvelopes(all, elsewhere);
        const part = createLog();
        part.addEnvelopes([...all.slice(0, fromAlice), ...all.slice(9, 9 + fromBob)], elsewhere);
        const lacking = whole.records(part.heads());
        expect(lacking).toHaveLength(18 - part.size);
        part.addEnvelopes(lacking, elsewhere);
        expect(compareHeads(part.heads(), whole.heads())).toEqual({
          equal: true,
          aLacks: [],
          bLacks: [],
          forked: [],
        });
      }),
    );
  });

  it('says what became of records: added, here already, waiting, refused', () => {
    const records = recordsOf('alice', 1, 3);
    const log = createLog();
    const [hello, first, second, third] = records as [LogRecord, LogRecord, LogRecord, LogRecord];
    expect(log.addEnvelopes([third, hello], elsewhere)).toMatchObject({ added: 1, held: 1 });
    expect(log.addEnvelopes([hello, first, second], elsewhere)).toMatchObject({ added: 3, duplicates: 1 });
    expect(log.held).toBe(0);
    const junk = { session: hello.session, bytes: Uint8Array.of(1, 4, 255) };
    const stranger = { session: 'nobody', bytes: hello.bytes };
    expect(log.addEnvelopes([junk, stranger], elsewhere).refused.map(({ code }) => code)).toEqual([
      'envelope-malformed',
      'record-malformed',
    ]);
    expect(log.size).toBe(4);
  });

  it('refuses a session under a name that does not follow from its device', () => {
    const [hello] = recordsOf('alice', 1, 1);
    const [other] = recordsOf('bob', 2, 1);
    const log = createLog();
    const report = log.addEnvelopes(
      [{ session: other?.session ?? '', bytes: hello?.bytes ?? new Uint8Array(0) }],
      elsewhere,
    );
    expect(report).toMatchObject({ added: 0, refused: [{ code: 'wrong-session' }] });
    expect(log.sessions()).toEqual([]);
  });

  it('takes nothing under the name of a session that is being written here, which goes on', () => {
    const alice = createWriter('alice', 1);
    alice.act((doc) => doc.getMap('ideas').set('a', 1));
    const forger = new Y.Doc({ gc: false });
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(alice.jamDoc));
    const known = Y.encodeStateVector(forger);
    forger.clientID = alice.session.docClientId;
    forger.getMap('ideas').set('b', 'forged');
    const { lamport } = alice.log;
    const made = { kind: 'edit', seq: 2, lamport: lamport + 1, seen: [], wall: 0 } as const;
    const bytes = encodeEnvelope({ ...made, body: Y.encodeStateAsUpdate(forger, known) });
    const report = alice.log.addEnvelopes([{ session: alice.session.key, bytes }], elsewhere);
    expect(report.refused).toMatchObject([{ code: 'own-session', seq: 2 }]);
    alice.act((doc) => doc.getMap('ideas').set('c', 'mine'));
    expect(alice.log.length(alice.session.key)).toBe(3);
    const reader = createWriter('bob', 2, alice.log.records());
    expect(reader.jamDoc.getMap('ideas').toJSON()).toEqual({ a: 1, c: 'mine' });
  });

  it('bounds what waits and drops the rest, which comparing heads brings back', () => {
    const [hello, , ...later] = recordsOf('alice', 1, 3);
    const many = Array.from({ length: 20_010 }, (_, i) => ({
      session: hello?.session ?? '',
      bytes: encodeEnvelope({
        kind: 'kind-9',
        seq: i + 50,
        lamport: i + 50,
        seen: [],
        wall: 0,
        body: new Uint8Array(0),
      }),
    }));
    const log = createLog();
    expect(log.addEnvelopes([...later, ...many], elsewhere)).toMatchObject({ held: 20_000, dropped: 12 });
  });

  it('tells its other listeners when one of them fails', () => {
    const log = createLog();
    let heard = 0;
    log.onRecords(() => {
      throw new Error('a view choked');
    });
    log.onRecords(({ envelopes }) => {
      heard += envelopes.length;
    });
    expect(() => log.addEnvelopes(recordsOf('alice', 1, 1), elsewhere)).toThrow('a view choked');
    expect(heard).toBe(2);
  });

  it('keeps envelopes of kinds it does not know, and passes them on', () => {
    const alice = createWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const draft = { kind: 'kind-42' as const, lamport: 3, seen: [], wall: 0, body: Uint8Array.of(1, 2, 3) };
    alice.log.append(alice.session.key, draft);
    alice.act((doc) => doc.getText('brief').insert(0, 'y'));
    const bob = createWriter('bob', 2, alice.log.records());
    expect(bob.jamDoc.getText('brief').toString()).toBe('yx');
    expect(bob.log.stored(alice.session.key, 2)?.envelope.kind).toBe('kind-42');
    expect(bob.materialiser.waiting).toBe(0);
  });
});

describe('heads', () => {
  it('hash the chain of a session’s envelopes', () => {
    const records = recordsOf('alice', 1, 4);
    const log = createLog();
    log.addEnvelopes(records, elsewhere);
    let hash = new Uint8Array(0);
    for (const { bytes } of records) hash = new Uint8Array(sha256(Buffer.concat([hash, bytes])));
    const [head] = log.heads().values();
    expect(Buffer.from(head?.hash ?? '', 'base64url').toString('hex')).toBe(toHex(hash));
    expect(log.hashAt(records[0]?.session ?? '', 4)).toBe(head?.hash);
    const [early] = createLogOf(records.slice(0, 3)).heads().values();
    expect(log.hashAt(records[0]?.session ?? '', 2)).toBe(early?.hash);
  });

  const createLogOf = (records: LogRecord[]) => {
    const log = createLog();
    log.addEnvelopes(records, elsewhere);
    return log;
  };

  it('show that a session which went on under its old name has forked', () => {
    const session = createSession(createSeededContext(1), {
      device: new Uint8Array(32),
      memberId: 'alice-id',
      memberName: 'Alice',
    });
    const write = (...words: string[]): LogRecord[] => {
      const log = createLog();
      log.append(session.key, { kind: 'hello', lamport: 1, seen: [], wall: 0, body: encodeHello(session) });
      for (const [i, word] of words.entries()) {
        log.append(session.key, {
          kind: 'kind-9',
          lamport: i + 2,
          seen: [],
          wall: 0,
          body: Buffer.from(word),
        });
      }
      return log.records();
    };
    const before = createLogOf(write('one', 'two', 'three'));
    const after = createLogOf(write('one', 'other', 'three'));
    const behind = createLogOf(write('one', 'other'));
    expect(compareHeads(before.heads(), after.heads())).toMatchObject({
      equal: false,
      forked: [session.key],
    });
    expect(compareHeads(before.heads(), behind.heads()).forked).toEqual([]);
    expect(compareHeads(before.heads(), behind.heads(), before.hashAt)).toMatchObject({
      forked: [session.key],
    });
    expect(before.addEnvelopes(after.records(), elsewhere)).toMatchObject({
      added: 0,
      forked: [session.key],
    });
    expect(before.records()).toEqual(write('one', 'two', 'three'));
  });

  it('say who lacks what', () => {
    const alice = recordsOf('alice', 1, 3);
    const bob = recordsOf('bob', 2, 3);
    const left = createLogOf([...alice, ...bob.slice(0, 2)]);
    const right = createLogOf([...alice.slice(0, 2), ...bob]);
    const [a, b] = [alice[0]?.session, bob[0]?.session];
    expect(compareHeads(left.heads(), right.heads())).toEqual({
      equal: false,
      aLacks: [b],
      bLacks: [a],
      forked: [],
    });
    expect(compareHeads(left.heads(), new Map()).bLacks).toEqual([a, b]);
    expect(compareHeads(new Map(), left.heads()).aLacks).toEqual([a, b]);
  });

  it('are written alike whatever order they were learnt in, and never throw when read', () => {
    const records = [...recordsOf('alice', 1, 1), ...recordsOf('bob', 2, 1)];
    const heads = createLogOf(records).heads();
    const other = createLogOf(records.toReversed()).heads();
    expect(encodeHeads(heads)).toEqual(encodeHeads(other));
    expect(decodeHeads(encodeHeads(heads))).toEqual({ ok: true, value: heads });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void decodeHeads(bytes)));
    expect(peekSeq(new Uint8Array(0))).toBeNull();
  });
});
