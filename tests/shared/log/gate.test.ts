import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writeLogUpdate } from '../../../shared/log/canonical.ts';
import { type Envelope, encodeEnvelope } from '../../../shared/log/envelope.ts';
import { createGate } from '../../../shared/log/gate.ts';
import { encodeHello } from '../../../shared/log/hello.ts';
import { maxDepth, maxEnvelopeBytes } from '../../../shared/log/limits.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../../shared/log/materialise.ts';
import { createSession, type Session } from '../../../shared/log/session.ts';
import { concatBytes, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { changeSomething, createWriter, elsewhere } from './support.ts';

/** bob's laptop with a gate, holding what alice did, and mallory who writes whatever she likes. */
function meet() {
  const alice = createWriter('alice', 1);
  for (let i = 0; i < 4; i++) alice.act((doc) => changeSomething(doc, alice, [0, i, i]));
  const bob = createWriter('bob', 2, alice.log.records());
  const mallory = createSession(createSeededContext(3), {
    device: sha256(toUtf8('mallory')),
    memberId: 'mallory-id',
    memberName: 'Mallory',
  });
  return { alice, bob, mallory, gate: createGate(bob.log), before: bob.log.records() };
}

const envelope = (seq: number, body: Uint8Array, more: Partial<Envelope> = {}): Envelope => ({
  kind: seq === 0 ? 'hello' : 'edit',
  seq,
  lamport: seq + 1,
  seen: [],
  wall: 0,
  body,
  ...more,
});

/** An update of the log document with mallory's hello and these envelopes behind it. */
function say(session: Session, ...envelopes: Envelope[]): Uint8Array {
  const all = [envelope(0, encodeHello(session)), ...envelopes].map(encodeEnvelope);
  return writeLogUpdate([
    { session: session.key, logClientId: session.logClientId, from: 0, envelopes: all },
  ]);
}

/** An honest body under some client. */
function write(client: number, change: (doc: Y.Doc) => void, on?: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  if (on) Y.applyUpdate(doc, on);
  doc.clientID = client;
  let body = new Uint8Array(0);
  doc.on('update', (update: Uint8Array) => {
    body = new Uint8Array(update);
  });
  doc.transact(() => change(doc));
  return body;
}

describe('the gate lets through', () => {
  it('what honest peers send, whole or in parts, once or twice', () => {
    const { alice, bob, gate } = meet();
    alice.act((doc) => changeSomething(doc, alice, [2, 1, 1]));
    const whole = Y.encodeStateAsUpdate(alice.log.doc);
    expect(gate.admit(whole, elsewhere)).toMatchObject({
      added: 1,
      duplicates: 5,
      refused: [],
      refusedItems: [],
    });
    alice.act((doc) => changeSomething(doc, alice, [2, 1, 1]));
    const part = Y.encodeStateAsUpdate(alice.log.doc, Y.encodeStateVector(bob.log.doc));
    expect(gate.admit(part, elsewhere)).toMatchObject({ added: 1, duplicates: 0 });
    expect(gate.admit(part, elsewhere)).toMatchObject({ added: 0, duplicates: 1 });
    expect(Y.encodeStateAsUpdate(bob.log.doc)).toEqual(Y.encodeStateAsUpdate(alice.log.doc));
    expect(gate.refused).toBe(0);
  });

  it('deletions of characters that others wrote', () => {
    const { bob, mallory, gate, alice } = meet();
    alice.act((doc) => doc.getText('brief').insert(0, 'wicked'));
    bob.take(alice.log.records());
    const body = write(
      mallory.docClientId,
      (doc) => doc.getText('brief').delete(0, 2),
      Y.encodeStateAsUpdate(bob.jamDoc),
    );
    const seen = [{ session: alice.session.key, seq: 5 }];
    const report = gate.admit(say(mallory, envelope(1, body, { seen, lamport: 7 })), elsewhere);
    expect(report).toMatchObject({ added: 2, refused: [] });
    expect(bob.jamDoc.getText('brief').toString()).toBe('cked');
  });
});

describe('the gate holds back', () => {
  it('what comes before its predecessor, until that comes', () => {
    const { alice, bob, gate } = meet();
    for (let i = 0; i < 3; i++) alice.act((doc) => changeSomething(doc, alice, [2, i, i]));
    const { key, logClientId } = alice.session;
    const run = (from: number) => {
      const envelopes = alice.log
        .records()
        .slice(from)
        .map((record) => record.bytes);
      return writeLogUpdate([{ session: key, logClientId, from, envelopes }]);
    };
    expect(gate.admit(run(6), elsewhere)).toMatchObject({ added: 0, held: 2 });
    expect(bob.log.doc.store.pendingStructs).toBeNull();
    expect(gate.admit(run(5), elsewhere)).toMatchObject({ added: 3 });
    expect(bob.log.held).toBe(0);
    expect(Y.encodeStateAsUpdate(bob.log.doc)).toEqual(Y.encodeStateAsUpdate(alice.log.doc));
  });
});

describe('the gate refuses, without a trace in the log', () => {
  const refusesItem = (make: (people: ReturnType<typeof meet>) => Uint8Array, code = 'no-log-item'): void => {
    const people = meet();
    const report = people.gate.admit(make(people), elsewhere);
    expect(report.refusedItems.map((item) => item.code)).toEqual([code]);
    expect(report.added).toBe(0);
    expect(people.bob.log.records()).toEqual(people.before);
    expect(people.bob.log.doc.store.pendingStructs).toBeNull();
    expect(people.gate.refused).toBe(1);
  };

  it('a deletion', () => {
    refusesItem(({ bob, alice }) => {
      const doc = new Y.Doc({ gc: false });
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob.log.doc));
      const before = Y.encodeStateVector(doc);
      doc.getArray(alice.session.key).delete(2);
      return Y.encodeStateAsUpdate(doc, before);
    }, 'deletes');
  });

  /** One struct under a client, written by hand. */
  const struct = (client: number, clock: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value);
    write(encoder);
    encoding.writeVarUint(encoder, 0);
    return encoding.toUint8Array(encoder);
  };

  it('a GC under an absent person’s client', () => {
    refusesItem(({ alice }) =>
      struct(alice.session.logClientId, 5, (encoder) =>
        encoding.writeUint8Array(encoder, Uint8Array.of(0, 9)),
      ),
    );
  });

  it('a Skip', () => {
    refusesItem(({ alice }) =>
      struct(alice.session.logClientId, 5, (encoder) =>
        encoding.writeUint8Array(encoder, Uint8Array.of(10, 9)),
      ),
    );
  });

  it('content that is no envelope', () => {
    refusesItem(({ mallory }) =>
      write(mallory.logClientId, (doc) => doc.getArray(mallory.key).push(['text'])),
    );
  });

  it('a hello under a foreign client', () => {
    refusesItem(({ mallory }) => {
      const hello = encodeEnvelope(envelope(0, encodeHello(mallory)));
      return writeLogUpdate([{ session: mallory.key, logClientId: 12345, from: 0, envelopes: [hello] }]);
    });
  });

  it('a hello in somebody else’s root', () => {
    refusesItem(({ mallory, alice }) => {
      const hello = encodeEnvelope(envelope(0, encodeHello(mallory)));
      return writeLogUpdate([
        { session: alice.session.key, logClientId: mallory.logClientId, from: 0, envelopes: [hello] },
      ]);
    });
  });

  it('an item between others, or behind one of another session', () => {
    refusesItem(({ alice, mallory }) =>
      struct(alice.session.logClientId, 5, (encoder) => {
        encoding.writeUint8(encoder, 0x83);
        encoding.writeVarUint(encoder, mallory.logClientId);
        encoding.writeVarUint(encoder, 4);
        encoding.writeVarUint8Array(encoder, encodeEnvelope(envelope(5, new Uint8Array(2))));
      }),
    );
    refusesItem(({ alice }) =>
      struct(alice.session.logClientId, 5, (encoder) => {
        encoding.writeUint8(encoder, 0x83);
        encoding.writeVarUint(encoder, alice.session.logClientId);
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, encodeEnvelope(envelope(5, new Uint8Array(2))));
      }),
    );
  });

  it('an envelope under a number that is not its own', () => {
    for (const seq of [0, 4, 7]) {
      refusesItem(({ alice }) => {
        const { key, logClientId } = alice.session;
        const wrong = encodeEnvelope(envelope(seq, new Uint8Array(2), { kind: 'edit' }));
        return writeLogUpdate([{ session: key, logClientId, from: 5, envelopes: [wrong] }]);
      });
    }
  });

  it('bytes that are no update', () => {
    refusesItem(() => Uint8Array.of(1, 2, 3), 'update-malformed');
  });

  it('and counts what comes without its hello as unplaced', () => {
    const { gate, mallory } = meet();
    const body = encodeEnvelope(envelope(3, new Uint8Array(2)));
    const late = writeLogUpdate([
      { session: mallory.key, logClientId: mallory.logClientId, from: 3, envelopes: [body] },
    ]);
    expect(gate.admit(late, elsewhere)).toMatchObject({ added: 0, unplaced: 1, refusedItems: [] });
  });
});

