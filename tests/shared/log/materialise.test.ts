import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCausalQueue } from '../../../shared/log/causalQueue.ts';
import { peekSeq } from '../../../shared/log/envelope.ts';
import { compareHeads } from '../../../shared/log/heads.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../../shared/log/materialise.ts';
import { logOrigin } from '../../../shared/log/origins.ts';
import {
  changeSomething,
  createWriter,
  describeBodies,
  describeDoc,
  describeJam,
  elsewhere,
  readJam,
  shuffle,
  type Writer,
} from './support.ts';

type Step =
  | { readonly do: 'act'; readonly who: number; readonly dice: [number, number, number] }
  | { readonly do: 'send'; readonly from: number; readonly to: number }
  | { readonly do: 'restart'; readonly who: number; readonly lostTail: number };

const number = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      who: fc.nat(2),
      dice: fc.tuple(number, number, number),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), from: fc.nat(2), to: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restart' as const), who: fc.nat(2), lostTail: fc.nat(4) }),
  },
);

/** alice, bob and carol work, hand each other sticks, get killed and start again with what their disk still holds. */
function performJam(steps: readonly Step[]): { writers: Writer[]; records: LogRecord[] } {
  const names = ['alice', 'bob', 'carol'];
  let seed = 1;
  const writers = names.map((name) => createWriter(name, seed++));
  for (const each of steps) {
    if (each.do === 'act') {
      const writer = writers[each.who] as Writer;
      writer.act((doc) => changeSomething(doc, writer, each.dice));
    } else if (each.do === 'send') {
      writers[each.to]?.take(writers[each.from]?.log.records() ?? []);
    } else {
      // What others hold of the lost tail comes back with their next stick, under the old session.
      const records = writers[each.who]?.journal ?? [];
      const left = records.slice(0, Math.max(0, records.length - each.lostTail));
      writers[each.who] = createWriter(names[each.who] as string, seed++, left);
    }
  }
  const records = writers.flatMap((writer) => writer.log.records());
  for (const writer of writers) writer.take(records);
  return { writers, records };
}

