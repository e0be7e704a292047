/** Two exchanges face to face, and what one believes of the other. */
import { describe, expect, it } from 'vitest';
import { createExchange, type Exchange } from '../../../shared/link/exchange.ts';
import { maxUnconfirmed } from '../../../shared/link/limits.ts';
import { kinds, limitOfKind, writeWant } from '../../../shared/link/messages.ts';
import { createGate, type Gate } from '../../../shared/log/gate.ts';
import { encodeHeads } from '../../../shared/log/heads.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { createWriter } from '../log/support.ts';

function face(alterGate: (gate: Gate) => Gate = (gate) => gate) {
  const alice = createWriter('alice', 1);
  const bobsLog = createLog();
  /** Kinds of messages that don't reach Bob. */
  const lost = new Set<number>();
  let alices: Exchange;
  let bobs: Exchange;
  const linkTo = (other: () => Exchange, isLost: (kind: number) => boolean) => {
    const send = (message: Uint8Array): void => {
      const kind = message[0] ?? 0;
      if (!isLost(kind)) other().receive(kind, message.subarray(1));
    };
    return { send, sendBulk: send, end: () => undefined, waiting: 0 };
  };
  const digestOf = (log: typeof bobsLog) => (): Uint8Array => sha256(encodeHeads(log.heads())).slice(0, 16);
  const none = { onDone: () => undefined, onFed: () => undefined, onUncovered: () => undefined };
  alices = createExchange({
    link: linkTo(
      () => bobs,
      (kind) => lost.has(kind),
    ),
    session: 'bob',
    log: alice.log,
    gate: createGate(alice.log),
    digest: digestOf(alice.log),
    onHeads: () => alices.ask(),
    ...none,
  });
  bobs = createExchange({
    link: linkTo(
      () => alices,
      () => false,
    ),
    session: 'alice',
    log: bobsLog,
    gate: alterGate(createGate(bobsLog)),
    digest: digestOf(bobsLog),
    onHeads: () => bobs.ask(),
    ...none,
  });
  alice.log.onRecords((event) => alices.onRecords(event, null));
  alices.tellHeads();
  bobs.tellHeads();
  const beat = (): void =>
    alices.hearBeat({ number: 1, echo: 0, held: 0, digest: digestOf(bobsLog)(), taken: bobs.taken });
  return {
    alices,
    bobs,
    alice,
    bobsLog,
    lost,
    beat,
    act: () => alice.act((doc) => doc.getText('brief').insert(0, 'x')),
  };
}

describe('an exchange', () => {
  it('believes that they hold a record when they have counted it', () => {
    const { alices, act, beat, bobsLog } = face();
    expect(alices.holds).toBe('all-i-have');
    act();
    expect(bobsLog.size).toBe(2);
    expect(alices.holds).toBe('behind');
    beat();
    expect(alices.holds).toBe('all-i-have');
    expect(alices.isEqual).toBe(true);
  });

  it('does not, as long as what it sent has not arrived', () => {
    const { alices, act, beat, lost } = face();
    lost.add(kinds.records);
    act();
    beat();
    expect(alices.holds).toBe('behind');
    lost.clear();
    act();
    beat();
    expect(alices.holds).toBe('behind');
  });

  it('does not when they have refused it', () => {
    const refused = { session: 'x', seq: 0, code: 'no', sentence: 'No.' };
    const { alices, bobs, act, beat } = face((gate) => ({
      ...gate,
      admit: (update, origin) => ({ ...gate.admit(update.subarray(0, 0), origin), refused: [refused] }),
    }));
    act();
    beat();
    expect(bobs.taken).toBe(0);
    expect(bobs.refused).toBeGreaterThan(0);
    expect(alices.holds).toBe('behind');
  });

  it('believes less, rather than remembering for ever what somebody never confirms', () => {
    const { alices, bobs, alice, lost } = face();
    const carol = createWriter('carol', 2);
    carol.act((doc) => doc.getText('brief').insert(0, 'y'));
    lost.add(kinds.records);
    alice.log.addEnvelopes(carol.log.records(), 'elsewhere');
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    const { key } = alice.session;
    const say = (): void => {
      const draft = { lamport: alice.log.lamport + 1, seen: [], wall: 0, body: new Uint8Array(1) };
      alice.log.append(key, { kind: 'kind-7', ...draft });
    };
    const claimAll = (): void =>
      alices.hearBeat({
        number: 1,
        echo: 0,
        held: 0,
        digest: new Uint8Array(16),
        taken: Number.MAX_SAFE_INTEGER,
      });
    for (let i = 0; i < maxUnconfirmed - 1; i++) say();
    claimAll();
    expect(alices.holds).toBe('behind');
    lost.clear();
    bobs.tellHeads();
    expect(alices.holds).toBe('behind');
    claimAll();
    expect(alices.holds).toBe('all-i-have');
  });

  it('sends what they claimed to have before it was known here', () => {
    const { alices, alice, bobsLog } = face();
    const carol = createWriter('carol', 2);
    carol.act((doc) => doc.getText('brief').insert(0, 'y'));
    alices.receive(kinds.want, writeWant(new Map([[carol.session.key, 1_000_000]])).subarray(1));
    alice.log.addEnvelopes(carol.log.records(), 'elsewhere');
    expect(bobsLog.length(carol.session.key)).toBe(2);
  });

  it('has room for the heads of 75,000 sessions, and for asking for all of them', () => {
    const head = new Map([['A'.repeat(22), { seq: 10_000, hash: 'A'.repeat(43) }]]);
    expect(75_000 * encodeHeads(head).length).toBeLessThan(limitOfKind(kinds.heads));
    expect(75_000 * writeWant(new Map([['A'.repeat(22), 10_000]])).length).toBeLessThan(
      limitOfKind(kinds.want),
    );
  });

  it('makes good by heads what was lost on the way', () => {
    const { alices, bobs, act, beat, lost, bobsLog } = face();
    lost.add(kinds.records);
    act();
    lost.clear();
    bobs.tellHeads();
    expect(bobsLog.size).toBe(2);
    beat();
    expect(alices.isEqual).toBe(true);
    expect(alices.holds).toBe('all-i-have');
  });
});
