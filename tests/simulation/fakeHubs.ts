import type { SocketLike } from '../../shared/link/relay.ts';
import { fromBase64Url, toBase64Url } from '../../shared/util/bytes.ts';
import type { Laptop, Party } from './laptop.ts';
import type { VirtualClock } from './virtualClock.ts';

/**
 * The relays of all hubs, as their pages see them. Between a page and its own hub everything arrives in order. Between
 * two hubs a payload can be lost, come twice, or overtake another: the carrier above has to notice.
 */
export interface FakeHubs {
  openSocket(party: Party): SocketLike;
  /** Its sockets close; new ones get other addresses. */
  restart(laptop: Laptop): void;
  leave(party: Party): void;
  refresh(): void;
}

interface Seat {
  readonly party: Party;
  readonly socket: SocketLike;
  address: string;
  isOpen: boolean;
}

interface FakeHubsOptions {
  readonly clock: VirtualClock;
  readonly dice: (sides: number) => number;
  readonly passes: (a: Laptop, b: Laptop) => boolean;
  readonly count: (frame: Uint8Array) => void;
  /** Nothing goes wrong between hubs. */
  readonly isCalm: () => boolean;
}

const addressBytes = 16;
/** Kind, mark and number stand before a frame that is carried. */
const frameAt = 9;
const carries = 1;
const bytesPerMs = 2000;

export function createFakeHubs({ clock, dice, passes, count, isCalm }: FakeHubsOptions): FakeHubs {
  let seats: Seat[] = [];
  let held: { from: Seat; to: Seat; run: () => void }[] = [];
  const arrivals = new Map<string, number>();

  const tell = (seat: Seat, data: unknown): void =>
    seat.party.life.run(() => seat.isOpen && seat.socket.onmessage?.({ data }));
  const close = (seat: Seat): void => {
    if (!seats.includes(seat)) return;
    seats = seats.filter((one) => one !== seat);
    seat.party.life.run(() => {
      seat.isOpen = false;
      seat.socket.onclose?.();
    });
  };
  const hubPasses = (from: Seat, to: Seat): boolean => passes(from.party.laptop, to.party.laptop);

  const carry = (from: Seat, to: Seat, payload: Uint8Array): void => {
    const bytes = new Uint8Array(addressBytes + payload.length);
    bytes.set(fromBase64Url(from.address) ?? []);
    bytes.set(payload, addressBytes);
    const isBetweenHubs = from.party.laptop.hubOf !== to.party.laptop.hubOf;
    const fate = isBetweenHubs && !isCalm() ? dice(600) : 3;
    if (fate === 0) return;
    const way = `${from.address}${to.address}`;
    const due = Math.max(clock.now() + 2 + dice(80), arrivals.get(way) ?? 0);
    if (fate !== 1) arrivals.set(way, due);
    for (let copies = fate === 2 ? 2 : 1; copies > 0; copies--) {
      clock.schedule(due - clock.now() + (fate === 1 ? 100 : 0), () => {
        const run = (): void => tell(to, bytes.slice().buffer);
        if (hubPasses(from, to)) run();
        else if (dice(4) > 0) held.push({ from, to, run });
      });
    }
  };

  return {
    openSocket(party) {
      const queue = { bytes: 0 };
      const socket: SocketLike = {
        binaryType: '',
        get bufferedAmount() {
          return queue.bytes;
        },
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send(data) {
          if (!seats.includes(seat)) return;
          const to = seats.find(({ address }) => address === toBase64Url(data.subarray(0, addressBytes)));
          const payload = data.slice(addressBytes);
          if (payload[0] === carries) count(payload.subarray(frameAt));
          queue.bytes += data.length;
          clock.schedule(data.length / bytesPerMs, () => {
            queue.bytes -= data.length;
          });
          if (to) carry(seat, to, payload);
          else tell(seat, JSON.stringify({ gone: toBase64Url(data.subarray(0, addressBytes)) }));
        },
        close: () => close(seat),
      };
      const seat: Seat = { party, socket, address: '', isOpen: false };
      seats.push(seat);
      clock.schedule(1 + dice(50), () => {
        if (!seats.includes(seat)) return;
        seat.isOpen = true;
        seat.address = toBase64Url(Uint8Array.from({ length: addressBytes }, () => dice(256)));
        tell(seat, JSON.stringify({ address: seat.address }));
      });
      return socket;
    },
    restart(laptop) {
      for (const seat of seats.filter(({ party }) => party.laptop.hubOf === laptop.name)) close(seat);
    },
    leave(party) {
      seats = seats.filter((seat) => seat.party !== party);
      held = held.filter(({ from, to }) => from.party !== party && to.party !== party);
    },
    refresh() {
      const waiting = held;
      held = [];
      for (const one of waiting) {
        if (hubPasses(one.from, one.to)) one.run();
        else held.push(one);
      }
    },
  };
}
