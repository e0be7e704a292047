import { compareBytes, equalBytes } from '../util/bytes.ts';
import type { Carrier, CarrierListener } from './carrier.ts';
import { looseHighWaterBytes } from './limits.ts';

/** What a payload on the relay is: see relay.ts. */
export const payloads = { opens: 0, carries: 1, loosely: 2, closes: 3 } as const;
export const markBytes = 4;
const noMark = new Uint8Array(markBytes);
const numberBytes = 4;

export interface RelayCallOptions {
  /** What marks this end's payloads. */
  readonly mark: Uint8Array;
  readonly ownAddress: Uint8Array;
  readonly theirAddress: Uint8Array;
  /** Bytes that wait in the socket. */
  readonly buffered: () => number;
  readonly post: (...payload: readonly Uint8Array[]) => void;
  readonly onOpen: (carrier: Carrier) => void;
  readonly onEnd: () => void;
}

/** One end of a relayed carrier. */
export interface RelayCall {
  /** Says that this end is here, and what it knows of the other. */
  sayOpen(): void;
  /** They opened under this mark and know that mark of ours. False when they have started anew: this call is over. */
  hearOpen(theirs: Uint8Array, known: Uint8Array): boolean;
  /** A payload under their mark; others are of another call. */
  receive(kind: number, mark: Uint8Array, rest: Uint8Array): void;
  readonly isHeard: boolean;
  end(): void;
}

export function createRelayCall(options: RelayCallOptions): RelayCall {
  const { mark, ownAddress, theirAddress, buffered, post, onOpen, onEnd } = options;
  let theirMark: Uint8Array = noMark;
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
    onEnd();
    if (isOpen) tell((to) => to.closed());
  };
  const close = (): void => {
    if (isOver) return;
    post(Uint8Array.of(payloads.closes), mark);
    end();
  };
  const sayOpen = (): void => post(Uint8Array.of(payloads.opens), mark, theirMark);
  const open = (): void => {
    if (isOpen || isOver) return;
    isOpen = true;
    onOpen({
      way: 'relayed',
      role: compareBytes(ownAddress, theirAddress) < 0 ? 'offerer' : 'answerer',
      binding: { own: ownAddress, theirs: theirAddress },
      get buffered() {
        return buffered();
      },
      send(frame) {
        if (isOver) return;
        post(Uint8Array.of(payloads.carries), mark, writeUint32(sent), frame);
        sent += 1;
      },
      sendLoose(bytes) {
        if (!isOver && buffered() <= looseHighWaterBytes) post(Uint8Array.of(payloads.loosely), mark, bytes);
      },
      listen(to) {
        listener = to;
        for (const word of early.splice(0)) word(to);
      },
      close,
    });
  };

  return {
    sayOpen,
    hearOpen(theirs, known) {
      const isNews = !equalBytes(theirMark, theirs);
      // Before it is open nothing has come under their earlier mark, so the later one just counts. Were this end to start
      // anew as well, two that do so at once would answer each other for ever.
      if (isNews && isOpen) {
        end();
        return false;
      }
      theirMark = theirs;
      const knowsUs = equalBytes(known, mark);
      if (isNews || !knowsUs) sayOpen();
      if (knowsUs) open();
      return true;
    },
    receive(kind, theirs, rest) {
      if (!equalBytes(theirs, theirMark)) return;
      open();
      if (kind === payloads.loosely) tell((to) => to.loose(rest));
      else if (kind === payloads.closes) end();
      else if (kind === payloads.carries && rest.length > numberBytes && readUint32(rest) === heard) {
        heard += 1;
        tell((to) => to.frame(rest.subarray(numberBytes)));
      } else close();
    },
    get isHeard() {
      return !equalBytes(theirMark, noMark);
    },
    end,
  };
}

function writeUint32(value: number): Uint8Array {
  const bytes = new Uint8Array(numberBytes);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function readUint32(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}
