import type { Way } from './carrier.ts';
import type { Exchange } from './exchange.ts';

/** One other page in the room, as this side knows it. */
export interface PeerState {
  readonly peer: string;
  /** Device's public key, base64url; empty until the other side has said who they are, as are member and name. */
  readonly device: string;
  readonly member: string;
  readonly name: string;
  readonly way: Way;
  readonly phase: 'opening' | 'open' | 'silent';
  /** From compared heads: what is true as of the latest exchange, never more. */
  readonly holds: Exchange['holds'];
  readonly rttMs: number | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Records and presence of theirs that were refused. */
  readonly refused: number;
}

export type RoomSummary =
  | { readonly kind: 'alone' }
  /** Everyone who is here holds exactly what everyone else holds. */
  | { readonly kind: 'everyone' }
  /** So many people, this one included, are not known to have everything. */
  | { readonly kind: 'behind'; readonly people: number };

export interface RoomStatus {
  /** 'closed': it answers that it lets nobody into this room, or said so before it went. */
  readonly hub: 'open' | 'connecting' | 'gone' | 'closed';
  /** What came from hubs and made no sense, and what was refused of those who are gone. */
  readonly refused: number;
  readonly peers: readonly PeerState[];
  readonly summary: RoomSummary;
}

/** `isEqual`: their latest heartbeat says that they hold exactly what this side holds now. */
export function summarise(peers: readonly (PeerState & { readonly isEqual: boolean })[]): RoomSummary {
  const present = peers.filter(({ phase }) => phase !== 'opening');
  if (present.length === 0) return { kind: 'alone' };
  const isSure = ({ phase, holds }: PeerState): boolean => phase === 'open' && holds === 'all-i-have';
  const behind = new Set(present.filter((peer) => !isSure(peer)).map(({ member }) => member));
  // Where they lack nothing of ours and still differ, it is this side that lacks something.
  const lacksHere = present.some((peer) => isSure(peer) && !peer.isEqual);
  const people = behind.size + (lacksHere ? 1 : 0);
  return people === 0 ? { kind: 'everyone' } : { kind: 'behind', people };
}
