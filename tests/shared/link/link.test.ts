/** What a link is worth against somebody who is not honest, slow, or gone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Carrier } from '../../../shared/link/carrier.ts';
import { framePart, frameSmall } from '../../../shared/link/frames.ts';
import { maxHeadsBytes } from '../../../shared/link/limits.ts';
import { kinds, writeMessage, writeNonce, writeRecords } from '../../../shared/link/messages.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { createFakeCable } from '../../simulation/fakeCarrier.ts';
import { createFakePeer, type FakePeer, join } from '../../simulation/fakeRoom.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

let clock: VirtualClock;
let alice: FakePeer;
let bob: FakePeer;
let strangers: FakePeer[] = [];

beforeEach(() => {
  clock = createVirtualClock();
  alice = createFakePeer('alice', clock, 1);
  bob = createFakePeer('bob', clock, 2);
  alice.write();
  strangers = [];
});

afterEach(() => {
  for (const one of [alice, bob, ...strangers]) one.dispose();
});

/** Frames that a stranger hears and sends by hand at the far end of a cable to Alice. */
function openStranger(bindings?: readonly [string, string, string, string]) {
  const cable = createFakeCable({ clock, ...(bindings ? { bindings } : {}) });
  const heard: Uint8Array[] = [];
  cable.ends[1].listen({
    frame: (bytes) => void heard.push(bytes),
    loose: () => undefined,
    drained: () => undefined,
    closed: () => undefined,
  });
  alice.mesh.connect('stranger', cable.ends[0]);
  return { cable, heard, end: cable.ends[1] as Carrier };
}

/** A link from Alice to Bob whose Bob can be made to say anything. */
async function openHijacked(): Promise<{ say(message: Uint8Array): Promise<void> }> {
  const cable = join(alice, bob, { clock });
  await clock.pass(500);
  expect(alice.heard).toContainEqual({ peer: 'bob', change: 'opened' });
  return {
    async say(message) {
      for (let from = 0; from < message.length; ) {
        const { frame, next } =
          message.length < 16_000
            ? { frame: frameSmall(message), next: message.length }
            : framePart(message, from);
        cable.ends[1].send(frame);
        from = next;
      }
      await clock.pass(500);
    },
  };
}

const lastOf = (one: FakePeer): unknown => one.heard.at(-1)?.change;

describe('before anything is proved', () => {
  it('nothing is told but a nonce', async () => {
    const { heard } = openStranger();
    await clock.pass(5000);
    expect(heard.map((frame) => frame[1])).toEqual([kinds.nonce]);
  });

  it('a wrong secret gets a proof that is worth nothing, and neither name nor record', async () => {
    const mallory = createFakePeer('mallory', clock, 3, 'guess');
    strangers.push(mallory);
    const cable = join(alice, mallory, { clock });
    await clock.pass(1000);
    expect(lastOf(alice)).toBe('refused');
    expect(mallory.log.size).toBe(0);
    expect(mallory.mesh.peers()).toEqual([]);
    expect(cable.frames[0]).toBeLessThanOrEqual(2);
  });

  it('somebody in the middle, who passes everything on, is found by the bindings', async () => {
    join(alice, bob, { clock, bindings: ['a', 'm1', 'b', 'm2'] });
    await clock.pass(1000);
    expect(alice.heard).toEqual([{ peer: 'bob', change: 'refused' }]);
    expect(bob.log.size).toBe(0);
  });

  it('our own words sent back to us are none', async () => {
    const { cable, end, heard } = openStranger();
    await clock.pass(50);
    for (const frame of heard.splice(0)) end.send(frame);
    await clock.pass(50);
    expect(lastOf(alice)).toBe('garbage');

    const mirror = openStranger();
    mirror.end.send(frameSmall(writeNonce(new Uint8Array(32))));
    await clock.pass(50);
    mirror.end.send(mirror.heard.find((frame) => frame[1] === kinds.proof) as Uint8Array);
    await clock.pass(50);
    expect(lastOf(alice)).toBe('refused');
    expect(cable.frames[0]).toBe(1);
  });

  it('what was recorded at another meeting is worth nothing', async () => {
    const recorded: Uint8Array[] = [];
    const cable = createFakeCable({ clock });
    const spied: Carrier = Object.create(cable.ends[1], {
      send: {
        value: (frame: Uint8Array) => {
          recorded.push(frame.slice());
          cable.ends[1].send(frame);
        },
      },
    });
    alice.mesh.connect('bob', cable.ends[0]);
    bob.mesh.connect('alice', spied);
    await clock.pass(500);
    expect(lastOf(alice)).toBe('opened');
    const { end } = openStranger();
    for (const frame of recorded) end.send(frame);
    await clock.pass(500);
    expect(alice.heard.at(-1)).toEqual({ peer: 'stranger', change: 'refused' });
  });

  it('garbage, long messages and messages out of turn end it', async () => {
    const nonce = frameSmall(writeNonce(new Uint8Array(32).fill(1)));
    const openings: Uint8Array[][] = [
      [Uint8Array.of(255, 255, 255)],
      [frameSmall(writeMessage(kinds.nonce, Uint8Array.of(2, 1)))],
      [nonce, nonce],
      [frameSmall(writeMessage(kinds.identity, new Uint8Array(100)))],
      [frameSmall(writeMessage(kinds.heads, Uint8Array.of(0)))],
      [framePart(new Uint8Array(50_000).fill(kinds.records), 0).frame],
    ];
    for (const frames of openings) {
      const { end } = openStranger();
      const before = alice.heard.length;
      for (const frame of frames) end.send(frame);
      await clock.pass(100);
      const told = alice.heard.slice(before).map(({ change }) => change);
      expect(told, String(frames[0]?.subarray(0, 20))).toEqual(['garbage']);
    }
  });

  it('a path that opens and then says nothing is given up after 20 s', async () => {
    openStranger();
    await clock.pass(19_000);
    expect(alice.mesh.peers()).toMatchObject([{ phase: 'opening' }]);
    await clock.pass(2000);
    expect(lastOf(alice)).toBe('never-opened');
  });

  it('nobody is linked to themselves', async () => {
    const cable = createFakeCable({ clock });
    alice.mesh.connect('me', cable.ends[0]);
    alice.mesh.connect('myself', cable.ends[1]);
    await clock.pass(500);
    expect(alice.mesh.peers()).toEqual([]);
  });
});

