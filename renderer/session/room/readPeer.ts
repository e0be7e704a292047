/** A link's state as the window shows it. */
import type { PeerState } from '../../../shared/link/roomStatus.ts';
import type { PeerHere } from '../../stores/roomStore.ts';

/** Somebody counts as here once they have said who they are. */
export function isHere({ phase, member }: PeerState): boolean {
  return phase !== 'opening' && member !== '';
}

export function readPeer(state: PeerState): PeerHere {
  const { peer, member, name, way, holds, phase, rttMs, bytesIn, bytesOut, refused } = state;
  return {
    peer,
    member,
    name,
    way,
    holds: holds === 'all-i-have' ? 'all' : holds,
    silent: phase === 'silent',
    roundTrip: rttMs,
    bytesIn,
    bytesOut,
    refused,
  };
}
