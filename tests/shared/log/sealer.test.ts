import { describe, expect, it } from 'vitest';
import type { Log } from '../../../shared/log/log.ts';
import { readSeal } from '../../../shared/log/seal.ts';
import { createSealer, type Sealer } from '../../../shared/log/sealer.ts';
import { createSealJudge } from '../../../shared/log/sealJudge.ts';
import { noBytes } from '../../../shared/util/bytes.ts';
import { ok, refuse } from '../../../shared/util/result.ts';
import type { Sign } from '../../../shared/util/signature.ts';
import { createSignedWriter, createTimers, type SignedWriter } from './support.ts';

/** alice at work, and a process that signs when it is told to. */
function openDesk(): {
  alice: SignedWriter;
  timers: ReturnType<typeof createTimers>;
  sealer: Sealer;
  desk: { isDown: boolean };
  act(): void;
  /** Lets the process answer what it was asked. */
  answer(): Promise<void>;
} {
  const alice = createSignedWriter('alice', 1);
  const timers = createTimers();
  const desk = { isDown: false };
  const waiting: (() => void)[] = [];
  const sign: Sign = (purpose, message) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        if (desk.isDown) reject(new Error('gone'));
        else if (message.length === 0) resolve(refuse('empty', 'There is nothing to sign.'));
        else resolve(ok(alice.signer.sign(purpose, message)));
      });
    });
  const sealer = createSealer({
    log: alice.log,
    session: alice.session.key,
    sign,
    append: alice.recorder.appendSeal,
    schedule: timers.schedule,
  });
  return {
    alice,
    timers,
    sealer,
    desk,
    act: () => alice.act((doc) => doc.getText('brief').insert(0, 'x')),
    async answer() {
      for (let turn = 0; turn < 8; turn++) {
        for (const settle of waiting.splice(0)) settle();
        await Promise.resolve();
      }
    },
  };
}

/** What each of a session's seals covers, and that it is right. */
function sealsOf(log: Log, session: string): (number | undefined)[] {
  const judge = createSealJudge(log);
  return log.seals(session).map((seq) => {
    expect(judge.stands(session, seq)).toBe(true);
    return readSeal(log.stored(session, seq)?.envelope.body ?? noBytes)?.upTo;
  });
}

describe('the sealer', () => {
  it('seals a second’s work with one seal, and nothing when nothing was done', async () => {
    const { alice, timers, act, answer } = openDesk();
    const { key } = alice.session;
    timers.pass(5_000);
    await answer();
    expect(alice.log.size).toBe(0);
    for (let i = 0; i < 5; i++) act();
    timers.pass(999);
    await answer();
    expect(sealsOf(alice.log, key)).toEqual([]);
    timers.pass(1);
    await answer();
    expect(sealsOf(alice.log, key)).toEqual([5]);
    timers.pass(60_000);
    await answer();
    expect(timers.waiting()).toBe(0);
    expect(sealsOf(alice.log, key)).toEqual([5]);
    act();
    timers.pass(1_000);
    await answer();
    expect(sealsOf(alice.log, key)).toEqual([5, 7]);
  });

  it('leaves what is recorded while it signs to the next seal', async () => {
    const { alice, timers, act, answer } = openDesk();
    act();
    timers.pass(1_000);
    await Promise.resolve();
    act();
    act();
    await answer();
    expect(sealsOf(alice.log, alice.session.key)).toEqual([1]);
    expect(alice.log.seals(alice.session.key)).toEqual([4]);
    timers.pass(1_000);
    await answer();
    expect(sealsOf(alice.log, alice.session.key)).toEqual([1, 4]);
  });

  it('seals at once when asked to, also while it is signing something earlier', async () => {
    const { alice, timers, sealer, act, answer } = openDesk();
    act();
    timers.pass(1_000);
    await Promise.resolve();
    act();
    const sealed = sealer.seal();
    await answer();
    await sealed;
    expect(sealsOf(alice.log, alice.session.key)).toEqual([1, 3]);
  });

  it('goes on when the process does not sign: the next seal covers it all', async () => {
    const { alice, timers, sealer, desk, act, answer } = openDesk();
    desk.isDown = true;
    act();
    timers.pass(1_000);
    await answer();
    const failed = sealer.seal();
    await answer();
    await failed;
    expect(sealsOf(alice.log, alice.session.key)).toEqual([]);
    desk.isDown = false;
    act();
    timers.pass(1_000);
    await answer();
    expect(sealsOf(alice.log, alice.session.key)).toEqual([2]);
  });

  it('writes nothing any more once it has ended', async () => {
    const { alice, timers, sealer, act, answer } = openDesk();
    act();
    timers.pass(1_000);
    sealer.dispose();
    await answer();
    act();
    timers.pass(1_000);
    await answer();
    expect(sealsOf(alice.log, alice.session.key)).toEqual([]);
  });
});
