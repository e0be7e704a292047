/** The state of a room in words. It never says more than was compared. */
import type { Verb } from '../../shared/presence/presence.ts';
import type { PeerHere, PersonHere, RoomState } from '../stores/roomStore.ts';
import { sayCount } from '../ui/counts.ts';

/** "Everyone has everything", "2 people behind", "Alone, kept on this laptop". */
export function sayRoom({ peers, people }: Pick<RoomState, 'peers' | 'people'>): string {
  if (peers.length === 0) return 'Alone, kept on this laptop';
  const behind = people.filter((person) => person.peers.some(isBehind)).length;
  if (behind > 0) return `${sayCount(behind, 'person', 'people')} behind`;
  return peers.every(({ holds, silent }) => holds === 'all' && !silent)
    ? 'Everyone has everything'
    : 'Comparing …';
}

/** "3 of 3 laptops, on this network": how many are known to hold all of it, oneself counted. */
export function sayLaptops({ peers }: Pick<RoomState, 'peers'>): string {
  const whole = peers.filter(({ holds, silent }) => holds === 'all' && !silent).length + 1;
  return `${whole} of ${sayCount(peers.length + 1, 'laptop', 'laptops')}`;
}

/** Of one person: "has everything, direct", "behind, through another laptop", "not heard for a while". */
export function sayPerson({ me, peers }: PersonHere): string {
  if (me) return peers.length === 0 ? 'you' : `you, on ${sayCount(peers.length + 1, 'device', 'devices')}`;
  if (peers.every(({ silent }) => silent)) return 'not heard for a moment';
  const holds = peers.some(isBehind)
    ? 'behind'
    : peers.every((peer) => peer.holds === 'all')
      ? 'has everything'
      : 'comparing';
  return `${holds}, ${sayWay(peers)}`;
}

const doingWords: Readonly<Record<Verb, string>> = {
  looking: '',
  writing: 'writing',
  moving: 'moving sheets',
  riffing: 'riffing',
  commenting: 'commenting',
  deciding: 'deciding',
};

/** "writing", "in the list", or nothing when they just look. */
export function sayDoing({ doing }: PersonHere): string {
  if (doing === null) return '';
  if (doing.view === 'list') return 'in the list';
  return doingWords[doing.verb];
}

/** "direct" or "through another laptop". */
export function sayWay(peers: readonly Pick<PeerHere, 'way'>[]): string {
  return peers.some(({ way }) => way === 'direct') ? 'direct' : 'through another laptop';
}

function isBehind({ holds }: PeerHere): boolean {
  return holds === 'behind';
}
