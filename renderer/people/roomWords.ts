/** The state of a room in words. It never says more than was compared. */
import type { Verb } from '../../shared/presence/presence.ts';
import type { PeerHere, PersonHere, RoomState } from '../stores/roomStore.ts';
import { sayBytes, sayCount } from '../ui/counts.ts';
import type { KeptPlace } from '../ui/keptPlace.ts';

/** "Everyone here has everything", "2 people behind", "Alone, kept on this laptop". `place`: where it is kept. */
export function sayRoom(
  { peers, people, equal, lagging, hub }: Pick<RoomState, 'peers' | 'people' | 'equal' | 'lagging' | 'hub'>,
  place: KeptPlace,
): string {
  if (peers.length === 0) return `${hub === 'closed' ? 'The door is closed' : 'Alone'}, kept ${place}`;
  if (equal) return 'Everyone here has everything';
  if (peers.some(({ holds, silent }) => holds === 'unknown' || silent)) return 'Comparing …';
  if (!lagging) return 'On its way to everyone';
  const behind = people.filter((person) => person.peers.some(isBehind)).length;
  return behind === 0 ? 'Catching up …' : `${sayCount(behind, 'person', 'people')} behind`;
}

/** "3 of 3 laptops": how many are known to hold all of it, oneself counted. Nothing while one is alone. */
export function sayLaptops(room: Pick<RoomState, 'peers' | 'equal'>): string {
  const { peers } = room;
  if (peers.length === 0) return '';
  const whole = peers.filter(isWhole).length + (isLackingHere(room) ? 0 : 1);
  return `${whole} of ${sayCount(peers.length + 1, 'laptop', 'laptops')}`;
}

/** What one person has: "has everything", "behind", "comparing", "not heard for a moment"; of oneself: "you". */
export function sayHolds({ me, peers }: PersonHere): string {
  if (me) return peers.length === 0 ? 'you' : `you, on ${sayCount(peers.length + 1, 'device', 'devices')}`;
  if (peers.every(({ silent }) => silent)) return 'not heard for a moment';
  if (peers.some(isBehind)) return 'behind';
  return peers.every((peer) => peer.holds === 'all') ? 'has everything' : 'comparing';
}

/** The same with the way to them: "has everything, direct". */
export function sayPerson(person: PersonHere): string {
  const { me, peers } = person;
  return me || peers.every(({ silent }) => silent)
    ? sayHolds(person)
    : `${sayHolds(person)}, ${sayWay(peers)}`;
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
export function sayDoing({ me, doing }: PersonHere): string {
  // Whoever reads this looks at the list of people.
  if (me || doing === null) return '';
  if (doing.view === 'list') return 'in the list';
  return doingWords[doing.verb];
}

/** "direct" or "through another laptop". */
export function sayWay(peers: readonly Pick<PeerHere, 'way'>[]): string {
  return peers.some(({ way }) => way === 'direct') ? 'direct' : 'through another laptop';
}

/** What one link has carried: "direct, 4 ms, 12 kB in, 3 kB out, 2 things refused". */
export function sayFigures(peer: PeerHere): string {
  const { roundTrip, bytesIn, bytesOut, refused } = peer;
  const parts = [
    sayWay([peer]),
    roundTrip === null ? null : `${Math.max(1, Math.round(roundTrip))} ms`,
    `${sayBytes(bytesIn)} in`,
    `${sayBytes(bytesOut)} out`,
    refused === 0 ? null : sayRefused(peer),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** "2 things refused" */
export function sayRefused({ refused }: Pick<RoomState | PeerHere, 'refused'>): string {
  return `${sayCount(refused, 'thing', 'things')} refused`;
}

/** Where all the others have what is here and it is not the same, it is this side that lacks something. */
export function isLackingHere({ peers, equal }: Pick<RoomState, 'peers' | 'equal'>): boolean {
  return peers.length > 0 && !equal && peers.every(isWhole);
}

/** Holds all that is here, as far as is known at this moment. */
export function isWhole({ holds, silent }: Pick<PeerHere, 'holds' | 'silent'>): boolean {
  return holds === 'all' && !silent;
}

function isBehind({ holds }: PeerHere): boolean {
  return holds === 'behind';
}
