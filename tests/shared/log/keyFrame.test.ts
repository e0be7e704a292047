import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import { decodeKeyFrame, encodeKeyFrame, type KeyFrame } from '../../../shared/log/keyFrame.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../../shared/log/materialise.ts';
import { changeSomething, createWriter, describeDoc, elsewhere, typingOrigin } from './support.ts';

/** alice and bob at work, alice's key frame from the middle of it, and everything. */
function workWithKeyFrame(): { frame: KeyFrame; early: LogRecord[]; all: LogRecord[]; jamDoc: Y.Doc } {
  const alice = createWriter('alice', 1);
  for (let i = 0; i < 20; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
  const bob = createWriter('bob', 2, alice.log.records());
  for (let i = 0; i < 20; i++) bob.act((doc) => changeSomething(doc, bob, [i, i, i]));
  alice.take(bob.log.records());
  const frame = alice.materialiser.keyFrame();
  if (!frame.ok) throw new Error(frame.sentence);
  const early = alice.log.records();
  for (let i = 0; i < 10; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
  return { frame: frame.value, early, all: alice.log.records(), jamDoc: alice.jamDoc };
}

function open(records: LogRecord[]) {
  const log = createLog();
  log.addEnvelopes(records, elsewhere);
  const jamDoc = new Y.Doc({ gc: false });
  return { log, jamDoc, materialiser: createMaterialiser(log, jamDoc) };
}

describe('key frame', () => {
  it('spares what stands before it, and the document is the same as from nothing', () => {
    const { frame, all, jamDoc } = workWithKeyFrame();
    const opened = open(all);
    const read = decodeKeyFrame(encodeKeyFrame(frame));
    expect(read).toEqual({ ok: true, value: frame });
    expect(opened.materialiser.loadKeyFrame(frame)).toMatchObject({ ok: true });
    expect(opened.materialiser.settle()).toBe(10);
    expect(opened.materialiser.waiting).toBe(0);
    expect(describeDoc(opened.jamDoc)).toEqual(describeDoc(jamDoc));
  });

  it('knows the present in as few words as a replay does', () => {
    const { frame, all } = workWithKeyFrame();
    const [replayed, opened] = [open(all), open(all)];
    replayed.materialiser.settle();
    opened.materialiser.loadKeyFrame(frame);
    opened.materialiser.settle();
    expect(opened.materialiser.frontier()).toEqual(replayed.materialiser.frontier());
    expect(opened.materialiser.lamport).toBe(replayed.materialiser.lamport);
  });

  it('is refused when the log does not hold all that it stands for', () => {
    const { frame, early } = workWithKeyFrame();
    const opened = open(early.slice(0, -1));
    expect(opened.materialiser.loadKeyFrame(frame)).toMatchObject({ ok: false, code: 'key-frame-foreign' });
    opened.materialiser.settle();
    expect(opened.materialiser.waiting).toBe(0);
  });

  it('is refused when it is late or broken', () => {
    const { frame, all } = workWithKeyFrame();
    const opened = open(all);
    opened.materialiser.settle();
    expect(opened.materialiser.loadKeyFrame(frame)).toMatchObject({ ok: false, code: 'key-frame-late' });
    const broken = { ...frame, state: frame.state.subarray(0, 40) };
    expect(open(all).materialiser.loadKeyFrame(broken)).toMatchObject({
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

  it('never throws on mutated bytes', () => {
    const bytes = encodeKeyFrame(workWithKeyFrame().frame);
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.nat(), (at, byte, cut) => {
        const hostile = bytes.slice(0, cut % (bytes.length + 1));
        if (hostile.length > 0) hostile[at % hostile.length] = byte;
        decodeKeyFrame(hostile);
      }),
      { numRuns: 300 },
    );
  });
});
