import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createLog } from '../../../shared/log/logDoc.ts';
import {
  changeSomething,
  createTimers,
  createWriter,
  describeJam,
  elsewhere,
  readJam,
  typingOrigin,
  type Writer,
} from './support.ts';

const kinds = (writer: Writer): string[] =>
  writer.log
    .records()
    .map((_, seq) => writer.log.stored(writer.session.key, seq)?.envelope.kind ?? 'foreign');

describe('recorder', () => {
  it('leaves no trace of somebody who only looks, and introduces who acts', () => {
    const alice = createWriter('alice', 1);
    expect(alice.log.size).toBe(0);
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    expect(kinds(alice)).toEqual(['hello', 'edit']);
    expect(alice.log.hello(alice.session.key)).toMatchObject({
      memberName: 'alice',
      docClientId: alice.jamDoc.clientID,
    });
  });

  it('makes one envelope of one command, however much it changes', () => {
    const alice = createWriter('alice', 1);
    alice.act((doc) => {
      for (let i = 0; i < 5; i++) changeSomething(doc, alice, [0, i, i]);
    });
    expect(kinds(alice)).toEqual(['hello', 'edit']);
    alice.act(() => undefined);
    expect(alice.log.size).toBe(2);
  });

  it('numbers each envelope one above all that its author’s document holds, and tells commands beforehand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(3)), { maxLength: 30 }), (steps) => {
        const writers = [createWriter('alice', 1), createWriter('bob', 2)] as const;
        for (const [who, what] of steps) {
          const writer = writers[who] as Writer;
          if (what === 0) writer.take(writers[1 - who]?.log.records() ?? []);
          else if (what === 1) {
            const type = () => writer.jamDoc.getText('brief').insert(0, 'k');
            writer.jamDoc.transact(type, typingOrigin);
          } else {
            let told = 0;
            writer.act((doc) => {
              told = writer.recorder.nextLamport();
              doc.getMap('ideas').set(writer.context.newId(), told);
            });
            const seq = writer.log.length(writer.session.key) - 1;
            expect(writer.log.lamportAt(writer.session.key, seq)).toBe(told);
          }
        }
        for (const writer of writers) writer.recorder.flush();
        const both = readJam([writers[0].log.records(), writers[1].log.records()]);
        expect(both.materialiser.cuts).toEqual([]);
        expect(both.materialiser.waiting).toBe(0);
        // A closed log: nothing is numbered higher than there are envelopes.
        expect(both.log.lamport).toBeLessThanOrEqual(both.log.size);
      }),
      { numRuns: 60 },
    );
  });

  it('names what it saw once, and not again what others have named', () => {
    const alice = createWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'a'));
    const bob = createWriter('bob', 2, alice.log.records());
    bob.act((doc) => doc.getText('brief').insert(0, 'b'));
    bob.act((doc) => doc.getText('brief').insert(0, 'b'));
    const carol = createWriter('carol', 3, bob.log.records());
    carol.act((doc) => doc.getText('brief').insert(0, 'c'));
    const seenBy = (writer: Writer, seq: number) => writer.log.stored(writer.session.key, seq)?.envelope.seen;
    expect(seenBy(bob, 0)).toEqual([{ session: alice.session.key, seq: 1 }]);
    expect(seenBy(bob, 1)).toEqual([]);
    expect(seenBy(bob, 2)).toEqual([]);
    // bob's latest stands for alice's too.
    expect(seenBy(carol, 0)).toEqual([{ session: bob.session.key, seq: 2 }]);
  });

  it('sends the first key at once and gathers the others for 100 ms', () => {
    const timers = createTimers();
    const alice = createWriter('alice', 1, [], { schedule: timers.schedule });
    const type = (text: string) => {
      const brief = alice.jamDoc.getText('brief');
      alice.jamDoc.transact(() => brief.insert(brief.length, text), typingOrigin);
    };
    type('w');
    expect(alice.log.size).toBe(2);
    for (const key of 'icked') type(key);
    timers.pass(99);
    expect(alice.log.size).toBe(2);
    timers.pass(1);
    expect(alice.log.size).toBe(3);
    timers.pass(100);
    expect(timers.waiting()).toBe(0);
    type('!');
    expect(alice.log.size).toBe(4);
    expect(readJam([alice.log.records()]).jamDoc.getText('brief').toString()).toBe('wicked!');
  });

  it('puts what was typed before the next act, and into the log when told to flush or to end', () => {
    const alice = createWriter('alice', 1);
    const type = () =>
      alice.jamDoc.transact(() => alice.jamDoc.getText('brief').insert(0, 'k'), typingOrigin);
    type();
    type();
    type();
    expect(alice.log.size).toBe(2);
    alice.act((doc) => doc.getMap('ideas').set('a', 1));
    expect(alice.log.size).toBe(4);
    type();
    type();
    alice.recorder.flush();
    expect(alice.log.size).toBe(6);
    type();
    type();
    alice.recorder.destroy();
    expect(describeJam(readJam([alice.log.records()]))).toEqual(describeJam(alice));
    type();
    expect(alice.log.size).toBe(8);
  });

  it('does not record the clean-up that Yjs starts when remote formats are merged', () => {
    const alice = createWriter('alice', 1);
    alice.act((doc) => doc.getText('brief').insert(0, 'a wicked problem'));
    const bob = createWriter('bob', 2, alice.log.records());
    alice.act((doc) => doc.getText('brief').format(0, 8, { bold: true }));
    bob.act((doc) => doc.getText('brief').delete(0, 10));
    const origins: unknown[] = [];
    alice.jamDoc.on(
      'update',
      (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        origins.push(transaction.local ? 'clean-up' : 'merge');
      },
    );
    const before = alice.log.length(alice.session.key);
    alice.take(bob.log.records());
    expect(origins).toContain('clean-up');
    expect(alice.log.length(alice.session.key)).toBe(before);
    bob.take(alice.log.records());
    expect(alice.jamDoc.getText('brief').toDelta()).toEqual(bob.jamDoc.getText('brief').toDelta());
  });

  it('records a transaction that nobody declared rather than leave a gap, and counts it', () => {
    const alice = createWriter('alice', 1);
    alice.jamDoc.getText('brief').insert(0, 'stray');
    alice.act((doc) => doc.getText('brief').insert(0, 'x'));
    expect(alice.recorder.strays).toBe(1);
    expect(readJam([alice.log.records()]).jamDoc.getText('brief').toString()).toBe('xstray');
  });

  it('throws out of a command that writes more than an envelope holds', () => {
    const alice = createWriter('alice', 1);
    const giant = 'x'.repeat(16 * 1024 * 1024);
    expect(() => alice.act((doc) => doc.getText('brief').insert(0, giant))).toThrow(RangeError);
  });

  it('goes on after a restart in a session of its own, and what was lost comes back from others', () => {
    const alice = createWriter('alice', 1);
    for (let i = 0; i < 6; i++) alice.act((doc) => changeSomething(doc, alice, [i, i, i]));
    const bob = createWriter('bob', 2, alice.log.records());
    bob.act((doc) => changeSomething(doc, bob, [2, 1, 1]));
    const again = createWriter('alice', 99, alice.log.records().slice(0, 4));
    expect(again.session.key).not.toBe(alice.session.key);
    again.act((doc) => changeSomething(doc, again, [0, 9, 9]));
    expect(again.take(bob.log.records())).toBeUndefined();
    bob.take(again.log.records());
    expect(describeJam(again)).toEqual(describeJam(bob));
    const log = createLog();
    expect(log.addEnvelopes([...again.log.records(), ...bob.log.records()], elsewhere).forked).toEqual([]);
  });
});
