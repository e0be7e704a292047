/** What a hub that carries a link's frames can do: see lengths, and lose it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../../shared/link/authenticator.ts';
import { createFrameSeal, createMeetingKeys } from '../../../shared/link/frameSeal.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { createFakePeer, type FakePeer, join } from '../../simulation/fakeRoom.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

let clock: VirtualClock;
let alice: FakePeer;
let bob: FakePeer;

beforeEach(() => {
  clock = createVirtualClock();
  alice = createFakePeer('alice', clock, 1);
  bob = createFakePeer('bob', clock, 2);
});
afterEach(() => {
  alice.dispose();
  bob.dispose();
});

type Tap = (frame: Uint8Array, from: 0 | 1, number: number) => Uint8Array | null;

async function carry(way: 'direct' | 'relayed', tap: Tap): Promise<void> {
  join(alice, bob, { clock, way, tap });
  await clock.pass(500);
  for (let n = 0; n < 5; n++) alice.write();
  await clock.pass(3_000);
}

const holds = (frame: Uint8Array, word: string): boolean => Buffer.from(frame).includes(word);
const endOf = (one: FakePeer): unknown => one.heard.at(-1)?.change;

describe('a relayed link', () => {
  it('shows whoever carries it neither a name nor a record, and brings everything', async () => {
    const seen: Uint8Array[] = [];
    await carry('relayed', (frame) => {
      seen.push(frame.slice());
      return frame;
    });
    expect(bob.digest()).toBe(alice.digest());
    expect(seen.length).toBeGreaterThan(10);
    const records = alice.log.records().map(({ bytes }) => Buffer.from(bytes.subarray(-16)));
    for (const frame of seen) {
      expect(holds(frame, 'alice')).toBe(false);
      for (const record of records) expect(Buffer.from(frame).includes(record)).toBe(false);
    }
  });

  it('is told from a direct one, whose channel keeps its secrets itself', async () => {
    let named = false;
    await carry('direct', (frame) => {
      named ||= holds(frame, 'alice');
      return frame;
    });
    expect(named).toBe(true);
    expect(bob.digest()).toBe(alice.digest());
  });

  it('ends where a frame was changed, repeated, left out or made up: nothing false gets in', async () => {
    const hostile: Record<string, Tap> = {
      changed: (frame, from, n) =>
        from === 0 && n === 6 ? frame.map((byte, i) => (i === 9 ? byte ^ 1 : byte)) : frame,
      'left out': (frame, from, n) => (from === 0 && n === 6 ? null : frame),
      'made up': (frame, from, n) => (from === 0 && n === 6 ? frame.map(() => 7) : frame),
      'sent back': (() => {
        let last = new Uint8Array(40);
        return (frame, from, n) => {
          if (from === 1) last = frame.slice();
          return from === 0 && n === 6 ? last : frame;
        };
      })(),
    };
    for (const [what, tap] of Object.entries(hostile)) {
      clock = createVirtualClock();
      alice = createFakePeer('alice', clock, 1);
      bob = createFakePeer('bob', clock, 2);
      await carry('relayed', tap);
      expect(endOf(bob), what).toBe('garbage');
      alice.dispose();
      bob.dispose();
    }
  });
});

describe('two ends of a meeting', () => {
  const meet = (): [Meeting, Uint8Array, Meeting, Uint8Array] => {
    const a = createMeetingKeys(alice.context.randomBytes(32));
    const b = createMeetingKeys(bob.context.randomBytes(32));
    const bindings = { ownBinding: toUtf8('a'), theirBinding: toUtf8('b') };
    return [
      { role: 'offerer', ownNonce: a.nonce, theirNonce: b.nonce, ...bindings },
      a.secret,
      {
        role: 'answerer',
        ownNonce: b.nonce,
        theirNonce: a.nonce,
        ownBinding: bindings.theirBinding,
        theirBinding: bindings.ownBinding,
      },
      b.secret,
    ];
  };

  it('open what the other sealed, each word in its place only, and no word of their own', () => {
    const [atA, secretA, atB, secretB] = meet();
    const a = createFrameSeal(secretA, atA);
    const b = createFrameSeal(secretB, atB);
    const [one, two] = [a.seal(toUtf8('one')), a.seal(toUtf8('two'))];
    expect(b.open(one)).toEqual(toUtf8('one'));
    expect(() => b.open(one)).toThrow(RangeError);
    expect(() => createFrameSeal(secretB, atB).open(two)).toThrow(RangeError);
    expect(() => createFrameSeal(secretA, atA).open(one)).toThrow(RangeError);
  });

  it('open loose words in any order, and no frame among them', () => {
    const [atA, secretA, atB, secretB] = meet();
    const a = createFrameSeal(secretA, atA);
    const b = createFrameSeal(secretB, atB);
    const [one, two] = [a.sealLoose(toUtf8('one')), a.sealLoose(toUtf8('two'))];
    expect(b.openLoose(two)).toEqual(toUtf8('two'));
    expect(b.openLoose(one)).toEqual(toUtf8('one'));
    expect(b.openLoose(a.seal(toUtf8('one')))).toBeNull();
    expect(b.openLoose(new Uint8Array(2))).toBeNull();
  });

  it('have other keys at another meeting, and none with a nonce that is no key', () => {
    const [atA, secretA, , secretB] = meet();
    const [otherA, , otherB] = meet();
    const sealed = createFrameSeal(secretA, atA).seal(toUtf8('one'));
    expect(() => createFrameSeal(secretB, { ...otherB, theirNonce: atA.ownNonce }).open(sealed)).toThrow(
      RangeError,
    );
    expect(() => createFrameSeal(secretA, { ...otherA, theirNonce: new Uint8Array(32) })).toThrow(RangeError);
  });
});
