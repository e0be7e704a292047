import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createJournalKeeper } from '../../../renderer/session/journalKeeper.ts';
import type { EnvelopeKind } from '../../../shared/log/envelope.ts';
import { encodeHello } from '../../../shared/log/hello.ts';
import { readRecords } from '../../../shared/log/journalRecord.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createSession } from '../../../shared/log/session.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createSignedWriter } from '../../shared/log/support.ts';
import { openPerson } from '../../support/threePeople.ts';

const place = { board: 'main', group: null, x: 0, y: 0, auto: false };

function openDisk() {
  const written: Uint8Array[] = [];
  const disk = { full: false, appends: 0, written };
  const shell = {
    async appendJournal(_jam: string, bytes: Uint8Array) {
      disk.appends++;
      if (disk.full) return { ok: false as const, code: 'full', sentence: 'The disk is full.' };
      written.push(bytes);
      return { ok: true as const, value: null };
    },
  };
  return { disk, shell };
}

describe('the journal keeper', () => {
  it('says kept only after the disk has everything, in order', async () => {
    const { jam } = openPerson('alice', 1);
    const { disk, shell } = openDisk();
    const states: string[] = [];
    const keeper = createJournalKeeper({
      jam: 'jam',
      log: jam.log,
      shell,
      onState: (state) => states.push(state),
    });
    jam.run('idea.add', { place, text: 'one' });
    jam.run('idea.add', { place, text: 'two' });
    expect(states).not.toContain('kept');
    expect(await keeper.flush()).toBeNull();
    expect(states.at(-1)).toBe('kept');
    const kept = disk.written.flatMap((bytes) => readRecords(bytes).records);
    expect(kept).toEqual(jam.records());
    keeper.dispose();
  });

  it('hands over in parts what is more than a process takes at once: a long history out of a file', async () => {
    const { disk, shell } = openDisk();
    const log = createLog();
    const takesAtOnce = 40 * 1024 * 1024;
    const keeper = createJournalKeeper({
      jam: 'jam',
      log,
      shell: {
        appendJournal: async (jam, bytes) =>
          bytes.length > takesAtOnce
            ? { ok: false, code: 'bad-input', sentence: 'Too much.' }
            : shell.appendJournal(jam, bytes),
      },
      onState: () => undefined,
    });
    const session = createSession(createSeededContext(1), {
      device: new Uint8Array(32),
      memberId: 'ted',
      memberName: 'Ted',
    });
    const file = createLog();
    const append = (kind: EnvelopeKind, body: Uint8Array): void =>
      void file.append(session.key, { kind, lamport: file.lamport + 1, seen: [], wall: 0, body });
    append('hello', encodeHello(session));
    for (let i = 0; i < 3; i++) append('kind-7', new Uint8Array(15 * 1024 * 1024));
    log.addEnvelopes(file.records(), 'merge');
    expect(await keeper.flush()).toBeNull();
    expect(disk.written.flatMap((bytes) => readRecords(bytes).records)).toHaveLength(4);
    keeper.dispose();
  });

  it('keeps a seal too, without a word about it', async () => {
    const alice = createSignedWriter('alice', 1);
    const { disk, shell } = openDisk();
    const states: string[] = [];
    const onState = (state: string): void => void states.push(state);
    const keeper = createJournalKeeper({ jam: 'jam', log: alice.log, shell, onState });
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    await keeper.flush();
    states.length = 0;
    alice.seal();
    expect(states).toEqual([]);
    await keeper.flush();
    expect(states).toEqual(['kept']);
    const kept = disk.written.flatMap((bytes) => readRecords(bytes).records);
    expect(kept).toEqual(alice.log.records());
    keeper.dispose();
  });

  it('keeps trying with the same records when the disk is full, and loses none', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { jam } = openPerson('alice', 2);
    const { disk, shell } = openDisk();
    disk.full = true;
    const said: (string | null)[] = [];
    const keeper = createJournalKeeper({
      jam: 'jam',
      log: jam.log,
      shell,
      onState: (_state, sentence) => said.push(sentence),
    });
    jam.run('idea.add', { place, text: 'one' });
    expect(await keeper.flush()).toBe('The disk is full.');
    jam.run('idea.add', { place, text: 'two' });
    disk.full = false;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(disk.written.flatMap((bytes) => readRecords(bytes).records)).toEqual(jam.records());
    expect(said.at(-1)).toBeNull();
    keeper.dispose();
  });
});
