import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { digestHeads } from '../../../shared/log/heads.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import { coveredRecords, type KeyFrame, openKeyFrame, sealKeyFrame } from '../../../shared/log/keyFrame.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../../shared/log/materialise.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { changeSomething, createWriter, describeDoc, elsewhere, typingOrigin } from './support.ts';

const digest = (bytes: Uint8Array) => Promise.resolve(sha256(bytes));

/** alice and bob at work, alice's key frame from the middle of it, and everything. */
function workWithKeyFrame(seed = 1): {
  frame: KeyFrame;
  early: LogRecord[];
  all: LogRecord[];
  jamDoc: Y.Doc;
} {
  const alice = createWriter('alice', seed);
  for (let i = 0; i < 20; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
  const bob = createWriter('bob', seed + 1, alice.log.records());
  for (let i = 0; i < 20; i++) bob.act((doc) => changeSomething(doc, bob, [i, i, i]));
  alice.take(bob.log.records());
  const frame = alice.materialiser.keyFrame();
  if (!frame.ok) throw new Error(frame.sentence);
  const early = alice.log.records();
  for (let i = 0; i < 10; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
  return { frame: frame.value, early, all: alice.log.records(), jamDoc: alice.jamDoc };
}

function openEmpty() {
  const log = createLog();
  const jamDoc = new Y.Doc({ gc: false });
  return { log, jamDoc, materialiser: createMaterialiser(log, jamDoc) };
}

function openFrom(frame: KeyFrame, records: readonly LogRecord[]) {
  const opened = openEmpty();
  const loaded = opened.materialiser.loadKeyFrame(frame, coveredRecords(frame, records) ?? []);
  opened.log.addEnvelopes(records, elsewhere);
  return { ...opened, loaded };
}

function replay(records: readonly LogRecord[]) {
  const opened = openEmpty();
  opened.log.addEnvelopes(records, elsewhere);
  return opened;
}

describe('key frame', () => {
  it('spares what stands before it, and document and log are the same as from nothing', () => {
    const { frame, all, jamDoc } = workWithKeyFrame();
    const [opened, replayed] = [openFrom(frame, all), replay(all)];
    expect(opened.loaded).toMatchObject({ ok: true });
    expect(opened.materialiser.visits).toBeLessThan(20);
    expect(opened.materialiser.waiting).toBe(0);
    expect(describeDoc(opened.jamDoc)).toEqual(describeDoc(jamDoc));
    expect(digestHeads(opened.log.heads())).toBe(digestHeads(replayed.log.heads()));
    expect(Y.encodeStateAsUpdate(opened.log.doc)).toEqual(Y.encodeStateAsUpdate(replayed.log.doc));
  });

  it('knows the present in as few words as a replay does', () => {
    const { frame, all } = workWithKeyFrame();
    const [opened, replayed] = [openFrom(frame, all), replay(all)];
    expect(opened.materialiser.frontier()).toEqual(replayed.materialiser.frontier());
    expect(opened.materialiser.lamport).toBe(replayed.materialiser.lamport);
    expect(opened.log.lamport).toBe(replayed.log.lamport);
  });

  it('leaves the log able to judge what comes next', () => {
    const { frame, early, all } = workWithKeyFrame();
    const opened = openFrom(frame, early);
    expect(opened.log.addEnvelopes(all, elsewhere)).toMatchObject({ added: 10, refused: [], forked: [] });
    expect(describeDoc(opened.jamDoc)).toEqual(describeDoc(replay(all).jamDoc));
  });

  it('comes back whole from its seal', async () => {
    const { frame, all } = workWithKeyFrame();
    const sealed = await sealKeyFrame(frame, all, digest);
    const opened = await openKeyFrame(sealed ?? new Uint8Array(), all, digest);
    expect(opened.ok && new Map(opened.value.heads.map(({ session, seq }) => [session, seq]))).toEqual(
      new Map(frame.heads.map(({ session, seq }) => [session, seq])),
    );
    expect(opened.ok && opened.value.state).toEqual(frame.state);
  });

  it('is refused when an envelope that it stands for is missing or another one', async () => {
    const { frame, early, all } = workWithKeyFrame();
    const sealed = (await sealKeyFrame(frame, all, digest)) ?? new Uint8Array();
    expect(await openKeyFrame(sealed, early.slice(0, -1), digest)).toMatchObject({ ok: false });
    const other = early.map((record, i) =>
      i === 7 ? { ...record, bytes: record.bytes.with(-1, 1 ^ (record.bytes.at(-1) ?? 0)) } : record,
    );
    expect(await openKeyFrame(sealed, other, digest)).toMatchObject({ ok: false, code: 'key-frame-foreign' });
    expect(await openKeyFrame(sealed, workWithKeyFrame(7).all, digest)).toMatchObject({ ok: false });
    expect(await sealKeyFrame(frame, early.slice(0, -1), digest)).toBeNull();
  });

  it('is refused when it is late or broken', () => {
    const { frame, all } = workWithKeyFrame();
    const opened = replay(all);
    const covered = coveredRecords(frame, all) ?? [];
    expect(opened.materialiser.loadKeyFrame(frame, covered)).toMatchObject({
      ok: false,
      code: 'key-frame-late',
    });
    const broken = { ...frame, state: frame.state.subarray(0, 40) };
    expect(openEmpty().materialiser.loadKeyFrame(broken, covered)).toMatchObject({
      ok: false,
      code: 'key-frame-broken',
    });
  });

  it('is not made while keystrokes are unrecorded, or the next opening would know what nobody else does', () => {
    const alice = createWriter('alice', 1);
    const type = () =>
      alice.jamDoc.transact(() => alice.jamDoc.getText('brief').insert(0, 'k'), typingOrigin);
    type();
    type();
    expect(alice.materialiser.keyFrame()).toMatchObject({ ok: false, code: 'unrecorded' });
    alice.recorder.flush();
    expect(alice.materialiser.keyFrame()).toMatchObject({ ok: true });
  });

  it('is refused with a single bit changed or cut anywhere, and never throws', async () => {
    const { frame, all } = workWithKeyFrame();
    const sealed = (await sealKeyFrame(frame, all, digest)) ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), fc.nat(), fc.boolean(), async (at, bit, cut, cuts) => {
        const hostile = sealed.slice(0, cuts ? cut % sealed.length : sealed.length);
        const place = at % Math.max(1, hostile.length);
        if (!cuts) hostile[place] = (hostile[place] ?? 0) ^ (1 << bit);
        expect(await openKeyFrame(hostile, all, digest)).toMatchObject({ ok: false });
      }),
      { numRuns: 300 },
    );
  });
});
