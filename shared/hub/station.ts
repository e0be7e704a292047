import type { RelayFrame } from './relayWire.ts';

/** One end of the relay: a page's socket, or another hub. */
export interface Station {
  /** The hub's id; null for a page. */
  readonly hub: string | null;
  carry(frame: RelayFrame): void;
  /** Whether frames to this address should wait; the second threshold applies once they do. */
  isFull(address: string, waiting: boolean): boolean;
  /** This end shall send nothing more to the address, until `release`. */
  hold(address: string): void;
  release(address: string): void;
  /** A frame that `sender` sent through this end found nobody. */
  tellGone(address: string, sender: string): void;
  close(): void;
}
