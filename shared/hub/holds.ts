import { relayStallMs } from './limits.ts';
import type { Schedule } from './pipe.ts';
import type { Station } from './station.ts';

/** Who waits for which address. Bounds what stands in memory for a slow reader, without losing or reordering anything. */
export interface Holds {
  /** `sender` waits until `receiver`, through which the address is reached, has read. */
  wait(sender: Station, address: string, receiver: Station): void;
  /** Something that was sent to this end is out. */
  drained(receiver: Station): void;
  /** Nobody waits for this address any more. */
  open(address: string): void;
  left(station: Station): void;
}

interface Hold {
  readonly receiver: Station;
  readonly senders: Set<Station>;
  readonly cancel: () => void;
}

/** `stalled` is told of a receiver that did not read for `relayStallMs`; then its senders go on. */
export function createHolds(
  schedule: Schedule,
  stalled: (receiver: Station, address: string) => void,
): Holds {
  const holds = new Map<string, Hold>();

  function open(address: string): void {
    const hold = holds.get(address);
    if (!hold) return;
    holds.delete(address);
    hold.cancel();
    for (const sender of hold.senders) sender.release(address);
  }

  return {
    wait(sender, address, receiver) {
      const hold = holds.get(address) ?? {
        receiver,
        senders: new Set(),
        cancel: schedule(relayStallMs, () => {
          stalled(receiver, address);
          open(address);
        }),
      };
      holds.set(address, hold);
      if (hold.senders.has(sender)) return;
      hold.senders.add(sender);
      sender.hold(address);
    },
    drained(receiver) {
      for (const [address, hold] of [...holds])
        if (hold.receiver === receiver && !receiver.isFull(address, true)) open(address);
    },
    open,
    left(station) {
      for (const [address, { receiver, senders }] of [...holds]) {
        if (receiver === station) open(address);
        else senders.delete(station);
      }
    },
  };
}
