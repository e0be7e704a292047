import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { peekSeq } from '../../shared/log/envelope.ts';
import { encodeRecords, type LogRecord, readRecords } from '../../shared/log/journalRecord.ts';
import { createLog } from '../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../shared/log/materialise.ts';
import { createSeededContext } from '../../shared/util/context.ts';
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
} from '../shared/log/support.ts';

/** The long runs of tests/shared/log: the same promises at the size of a real jam, and over many more seeds. */

function createDice(seed: number): () => number {
  const context = createSeededContext(seed);
  return () => new DataView(context.randomBytes(4).buffer).getUint32(0);
}

/** `people` work at once, hand over sticks now and then, and are killed with a lost tail in `kills` of 100 steps. */
function performLongJam(
  seed: number,
  people: number,
  acts: number,
  kills = 2,
): { writers: Writer[]; records: LogRecord[] } {
  const dice = createDice(seed);
  let next = seed * 1000;
  const writers = Array.from({ length: people }, (_, i) => createWriter(`person ${i}`, next++));
  for (let i = 0; i < acts; i++) {
    const who = dice() % people;
    const writer = writers[who] as Writer;
    const chance = dice() % 100;
    if (chance < 88)
      writer.act((doc) => changeSomething(doc, writer, [dice(), dice() % 9999, dice() % 9999]));
    else if (chance < 100 - kills) {
      const other = writers[dice() % people] as Writer;
      other.take(writer.log.records(other.log.heads()));
    } else {
      const records = writer.journal;
      const left = records.slice(0, Math.max(0, records.length - (dice() % 20)));
      writers[who] = createWriter(writer.name, next++, left);
    }
  }
  const records = writers.flatMap((writer) => writer.log.records());
  for (const writer of writers) writer.take(records);
  return { writers, records: writers[0]?.log.records() ?? [] };
}

describe('the log, at length', () => {
  it('gives the same jam for 60 seeds, whatever the sticks and their order', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { writers, records } = performLongJam(seed, 2 + (seed % 4), 250);
      const mixed = shuffle([...records, ...records.slice(0, 50)], seed);
      const size = 1 + (seed % 40);
      const sticks = Array.from({ length: Math.ceil(mixed.length / size) }, (_, i) =>
        mixed.slice(i * size, (i + 1) * size),
      );
      const shuffled = readJam(sticks);
      const orderly = readJam([records]);
      expect(describeJam(shuffled), `seed ${seed}`).toEqual(describeJam(orderly));
      expect(describeDoc(shuffled.jamDoc), `seed ${seed}`).toEqual(describeBodies(orderly.log));
      for (const writer of writers) expect(describeJam(writer), `seed ${seed}`).toEqual(describeJam(orderly));
      expect(shuffled.materialiser.cuts).toEqual([]);
      expect(shuffled.materialiser.waiting).toBe(0);
      expect(shuffled.log.lamport).toBeLessThanOrEqual(shuffled.log.size);
    }
  });

  it('brings 30 people’s 20,000 envelopes together in a bounded number of looks at each', () => {
    const { records } = performLongJam(7, 30, 22_000, 0);
    const { log, materialiser } = readJam([shuffle(records, 1)]);
    const named = log.sessions().reduce((sum, session) => {
      const seen = Array.from(
        { length: log.length(session) },
        (_, seq) => log.stored(session, seq)?.envelope.seen.length ?? 0,
      );
      return sum + seen.reduce((a, b) => a + b, 0);
    }, 0);
    expect(materialiser.waiting).toBe(0);
    expect(materialiser.visits).toBeLessThanOrEqual(log.size + named);
    expect(log.held).toBe(0);
  });

  it('restores a jam from its journal cut at any place, up to what is whole', () => {
    const { records } = performLongJam(3, 3, 1500);
    const journal = encodeRecords(records);
    const dice = createDice(9);
    for (let i = 0; i < 60; i++) {
      const cut = dice() % journal.length;
      const read = readRecords(journal.subarray(0, cut));
      expect(read.records).toEqual(records.slice(0, read.records.length));
      const { log } = readJam([read.records]);
      expect(log.size).toBe(read.records.length);
    }
  });

  it('survives 20,000 mutated journals', () => {
    const { records } = performLongJam(5, 3, 60);
    const journal = encodeRecords(records);
    const dice = createDice(11);
    for (let i = 0; i < 20_000; i++) {
      const hostile = journal.slice();
      for (let n = dice() % 4; n >= 0; n--) hostile[dice() % hostile.length] = dice() & 0xff;
      const read = readRecords(hostile);
      expect(read.records.length).toBeGreaterThanOrEqual(records.length - 4);
    }
  });

  it('takes hostile envelopes behind valid frames without a throw or anything pending', () => {
    const { records } = performLongJam(6, 3, 80);
    const dice = createDice(12);
    for (let i = 0; i < 2000; i++) {
      const hostile = records.map((record) => {
        if (dice() % 8 > 0) return record;
        const bytes = record.bytes.slice();
        bytes[dice() % bytes.length] = dice() & 0xff;
        return { session: record.session, bytes };
      });
      const log = createLog();
      const jamDoc = new Y.Doc({ gc: false });
      const materialiser = createMaterialiser(log, jamDoc);
      log.addEnvelopes(hostile, elsewhere);
      expect(jamDoc.store.pendingStructs).toBeNull();
      expect(jamDoc.store.pendingDs).toBeNull();
      expect(materialiser.applied + materialiser.waiting).toBe(log.size);
      expect(log.records().every(({ bytes }) => peekSeq(bytes) !== null)).toBe(true);
    }
  });
});