describe('an envelope is refused', () => {
  const refuses = (code: string, make: (people: ReturnType<typeof meet>) => Envelope): void => {
    const people = meet();
    const report = people.gate.admit(say(people.mallory, make(people)), elsewhere);
    expect(report.refused.map((record) => record.code)).toEqual([code]);
    expect(report.added).toBe(1); // her hello
    expect(people.bob.log.length(people.mallory.key)).toBe(1);
    expect(people.bob.jamDoc.store.pendingStructs).toBeNull();
  };

  it('that does not come after its own past, or saw itself', () => {
    refuses('wrong-lamport', () => envelope(1, new Uint8Array(2), { lamport: 1 }));
    refuses('saw-itself', ({ mallory }) =>
      envelope(1, new Uint8Array(2), { seen: [{ session: mallory.key, seq: 0 }] }),
    );
  });

  it('that introduces itself again', () => {
    refuses('second-hello', ({ mallory }) => envelope(1, encodeHello(mallory), { kind: 'hello' }));
  });

  it('that writes in another’s name', () => {
    refuses('body-malformed', ({ alice }) =>
      envelope(
        1,
        write(alice.session.docClientId, (doc) => doc.getText('brief').insert(0, 'x')),
      ),
    );
  });

  it('that leaves a gap, so that nothing behind it would ever appear', () => {
    refuses('body-malformed', ({ mallory }) => {
      const doc = new Y.Doc({ gc: false });
      doc.clientID = mallory.docClientId;
      doc.getText('brief').insert(0, 'first');
      const before = Y.encodeStateVector(doc);
      doc.getText('brief').insert(5, 'second');
      return envelope(1, Y.encodeStateAsUpdate(doc, before));
    });
  });

  it('that lays a container over an idea', () => {
    refuses('body-malformed', ({ bob, mallory }) => {
      const [id = ''] = bob.jamDoc.getMap('ideas').keys();
      const state = Y.encodeStateAsUpdate(bob.jamDoc);
      return envelope(
        1,
        write(mallory.docClientId, (doc) => doc.getMap('ideas').set(id, new Y.Map()), state),
      );
    });
  });

  it('that lays a container into one that was there, where others could go on ever deeper', () => {
    refuses('body-malformed', ({ bob, mallory }) => {
      const ideas = bob.jamDoc.getMap<Y.Map<unknown>>('ideas');
      const [id = ''] = ideas.keys();
      const add = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('ideas').get(id)?.set('new', new Y.Map());
      return envelope(1, write(mallory.docClientId, add, Y.encodeStateAsUpdate(bob.jamDoc)));
    });
  });

  const nestMaps = (doc: Y.Doc, levels: number): void => {
    let map = doc.getMap<unknown>('ideas');
    for (let level = 0; level < levels; level++) map = map.set('in', new Y.Map());
  };
  const nestLists = (levels: number): unknown => {
    let value: unknown = [];
    for (let level = 1; level < levels; level++) value = [value];
    return value;
  };

  it('that nests deeper than every engine can follow', () => {
    for (const levels of [maxDepth + 1, 12_000]) {
      refuses('body-malformed', ({ mallory }) =>
        envelope(
          1,
          write(mallory.docClientId, (doc) => nestMaps(doc, levels)),
        ),
      );
    }
    refuses('body-malformed', ({ mallory }) =>
      envelope(
        1,
        write(mallory.docClientId, (doc) => doc.getMap('ideas').set('x', nestLists(maxDepth + 1))),
      ),
    );
    const { gate, mallory } = meet();
    const body = write(mallory.docClientId, (doc) => {
      nestMaps(doc, maxDepth);
      doc.getMap('brief').set('x', nestLists(maxDepth));
    });
    expect(gate.admit(say(mallory, envelope(1, body)), elsewhere)).toMatchObject({ added: 2, refused: [] });
  });

  const hostileBodies: Record<string, (client: number) => number[]> = {
    'a collected element': (client) => [1, 1, ...varUint(client), 0, 0, 5, 0],
    'a skipped element': (client) => [1, 1, ...varUint(client), 0, 10, 5, 0],
    'emptied content': (client) => [1, 1, ...varUint(client), 0, 1, 1, 1, 97, 5, 0],
    'a document in the document': (client) => [1, 1, ...varUint(client), 0, 9, 1, 1, 97, 1, 97, 118, 0, 0],
    'two blocks of one author, of which Yjs keeps the last': (client) => [
      ...[2, 1, ...varUint(client), 0, 4, 1, 1, 97, 1, 98],
      ...[1, ...varUint(client), 1, 0x84, ...varUint(client), 0, 1, 98, 0],
    ],
    'an element to the right of one that its author has yet to write': (client) => [
      ...[1, 1, ...varUint(client), 0, 0x84, ...varUint(client), 7, 1, 98, 0],
    ],
    'a deletion of what its author has yet to write': (client) => [0, 1, ...varUint(client), 1, 0, 5],
    'a length beyond its end': (client) => [1, 1, ...varUint(client), 0, 4, 1, 1, 97, 100, 98],
    'nothing at all': () => [],
  };
  for (const [name, make] of Object.entries(hostileBodies)) {
    it(`that holds ${name}`, () => {
      refuses('body-malformed', ({ mallory }) => envelope(1, Uint8Array.from(make(mallory.docClientId))));
    });
  }

  it('whose body would run on into what stands behind it', () => {
    // lib0 reads past the end of a view as far as its buffer goes; the delete set that must follow then is not there.
    const { bob, mallory } = meet();
    const body = Uint8Array.from([1, 1, ...varUint(mallory.docClientId), 0, 4, 1, 1, 97, 5, 98]);
    const long = concatBytes(encodeEnvelope(envelope(1, body)), toUtf8('bbbb'), new Uint8Array(9));
    const hello = encodeEnvelope(envelope(0, encodeHello(mallory)));
    const records = [hello, long].map((bytes) => ({ session: mallory.key, bytes }));
    expect(bob.log.addEnvelopes(records, elsewhere)).toMatchObject({
      added: 1,
      refused: [{ code: 'body-malformed' }],
    });
  });

  it('that a schema’s own rule refuses', () => {
    const { mallory } = meet();
    const log = createLog({ guardBody: ({ structs }) => (structs.length > 1 ? 'Too much at once.' : null) });
    const body = write(mallory.docClientId, (doc) => {
      doc.getMap('a').set('x', 1);
      doc.getMap('a').set('y', 1);
    });
    const report = createGate(log).admit(say(mallory, envelope(1, body)), elsewhere);
    expect(report.refused).toMatchObject([{ code: 'body-refused', sentence: 'Too much at once.' }]);
  });

  it('that is larger than 16 MiB', () => {
    const { gate, bob, mallory } = meet();
    const giant = new Uint8Array(maxEnvelopeBytes + 1);
    giant.set([1, 1, 2, 0, 0]);
    const hello = encodeEnvelope(envelope(0, encodeHello(mallory)));
    const update = writeLogUpdate([
      { session: mallory.key, logClientId: mallory.logClientId, from: 0, envelopes: [hello, giant] },
    ]);
    expect(gate.admit(update, elsewhere)).toMatchObject({
      added: 1,
      refused: [{ code: 'record-malformed' }],
    });
    expect(bob.log.length(mallory.key)).toBe(1);
  });
});