describe('a peer that has proved itself and then misbehaves', () => {
  it('is let go for unknown, malformed and oversized messages', async () => {
    const words = [
      writeMessage(200, Uint8Array.of(1)),
      writeMessage(kinds.heads, Uint8Array.of(255, 255, 255, 255, 15)),
      writeMessage(kinds.want, Uint8Array.of(9)),
      writeMessage(kinds.beat, Uint8Array.of(1)),
      writeMessage(kinds.presence, toUtf8('nonsense')),
      writeMessage(kinds.heads, new Uint8Array(maxHeadsBytes + 1)),
    ];
    for (const word of words) {
      const { say } = await openHijacked();
      await say(word);
      expect(lastOf(alice), `kind ${word[0]}`).toBe('garbage');
      alice.dispose();
      bob.dispose();
      alice = createFakePeer('alice', clock, 1);
      bob = createFakePeer('bob', clock, 2);
    }
  });

  it('pushes nobody out by saying that it is their session', async () => {
    join(alice, bob, { clock });
    await clock.pass(500);
    const mallory = createFakePeer('mallory', clock, 4, 'secret', bob.session);
    strangers.push(mallory);
    join(alice, mallory, { clock });
    await clock.pass(3000);
    expect(alice.heard).not.toContainEqual({ peer: 'bob', change: 'replaced' });
    bob.write();
    await clock.pass(100);
    expect(alice.digest()).toBe(bob.digest());
  });

  it('gets nothing into the log by deletes, GC structs or rubbish, is counted, and is let go in the end', async () => {
    const { say } = await openHijacked();
    const before = alice.log.size;
    const doc = new Y.Doc({ gc: true });
    doc.getArray('x').push([1, 2, 3]);
    doc.getArray('x').delete(0, 2);
    const gcStruct = Uint8Array.of(1, 1, 5, 0, 0, 3, 0);
    for (const update of [Y.encodeStateAsUpdate(doc), gcStruct, toUtf8('rubbish'), new Uint8Array(0)]) {
      await say(writeRecords(1, update));
    }
    expect(alice.log.size).toBe(before);
    const refused = alice.mesh.peers()[0]?.refused ?? 0;
    expect(refused).toBeGreaterThanOrEqual(3);
    expect(alice.mesh.refused).toBe(0);
    for (let i = 0; i < 110 && lastOf(alice) === 'opened'; i++) await say(writeRecords(1, gcStruct));
    expect(lastOf(alice)).toBe('garbage');
    // Nobody is there any more on whom it could be shown.
    expect(alice.mesh.peers()).toEqual([]);
    expect(alice.mesh.refused).toBeGreaterThan(100);
  });

  it('is counted for garbage that ends its link, and for presence whose clock leaps', async () => {
    const { say } = await openHijacked();
    bob.awareness.setLocalState({ name: 'bob' });
    await clock.pass(500);
    bob.awareness.meta.set(bob.awareness.clientID, { clock: 1_000_000, lastUpdated: 0 });
    const leap = encodeAwarenessUpdate(bob.awareness, [bob.awareness.clientID]);
    await say(writeMessage(kinds.presence, leap));
    expect(alice.mesh.peers()).toMatchObject([{ name: 'bob', refused: 1 }]);
    await say(writeMessage(200, Uint8Array.of(1)));
    expect(alice.mesh.peers()).toEqual([]);
    expect(alice.mesh.refused).toBe(2);
  });

  it('is not waited for when it does not send what it says it has: others are asked', async () => {
    const cable = createFakeCable({ clock });
    const silent: Carrier = Object.create(cable.ends[1], {
      send: {
        value(frame: Uint8Array) {
          const kind = frame[0] === 1 ? frame[5] : frame[1];
          if (kind !== kinds.done && kind !== kinds.records) cable.ends[1].send(frame);
        },
      },
    });
    bob.write();
    alice.mesh.connect('bob', cable.ends[0]);
    bob.mesh.connect('alice', silent);
    await clock.pass(1000);
    expect(alice.heard).toContainEqual({ peer: 'bob', change: 'opened' });
    const carol = createFakePeer('carol', clock, 3);
    strangers.push(carol);
    carol.write();
    join(alice, carol, { clock });
    await clock.pass(5000);
    expect(alice.log.length(carol.session.key)).toBe(0);
    await clock.pass(10_000);
    expect(alice.log.length(carol.session.key)).toBe(2);
    expect(alice.log.length(bob.session.key)).toBe(0);
  });

  it('cannot send a presence that is too large', async () => {
    const { say } = await openHijacked();
    await say(writeMessage(kinds.presence, new Uint8Array(5000)));
    expect(lastOf(alice)).toBe('garbage');
  });
});
