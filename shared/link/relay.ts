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
import { compareBytes, concatBytes, equalBytes, fromBase64Url, toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import type { Carrier, CarrierListener } from './carrier.ts';
import { looseHighWaterBytes } from './limits.ts';

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
  dispose(): void;
}

const opens = 0;
const carries = 1;
const loosely = 2;
const closes = 3;
const addressBytes = 16;
const markBytes = 4;
const noMark = new Uint8Array(markBytes);
const callAgainMs = 1000;
const firstWaitMs = 250;
const longestWaitMs = 5000;

/** One end of a relayed carrier. */
interface Call {
  readonly own: Uint8Array;
  theirs: Uint8Array;
  readonly receive: (kind: number, rest: Uint8Array) => void;
  /** Both sides know each other's mark. */
  readonly establish: () => void;
  readonly end: () => void;
}

export function openRelay({ url, openSocket, context, schedule, onAddress }: RelayOptions): Relay {
  const expected = new Map<string, (carrier: Carrier) => void>();
  const calls = new Map<string, Call>();
  let socket: SocketLike | null = null;
  let address: string | null = null;
  let failures = 0;
  let cancelRetry = (): void => {};
  let isDisposed = false;

  const post = (to: string, ...payload: readonly Uint8Array[]): void => {
    if (address === null || !socket) return;
    try {
      socket.send(concatBytes(fromBase64Url(to) ?? noMark, ...payload));
    } catch {
      // A socket that has just closed says so by itself.
    }
  };
  const sayOpen = (to: string, { own, theirs }: Call): void => post(to, Uint8Array.of(opens), own, theirs);

  const startCall = (to: string): Call => {
    const started = createCall(to, context.randomBytes(markBytes));
    calls.set(to, started);
    const repeat = (): void => {
      if (calls.get(to) !== started || !equalBytes(started.theirs, noMark)) return;
      sayOpen(to, started);
      schedule(callAgainMs, repeat);
    };
    repeat();
    return started;
  };

  const createCall = (to: string, own: Uint8Array): Call => {
    let listener: CarrierListener | null = null;
    let isOpen = false;
    let isOver = false;
    let sent = 0;
    let heard = 0;
    const early: ((to: CarrierListener) => void)[] = [];
    const tell = (word: (to: CarrierListener) => void): void => {
      if (listener) word(listener);
      else early.push(word);
    };
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      if (calls.get(to) === call) calls.delete(to);
      if (isOpen) tell((one) => one.closed());
    };
    const call: Call = {
      own,
      theirs: noMark,
      establish() {
        if (isOpen || isOver || address === null) return;
        isOpen = true;
        expected.get(to)?.(carrier(fromBase64Url(address) ?? noMark, fromBase64Url(to) ?? noMark));
      },
      receive(kind, rest) {
        call.establish();
        if (kind === loosely) tell((one) => one.loose(rest));
        else if (kind === carries && rest.length > 4 && readUint32(rest) === heard) {
          heard += 1;
          tell((one) => one.frame(rest.subarray(4)));
        } else {
          if (kind !== closes) post(to, Uint8Array.of(closes), own);
          end();
        }
      },
      end,
    };
    const carrier = (ownAddress: Uint8Array, theirAddress: Uint8Array): Carrier => ({
      way: 'relayed',
      role: compareBytes(ownAddress, theirAddress) < 0 ? 'offerer' : 'answerer',
      binding: { own: ownAddress, theirs: theirAddress },
      get buffered() {
        return socket?.bufferedAmount ?? 0;
      },
      send(frame) {
        if (isOver) return;
        post(to, Uint8Array.of(carries), own, writeUint32(sent), frame);
        sent += 1;
      },
      sendLoose(bytes) {
        if (isOver || (socket?.bufferedAmount ?? 0) > looseHighWaterBytes) return;
        post(to, Uint8Array.of(loosely), own, bytes);
      },
      listen(to) {
        listener = to;
        for (const word of early.splice(0)) word(to);
      },
      close() {
        if (isOver) return;
        post(to, Uint8Array.of(closes), own);
        end();
      },
    });
    return call;
  };

  const hearOpen = (from: string, theirs: Uint8Array, known: Uint8Array): void => {
    let call = calls.get(from);
    if (call && !equalBytes(call.theirs, noMark) && !equalBytes(call.theirs, theirs)) {
      // They have started anew; what we had with them is over.
      call.end();
      call = undefined;
    }
    call ??= startCall(from);
    const isNews = !equalBytes(call.theirs, theirs);
    call.theirs = theirs;
    const knowsUs = equalBytes(known, call.own);
    if (isNews || !knowsUs) sayOpen(from, call);
    if (knowsUs) call.establish();
  };

  const receive = (bytes: Uint8Array): void => {
    if (bytes.length < addressBytes + 1 + markBytes) return;
    const from = toBase64Url(bytes.subarray(0, addressBytes));
    if (!expected.has(from)) return;
    const kind = bytes[addressBytes] ?? 0;
    const mark = bytes.slice(addressBytes + 1, addressBytes + 1 + markBytes);
    const rest = bytes.subarray(addressBytes + 1 + markBytes);
    const call = calls.get(from);
    if (kind === opens) hearOpen(from, mark, rest.slice(0, markBytes));
    else if (call && equalBytes(call.theirs, mark)) call.receive(kind, rest);
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
    call(to) {
      if (address !== null && expected.has(to) && !calls.has(to)) startCall(to);
    },
    forget: (from) => void expected.delete(from),
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

function writeUint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function readUint32(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}
