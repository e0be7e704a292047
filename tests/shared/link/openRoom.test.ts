/** A room whose introducer is the test: what hubs may tell it of peers, true or made up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Introducer, IntroducerEvents } from '../../../shared/link/introducer.ts';
import { openRoom, type Room } from '../../../shared/link/openRoom.ts';
import type { SocketLike } from '../../../shared/link/relay.ts';
import type { WebRtcParts } from '../../../shared/link/rtc.ts';
import { createGate } from '../../../shared/log/gate.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createSession } from '../../../shared/log/session.ts';
import { toBase64Url, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createSigner } from '../../../shared/util/signature.ts';
import { createFakeCable } from '../../simulation/fakeCarrier.ts';
import { createFakePeer, type FakePeer, topic } from '../../simulation/fakeRoom.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

let clock: VirtualClock;
let room: Room;
let bob: FakePeer;
let events: IntroducerEvents;
let answered: Set<string>;
let socket: SocketLike;

beforeEach(async () => {
  clock = createVirtualClock();
  answered = new Set();
  bob = createFakePeer('bob', clock, 2);
  const context = { ...createSeededContext(1), now: clock.now };
  const signer = createSigner(context.randomBytes(32));
  const owner = { device: signer.device, memberId: 'alice-id', memberName: 'alice' };
  const log = createLog();
  const nothing = (): void => undefined;
  socket = {
    binaryType: '',
    bufferedAmount: 0,
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (bytes) => void answered.add(toBase64Url(bytes.subarray(0, 16))),
    close: nothing,
  };
  const introducer: Introducer = {
    hub: () => 'open',
    refused: 0,
    dial: nothing,
    drop: nothing,
    announce: nothing,
    move: nothing,
    wake: nothing,
    dispose: nothing,
  };
  room = openRoom(
    {
      topic,
      secret: toUtf8('secret'),
      log,
      gate: createGate(log),
      awareness: new Awareness(new Y.Doc()),
      signaling: [],
      relay: 'ws://relay',
      self: {
        device: signer.device,
        member: owner.memberId,
        name: owner.memberName,
        session: createSession(context, owner),
        sign: async (message) => signer.sign('link', message),
      },
      wrtc: {} as WebRtcParts,
      openSocket: () => socket,
      context,
      schedule: clock.schedule,
    },
    (given) => {
      events = given.events;
      return introducer;
    },
  );
  socket.onmessage?.({ data: JSON.stringify({ address: addressOf(0) }) });
});
afterEach(async () => {
  void room.dispose();
  bob.dispose();
  await clock.pass(1000);
});

function addressOf(number: number): string {
  return toBase64Url(bytesOf(number));
}
function bytesOf(number: number): Uint8Array {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}
/** Whoever has this address on the relay calls. Answered are those of whom the room knows. */
function callFrom(number: number): void {
  const opens = Uint8Array.of(...bytesOf(number), 0, 7, 7, 7, 7, 0, 0, 0, 0);
  socket.onmessage?.({ data: opens.buffer });
}

describe('a room', () => {
  it('keeps the addresses of whoever is linked, and of any number that hubs make up only the latest', async () => {
    const cable = createFakeCable({ clock });
    events.reachableAt('bob', addressOf(1));
    events.opened('bob', cable.ends[0]);
    bob.mesh.connect('alice', cable.ends[1]);
    await clock.pass(1000);
    expect(room.status().peers).toMatchObject([{ peer: 'bob', phase: 'open' }]);
    for (let n = 2; n < 2000; n++) events.reachableAt(`nobody ${n}`, addressOf(n));
    for (let n = 1; n < 2000; n++) callFrom(n);
    expect(answered.size).toBe(200);
    for (const n of [1, 1801, 1999]) expect(answered).toContain(addressOf(n));
  });

  it('forgets where somebody was who has left', async () => {
    const cable = createFakeCable({ clock });
    events.reachableAt('bob', addressOf(1));
    events.opened('bob', cable.ends[0]);
    bob.mesh.connect('alice', cable.ends[1]);
    await clock.pass(1000);
    bob.mesh.dispose();
    await clock.pass(1000);
    callFrom(1);
    expect(answered.size).toBe(0);
  });

  it('forgets where somebody was who has not answered for an hour', async () => {
    events.tried('carol');
    events.reachableAt('carol', addressOf(1));
    events.failed('carol');
    expect(answered).toContain(addressOf(1));
    await clock.pass(3_600_000);
    answered.clear();
    callFrom(1);
    expect(answered.size).toBe(0);
  });
});
