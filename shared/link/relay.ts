/**
 * Carriers through the hub's WebSocket, for those who find no direct path. The hub passes payloads on unread.
 *
 * ```
 * socket  = text {"address": name}               the hub's first word: how others reach this socket
 *         | text {"gone": name}                  whoever had this address is no longer there
 *         | bytes address:16 payload             to or from that address
 * payload = 0 own:4 known:4                      opens: how our frames are marked, and the mark we know of yours or 0
 *         | 1 mark:4 number:u32 frame            numbered from 0, for between hubs one can be lost
 *         | 2 mark:4 bytes                       loose
 *         | 3 mark:4                             closes
 * ```
 */
import type { Schedule } from '../log/recorder.ts';
import { concatBytes, fromBase64Url, toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import type { Carrier } from './carrier.ts';
import { createRelayCall, markBytes, payloads, type RelayCall } from './relayCall.ts';

/** What is used of a WebSocket. */
export interface SocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
  send(data: Uint8Array): void;
  close(): void;
}

export interface RelayOptions {
  readonly url: string;
  readonly openSocket: (url: string) => SocketLike;
  readonly context: Context;
  readonly schedule: Schedule;
  /** Our address, whenever it is a new one; null while there is none. */
  readonly onAddress: (address: string | null) => void;
}

export interface Relay {
  readonly address: string | null;
  /** Whoever has this address may open a carrier to us from now on; strangers may not. */
  expect(address: string, onCarrier: (carrier: Carrier) => void): void;
  /** Opens a carrier to an address that is expected, unless there is one already. */
  call(address: string): void;
  forget(address: string): void;
  /** The laptop woke: a socket that carries nothing may be dead without knowing it, so another is opened. */
  wake(): void;
  dispose(): void;
}

const addressBytes = 16;
const callAgainMs = 1000;
const firstWaitMs = 250;
const longestWaitMs = 5000;

export function openRelay({ url, openSocket, context, schedule, onAddress }: RelayOptions): Relay {
  const expected = new Map<string, (carrier: Carrier) => void>();
  const calls = new Map<string, RelayCall>();
  let socket: SocketLike | null = null;
  let address: string | null = null;
  let failures = 0;
  let cancelRetry = (): void => {};
  let isDisposed = false;

  const post = (to: Uint8Array, payload: readonly Uint8Array[]): void => {
    if (address === null || !socket) return;
    try {
      socket.send(concatBytes(to, ...payload));
    } catch {
      // A socket that has just closed says so by itself.
    }
  };

  /** Asks until they answer, for they may not know us yet; `gone` from the hub ends it. */
  const startCall = (to: string, ownAddress: Uint8Array, theirAddress: Uint8Array): RelayCall => {
    const call = createRelayCall({
      mark: context.randomBytes(markBytes),
      ownAddress,
      theirAddress,
      buffered: () => socket?.bufferedAmount ?? 0,
      post: (...payload) => post(theirAddress, payload),
      onOpen: (carrier) => expected.get(to)?.(carrier),
      onEnd: () => calls.get(to) === call && calls.delete(to),
    });
    calls.set(to, call);
    const repeat = (): void => {
      if (calls.get(to) !== call || call.isHeard || !expected.has(to)) return;
      call.sayOpen();
      schedule(callAgainMs, repeat);
    };
    repeat();
    return call;
  };
  const findOrStart = (to: string): RelayCall | null => {
    const own = fromBase64Url(address ?? '');
    const theirs = fromBase64Url(to);
    if (own?.length !== addressBytes || theirs?.length !== addressBytes || !expected.has(to)) return null;
    return calls.get(to) ?? startCall(to, own, theirs);
  };

  const receive = (bytes: Uint8Array): void => {
    if (bytes.length < addressBytes + 1 + markBytes) return;
    const from = toBase64Url(bytes.subarray(0, addressBytes));
    const kind = bytes[addressBytes] ?? 0;
    const mark = bytes.slice(addressBytes + 1, addressBytes + 1 + markBytes);
    const rest = bytes.subarray(addressBytes + 1 + markBytes);
    if (kind !== payloads.opens) calls.get(from)?.receive(kind, mark, rest);
    else if (rest.length === markBytes && findOrStart(from)?.hearOpen(mark, rest.slice()) === false) {
      findOrStart(from)?.hearOpen(mark, rest.slice());
    }
  };

  const receiveNote = (text: string): void => {
    const note = readNote(text);
    if (note?.gone !== undefined) calls.get(note.gone)?.end();
    if (note?.address === undefined || address !== null) return;
    address = note.address;
    failures = 0;
    onAddress(address);
  };

  const lose = (lost: SocketLike): void => {
    if (socket !== lost) return;
    socket = null;
    const hadAddress = address !== null;
    address = null;
    for (const call of [...calls.values()]) call.end();
    if (isDisposed) return;
    if (hadAddress) onAddress(null);
    failures += 1;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
    cancelRetry = schedule(jitter(context, wait), connect);
  };
  const connect = (): void => {
    const opened = openSocket(url);
    socket = opened;
    opened.binaryType = 'arraybuffer';
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return;
      if (typeof data === 'string') receiveNote(data);
      else if (data instanceof ArrayBuffer) receive(new Uint8Array(data));
    };
    opened.onclose = () => lose(opened);
    opened.onerror = () => lose(opened);
  };
  connect();

  return {
    get address() {
      return address;
    },
    expect: (from, onCarrier) => void expected.set(from, onCarrier),
    call: (to) => void findOrStart(to),
    forget: (from) => void expected.delete(from),
    wake() {
      if (!socket || calls.size > 0) return;
      const old = socket;
      lose(old);
      old.close();
    },
    dispose() {
      isDisposed = true;
      cancelRetry();
      for (const call of [...calls.values()]) call.end();
      socket?.close();
    },
  };
}

/** Between half of `ms` and one and a half, so that thirty don't come back in one moment. */
export function jitter(context: Pick<Context, 'randomBytes'>, ms: number): number {
  return ms * (0.5 + (context.randomBytes(1)[0] ?? 0) / 255);
}

function readNote(text: string): { address?: string; gone?: string } | null {
  try {
    const note: unknown = JSON.parse(text);
    if (typeof note !== 'object' || note === null) return null;
    const name = (value: unknown): value is string =>
      typeof value === 'string' && fromBase64Url(value)?.length === addressBytes;
    const { address, gone } = note as Record<string, unknown>;
    return { ...(name(address) ? { address } : {}), ...(name(gone) ? { gone } : {}) };
  } catch {
    return null;
  }
}
