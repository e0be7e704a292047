import { describe, expect, it } from 'vitest';
import { createFrameKeeper } from '../../../renderer/session/frameKeeper.ts';
import { loadJam } from '../../../renderer/session/loadJam.ts';
import { digestHeads } from '../../../shared/log/heads.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import { sealKeyFrame } from '../../../shared/log/keyFrame.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { ShardedMap } from '../../../shared/util/shardedMap.ts';
import { atLength } from '../../support/atLength.ts';
import { actAtRandom, createDice, exchange, openPerson } from '../../support/threePeople.ts';

const digest = (bytes: Uint8Array) => Promise.resolve(sha256(bytes));
const owner = { device: new Uint8Array(32).fill(9), memberId: 'dora', memberName: 'Dora' };

/** alice and bob act at random; alice's journal, and a key frame that she sealed somewhere on the way. */
async function playAtRandom(seed: number): Promise<{ journal: LogRecord[]; sealed: Uint8Array }> {
  const dice = createDice(seed);
  const people = ['alice', 'bob'].map((name, index) => openPerson(name, seed * 10 + index));
  const [alice] = people;
  if (alice === undefined) throw new Error('nobody there');
  const journal: LogRecord[] = [];
  alice.jam.log.onRecords(({ envelopes }) => void journal.push(...envelopes));
  alice.jam.run('jam.start', { challenge: 'Who opens when nobody is at the counter?', name: 'Alice' });
  exchange(people);
  const framedAt = dice(60);
  let sealed: Uint8Array | null = null;
  for (let step = 0; step < 60; step++) {
    const person = people[dice(2)];
    if (person !== undefined) actAtRandom(person, dice);
    if (dice(6) === 0) exchange(people);
    if (step !== framedAt) continue;
    const frame = alice.jam.keyFrame();
    if (frame.ok) sealed = await sealKeyFrame(frame.value, journal, digest);
  }
  exchange(people);
  alice.jam.flush();
  for (const { jam } of people) jam.dispose();
  if (sealed === null) throw new Error('no frame');
  return { journal, sealed };
}

/** What the jam is, and what the next act in it would say of its past. */
async function describeOpened(records: readonly LogRecord[], sealed: Uint8Array | null) {
  const { jam, replayed } = await loadJam({
    id: 'jam',
    owner,
    context: createSeededContext(77),
    records,
    frame: sealed,
    digest,
  });
  const { revision: _revision, structure: _structure, ...rest } = jam.snapshot() as JamSnapshot;
  const content = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      value instanceof ShardedMap ? new Map(value as Iterable<readonly [string, unknown]>) : value,
    ]),
  );
  const labels = new Map(jam.structureOf(jam.snapshot()).labels);
  const heads = digestHeads(jam.log.heads());
  const sessions = new Set(jam.log.sessions());
  jam.run('brief.set', { field: 'why', text: 'Because' });
  const own = jam.log.sessions().find((session) => !sessions.has(session)) ?? '';
  const next = [0, 1].map((seq) => {
    const { lamport, seen } = jam.log.stored(own, seq)?.envelope ?? {};
    return { lamport, seen };
  });
  jam.dispose();
  return { replayed, opened: { content, labels, heads, next } };
}

describe('a jam that is opened from its key frame', () => {
  for (let seed = 1; seed <= atLength(7, 20); seed++) {
    it(`is the one that a replay gives, also with a frame that is stale, damaged or foreign (seed ${seed})`, async () => {
      const { journal, sealed } = await playAtRandom(seed);
      const replayed = await describeOpened(journal, null);
      expect(replayed.replayed).toBe(journal.reduce((sum, { bytes }) => sum + bytes.length, 0));

      const fromFrame = await describeOpened(journal, sealed);
      expect(fromFrame.replayed).toBeLessThan(replayed.replayed);
      expect(fromFrame.opened).toEqual(replayed.opened);

      const dice = createDice(seed);
      const damaged = sealed.slice();
      const at = dice(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << dice(8));
      const foreign = (await playAtRandom(seed + 1_000)).sealed;
      for (const wrong of [damaged, sealed.slice(0, dice(sealed.length)), foreign]) {
        expect(await describeOpened(journal, wrong)).toEqual(replayed);
      }
      // The journal lost its tail in a crash, and the frame knows more than is left.
      const shorter = journal.slice(0, 3);
      const { opened } = await describeOpened(shorter, null);
      expect((await describeOpened(shorter, sealed)).opened).toEqual(opened);
    });
  }

  it('finds the frame that was written when it closed, and replays what came after', async () => {
    const stored = new Map<string, Uint8Array>();
    const frames = {
      read: (jam: string) => Promise.resolve(stored.get(jam) ?? null),
      write: async (jam: string, sealed: Uint8Array) => void stored.set(jam, sealed),
    };
    const { jam } = openPerson('alice', 5);
    const keeper = createFrameKeeper({ jam, frames, replayed: 0, digest });
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    for (let n = 0; n < 200; n++) jam.run('idea.add', { place, text: `idea ${n}` });
    await keeper.close();
    jam.run('idea.add', { place, text: 'after it' });
    const opened = await loadJam({
      id: jam.id,
      owner,
      context: createSeededContext(78),
      records: jam.records(),
      frame: await frames.read(jam.id),
      digest,
    });
    expect(opened.replayed).toBe(jam.records().at(-1)?.bytes.length);
    expect(opened.jam.snapshot().ideas.size).toBe(201);
  });

  it('is read once it is all there, however long its replay was', async () => {
    const { jam } = openPerson('alice', 6);
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    for (let n = 0; n < 300; n++) jam.run('idea.add', { place, text: `idea ${n}` });
    const opened = await loadJam({
      id: jam.id,
      owner,
      context: createSeededContext(79),
      records: jam.records(),
      frame: null,
    });
    expect(opened.jam.snapshot()).toMatchObject({ revision: 1, ideas: { size: 300 } });
  });
});