describe('the jam document is the log’s materialisation', () => {
  it('is the same for every partition, every order of arrival, and the same stick twice', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 7 }),
        (steps, seed, portions) => {
          const { writers, records } = performJam(steps);
          const orderly = readJam([records]);
          const mixed = shuffle([...records, ...records.slice(0, 10)], seed);
          const size = Math.ceil(mixed.length / portions);
          const sticks = Array.from({ length: portions }, (_, i) => mixed.slice(i * size, (i + 1) * size));
          const shuffled = readJam([...sticks, ...sticks.slice(0, 1)]);
          expect(describeJam(shuffled)).toEqual(describeJam(orderly));
          expect(describeDoc(shuffled.jamDoc)).toEqual(describeBodies(orderly.log));
          for (const writer of writers) expect(describeJam(writer)).toEqual(describeJam(orderly));
          expect(compareHeads(shuffled.log.heads(), orderly.log.heads()).equal).toBe(true);
          expect(shuffled.materialiser.waiting).toBe(0);
          expect(shuffled.materialiser.cuts).toEqual([]);
          expect(shuffled.jamDoc.store.pendingStructs).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never applies twice what its own session wrote, and lets others build on it', () => {
    const alice = createWriter('alice', 1);
    const bob = createWriter('bob', 2);
    alice.act((doc) => changeSomething(doc, alice, [0, 1, 1]));
    const written: unknown[] = [];
    alice.jamDoc.on('beforeTransaction', ({ origin }: Y.Transaction) => written.push(origin));
    alice.act((doc) => changeSomething(doc, alice, [0, 2, 2]));
    expect(written).not.toContain(logOrigin);
    written.length = 0;
    bob.take(alice.log.records());
    bob.act((doc) => changeSomething(doc, bob, [2, 1, 1]));
    alice.take(bob.log.records());
    expect(written).toEqual([logOrigin]);
    expect(alice.materialiser.applied).toBe(alice.log.size);
    expect(describeJam(alice)).toEqual(describeJam(bob));
  });

  it('applies a whole log in the order of (lamport, session), whatever order it came in', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(), (steps, seed) => {
        const { records } = performJam(steps);
        const { log } = readJam([shuffle(records, seed)]);
        const queue = createCausalQueue(log, () => Number.POSITIVE_INFINITY);
        for (const session of log.sessions()) queue.wake(session);
        const order: { session: string; lamport: number }[] = [];
        for (let stored = queue.next(); stored; stored = queue.next()) {
          order.push({ session: stored.session, lamport: stored.envelope.lamport });
          queue.markApplied(stored);
        }
        expect(order).toHaveLength(log.size);
        expect(order).toEqual(
          order.toSorted((a, b) => a.lamport - b.lamport || (a.session < b.session ? -1 : 1)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('puts at most a slice of envelopes into one transaction', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 450; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const log = createLog();
    const jamDoc = new Y.Doc({ gc: false });
    const materialiser = createMaterialiser(log, jamDoc, { sliceSize: 200 });
    const origins: unknown[] = [];
    jamDoc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0) origins.push(transaction.origin, transaction.local);
    });
    log.addEnvelopes(alice.log.records(), elsewhere);
    expect(origins).toEqual([logOrigin, false, logOrigin, false, logOrigin, false]);
    expect(materialiser.applied).toBe(451);
  });

  it('gives the event loop a turn between slices and takes in what arrives meanwhile', async () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 450; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const records = alice.log.records();
    const log = createLog();
    const jamDoc = new Y.Doc({ gc: false });
    let turns = 0;
    const materialiser = createMaterialiser(log, jamDoc, {
      sliceSize: 100,
      yield: async () => {
        turns += 1;
        if (turns === 1) log.addEnvelopes(records.slice(300), elsewhere);
      },
    });
    log.addEnvelopes(records.slice(0, 300), elsewhere);
    expect(materialiser.applied).toBe(100);
    await materialiser.settleInSlices();
    expect(materialiser.applied).toBe(451);
    expect(turns).toBe(4);
    expect(describeDoc(jamDoc)).toEqual(describeDoc(alice.jamDoc));
  });

  it('ends a slice early when its time is up', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 9; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    let time = 0;
    const log = createLog();
    const jamDoc = new Y.Doc({ gc: false });
    createMaterialiser(log, jamDoc, { maxSliceMs: 3, now: () => time++ });
    let slices = 0;
    jamDoc.on('beforeTransaction', () => {
      slices += 1;
    });
    log.addEnvelopes(alice.log.records(), elsewhere);
    expect(slices).toBeGreaterThan(2);
    expect(describeDoc(jamDoc)).toEqual(describeDoc(alice.jamDoc));
  });
});

describe('time grows linearly', () => {
  /** Two people answer each other: every envelope names the other's latest. */
  function pingPong(envelopes: number): LogRecord[] {
    const alice = createWriter('alice', 1);
    const bob = createWriter('bob', 2);
    for (let i = 0; i < envelopes; i++) {
      const [writer, other] = i % 2 === 0 ? [alice, bob] : [bob, alice];
      const before = writer.log.heads();
      writer.act((doc) => doc.getText('brief').insert(0, 'x'));
      other.take(writer.log.records(before));
    }
    return alice.log.records();
  }

  it('looks at each of 8,000 shuffled envelopes of two writers a bounded number of times', () => {
    const records = pingPong(8000);
    const visits = [2000, 4000, 8000].map((count) => {
      const { materialiser, log } = readJam([shuffle(records.filter(isBefore(count / 2)), 7)]);
      expect(materialiser.applied).toBe(log.size);
      return materialiser.visits / log.size;
    });
    for (const perEnvelope of visits) expect(perEnvelope).toBeLessThan(2.1);
  });

  const isBefore = (seq: number) => (record: LogRecord) => (peekSeq(record.bytes) ?? 0) <= seq;

  it('looks again only at what waited for the very envelope that came', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 1000; i++) alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const followers = Array.from({ length: 30 }, (_, i) => {
      const writer = createWriter(`follower ${i}`, 10 + i, alice.log.records());
      writer.act((doc) => doc.getText('brief').insert(0, 'y'));
      return writer;
    });
    const waiting = followers.flatMap((writer) => {
      const all = writer.log.records();
      return all.filter((record) => record.session === writer.session.key);
    });
    const { materialiser } = readJam([waiting, ...alice.log.records().map((record) => [record])]);
    expect(materialiser.waiting).toBe(0);
    expect(materialiser.visits).toBeLessThan(2 * materialiser.applied);
  });
});