describe('what only shows when everything before it is there', () => {
  it('an absurd lamport cuts its session, the same on every peer', () => {
    const { gate, bob, mallory } = meet();
    const body = write(mallory.docClientId, (doc) => doc.getText('brief').insert(0, 'first!'));
    gate.admit(say(mallory, envelope(1, body, { lamport: 1_000_000 })), elsewhere);
    expect(bob.materialiser.cuts).toEqual([{ session: mallory.key, seq: 1, code: 'absurd-lamport' }]);
    expect(bob.jamDoc.getText('brief').toString()).toBe('');
    expect(bob.recorder.nextLamport()).toBeLessThan(20);
  });

  it('a body that builds on what its author never named waits outside Yjs until it is there', () => {
    const { mallory } = meet();
    const alice = createWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'wicked'));
    const body = write(
      mallory.docClientId,
      (doc) => doc.getText('brief').insert(6, '!'),
      Y.encodeStateAsUpdate(alice.jamDoc),
    );
    const log = createLog();
    const jamDoc = new Y.Doc({ gc: false });
    const materialiser = createMaterialiser(log, jamDoc);
    createGate(log).admit(say(mallory, envelope(1, body)), elsewhere);
    expect(materialiser.waiting).toBe(1);
    expect(jamDoc.store.pendingStructs).toBeNull();
    log.addEnvelopes(alice.log.records(), elsewhere);
    expect(materialiser.waiting).toBe(0);
    expect(jamDoc.getText('brief').toString()).toBe('wicked!');
  });

  it('hostile bytes never throw, and leave nothing pending in either document', () => {
    const { alice } = meet();
    for (let i = 0; i < 12; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
    const honest = Y.encodeStateAsUpdate(alice.log.doc);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (hits, cut) => {
          const update = honest.slice();
          for (const [at, byte] of hits) update[at % update.length] = byte;
          const log = createLog();
          const jamDoc = new Y.Doc({ gc: false });
          createMaterialiser(log, jamDoc);
          const sent = cut ? update.subarray(0, (hits[0]?.[0] ?? 0) % update.length) : update;
          createGate(log).admit(sent, elsewhere);
          for (const doc of [log.doc, jamDoc]) {
            expect(doc.store.pendingStructs).toBeNull();
            expect(doc.store.pendingDs).toBeNull();
          }
          expect(Y.decodeStateVector(Y.encodeStateVector(log.doc)).get(alice.session.logClientId) ?? 0).toBe(
            log.size,
          );
        },
      ),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        expect(createGate(createLog()).admit(concatBytes(Uint8Array.of(1, 1), noise), elsewhere).added).toBe(
          0,
        );
      }),
      { numRuns: 400 },
    );
  });
});

function varUint(value: number): number[] {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, value);
  return [...encoding.toUint8Array(encoder)];
}
