/** Hubs in a row, and pages in front of them. */
import type { Hub } from '../../../shared/hub/hub.ts';
import { type Socket, topicOf, type World } from './world.ts';

export const room = topicOf('room');
export const announce = (from: string) => ({
  type: 'publish',
  topic: room,
  data: { type: 'announce', from },
});
export const signal = (from: string, to: string) => ({
  type: 'publish',
  topic: room,
  data: { type: 'signal', from, to, signal: { type: 'offer', sdp: 'v=0' } },
});
export const addressOf = (n: number): string => `http://192.168.1.${n + 1}:4718`;

/** Hubs that serve the room, each given the address of the one before it only. */
export function chain(world: World, count: number): Hub[] {
  const hubs = Array.from({ length: count }, (_, n) => {
    const hub = world.hub(addressOf(n));
    hub.serve([room]);
    return hub;
  });
  for (const [n, hub] of hubs.entries()) if (n > 0) hub.meet(room, [addressOf(n - 1)]);
  return hubs;
}

/** The chain as it stays where gossip can't help: only next to each other they reach one another. */
export function cutChain(world: World, count: number): Hub[] {
  const hubs = chain(world, count);
  for (const [n, one] of hubs.entries())
    for (const [m, other] of hubs.entries()) if (m > n + 1) world.cut(one, other);
  world.advance(20_000);
  return hubs;
}

export function page(world: World, hub: Hub | undefined, peer: string): Socket {
  const socket = world.signaling(hub as Hub);
  socket.send({ type: 'subscribe', topics: [room] });
  socket.send(announce(peer));
  world.settle();
  return socket;
}

export const neighbourCounts = (hubs: readonly Hub[]): number[] => hubs.map((hub) => hub.neighbours().length);
