/**
 * What a window knows of the room that its jam is in: who is here, by which way, and what each of them holds. Session
 * state, read from links; nothing of it is kept.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MemberId } from '../../shared/model/ids.ts';
import type { Presence } from '../../shared/presence/presence.ts';

/** Of what I have. 'unknown' until heads were compared: then nothing is claimed. */
export type Holds = 'unknown' | 'all' | 'behind';
/** By a channel of their own, or through the laptop that introduced us. */
export type Way = 'direct' | 'relayed';

/** One laptop or browser at the other end of a link. */
export interface PeerHere {
  readonly peer: string;
  readonly member: MemberId;
  readonly name: string;
  readonly way: Way;
  readonly holds: Holds;
  /** Nothing has been heard for some seconds; not yet gone. */
  readonly silent: boolean;
  /** ms there and back; null before it was measured. */
  readonly roundTrip: number | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** What came from there and was no change of this jam. */
  readonly refused: number;
}

/** A person, on however many devices. */
export interface PersonHere {
  readonly member: MemberId;
  readonly name: string;
  readonly me: boolean;
  readonly peers: readonly PeerHere[];
  readonly doing: Presence | null;
}

/** The links that lead in, the same invite in each. */
export interface InviteLinks {
  /** `riffroom://join#…`, for the app. */
  readonly app: string;
  /** `http://192.168.1.5:4717/#…`, for a browser in the same network; IP first. */
  readonly web: readonly string[];
}

export interface RoomState {
  /** 'closed': nobody can come in, nothing listens. */
  readonly phase: 'closed' | 'opening' | 'open';
  /** Why it is not open, or what hinders it, in a sentence. */
  readonly trouble: string | null;
  /** Whether the way to new people is open: this machine's hub; of a guest the host's, who may have closed it. */
  readonly hub: 'open' | 'connecting' | 'gone' | 'closed';
  /** What came from hubs and made no sense, and what was refused of those who are gone. */
  readonly refused: number;
  readonly peers: readonly PeerHere[];
  /** Everyone who is here holds exactly what everyone else holds, as of the latest comparison. */
  readonly equal: boolean;
  /** That has not been so for longer than it takes to tell everybody. */
  readonly lagging: boolean;
  /** All that was written on this device is known to be at somebody else's, or in a saved file. */
  readonly handedOn: boolean;
  /** Oneself first, then by name. */
  readonly people: readonly PersonHere[];
  /** null until somebody invites from this window. */
  readonly invite: InviteLinks | null;
  /** Somebody else on this laptop has the port that earlier links name. */
  readonly moved: boolean;
  /** Whose view my own follows. */
  readonly following: MemberId | null;
}

export const CLOSED_ROOM: RoomState = {
  phase: 'closed',
  trouble: null,
  hub: 'gone',
  refused: 0,
  peers: [],
  equal: false,
  lagging: false,
  handedOn: true,
  people: [],
  invite: null,
  moved: false,
  following: null,
};

export type RoomStore = StoreApi<RoomState>;

export function createRoomStore(): RoomStore {
  return createStore<RoomState>(() => CLOSED_ROOM);
}

/** Several links of one person become one person; whoever is here is known by what they said on the link. */
export function gatherPeople(
  me: { readonly member: MemberId; readonly name: string; readonly doing: Presence | null },
  peers: readonly PeerHere[],
  doingOf: (peer: PeerHere) => Presence | null,
): readonly PersonHere[] {
  const others = new Map<MemberId, { name: string; peers: PeerHere[] }>();
  for (const peer of peers) {
    const known = others.get(peer.member);
    if (known === undefined) others.set(peer.member, { name: peer.name, peers: [peer] });
    else known.peers.push(peer);
  }
  const mine = others.get(me.member)?.peers ?? [];
  others.delete(me.member);
  const people = [...others].map(([member, { name, peers: theirs }]) => {
    const doing = theirs.map(doingOf).find((one) => one !== null) ?? null;
    // A link knows the name of when it was made; presence the one of now.
    return { member, name: doing?.name || name, me: false, peers: theirs, doing };
  });
  people.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.member < b.member ? -1 : 1));
  return [{ member: me.member, name: me.name, me: true, peers: mine, doing: me.doing }, ...people];
}
