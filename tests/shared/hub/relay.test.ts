/** Frames between pages of one hub: who gets them, in which order, and who waits for a slow reader. */
import { describe, expect, it } from 'vitest';
import { createWorld, framesOf, frameTo, stranger, topicOf } from './world.ts';

const megabyte = 1024 * 1024;

describe('the relay of one hub', () => {
  it('gives each socket an address of its own, and carries frames with their sender', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob] = [world.relay(hub), world.relay(hub, stranger)] as const;
    expect(alice.address).toMatch(/^[\w-]{22}$/);
    expect(alice.address).not.toBe(bob.address);
    alice.sendBytes(frameTo(bob.address, 1, 2, 3));
    bob.sendBytes(frameTo(alice.address));
    expect(framesOf(bob)).toEqual([[alice.address, [1, 2, 3]]]);
    expect(framesOf(alice)).toEqual([[bob.address, []]]);
  });

  it('says who is gone, and whom it never knew', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob] = [world.relay(hub), world.relay(hub)] as const;
    bob.close();
    const nobody = `${topicOf('x').slice(0, 21)}A`;
    alice.sendBytes(frameTo(bob.address, 1));
    alice.sendBytes(frameTo(nobody, 1));
    alice.sendBytes(frameTo(alice.address, 1));
    expect(alice.said().slice(1)).toEqual([{ gone: bob.address }, { gone: nobody }, { gone: alice.address }]);
  });

  it('takes no frame that is too short or too long, and no text', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob] = [world.relay(hub), world.relay(hub)] as const;
    alice.sendBytes(new Uint8Array(0));
    alice.sendBytes(frameTo(bob.address).subarray(1));
    alice.sendBytes(frameTo(bob.address, ...new Array(64 * 1024 + 1).fill(7)));
    alice.send({ to: bob.address });
    expect(framesOf(bob)).toEqual([]);
    alice.sendBytes(frameTo(bob.address, ...new Array(64 * 1024).fill(7)));
    expect(framesOf(bob)).toHaveLength(1);
    expect(alice.open).toBe(true);
  });

  it('lets whoever sends to a slow reader wait, and goes on in order', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob, carol] = [world.relay(hub), world.relay(hub), world.relay(hub)] as const;
    bob.stuck = 2 * megabyte;
    for (let n = 0; n < 20; n++) alice.sendBytes(frameTo(bob.address, n));
    expect(alice.paused).toBe(true);
    expect(framesOf(bob)).toHaveLength(1);
    carol.sendBytes(frameTo(alice.address, 99));
    expect([carol.paused, framesOf(alice)]).toEqual([false, [[carol.address, [99]]]]);
    bob.stuck = megabyte / 2;
    world.advance(1000);
    expect(alice.paused).toBe(true);
    bob.read();
    expect(alice.paused).toBe(false);
    expect(framesOf(bob).map(([, [n]]) => n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('closes a reader that does not read for 30 s, and its senders go on', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob] = [world.relay(hub), world.relay(hub)] as const;
    bob.stuck = 2 * megabyte;
    alice.sendBytes(frameTo(bob.address, 1));
    alice.sendBytes(frameTo(bob.address, 2));
    world.advance(29_000);
    expect([alice.paused, bob.open]).toEqual([true, true]);
    world.advance(2000);
    expect([alice.paused, bob.open]).toEqual([false, false]);
    expect(alice.said().at(-1)).toEqual({ gone: bob.address });
  });

  it('does not let a sender wait for one that has left', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob] = [world.relay(hub), world.relay(hub)] as const;
    bob.stuck = 2 * megabyte;
    alice.sendBytes(frameTo(bob.address, 1));
    bob.close();
    expect(alice.paused).toBe(false);
  });
});
