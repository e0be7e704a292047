import type { Schedule } from '../log/recorder.ts';
import { framePart, frameSmall, maxSmallBytes } from './frames.ts';
import { highWaterBytes, maxWaitingBytes } from './limits.ts';

/** What is to be sent on a carrier: a lane for what is small and a lane for what is long, small first. */
export interface SendQueue {
  /** False when the other side has stopped reading: more small messages wait than any honest peer lets wait. */
  push(message: Uint8Array): boolean;
  /** Behind every other message of the long lane, whatever its size. */
  pushBulk(message: Uint8Array): void;
  /** Bytes that the carrier has not taken yet. */
  readonly waiting: number;
  /** Sends what the carrier takes now. */
  pump(): void;
  close(): void;
}

/** Some engines forget to tell that a channel has drained. */
const pollMs = 20;

/** Where frames go: see `Carrier`. */
export interface FrameSink {
  readonly buffered: number;
  send(frame: Uint8Array): void;
}

/** `onRoom` is called whenever nothing waits any more; what it pushes is sent at once. */
export function createSendQueue(sink: FrameSink, schedule: Schedule, onRoom: () => void): SendQueue {
  const small: Uint8Array[] = [];
  const bulk: Uint8Array[] = [];
  let smallWaiting = 0;
  let bulkWaiting = 0;
  let sentOfBulk = 0;
  let cancelPoll: (() => void) | null = null;
  let isPumping = false;
  let isClosed = false;

  const sendNext = (): boolean => {
    const message = small.shift();
    if (message) {
      smallWaiting -= message.length;
      sink.send(frameSmall(message));
    } else if (!sendPart()) return false;
    if (small.length + bulk.length === 0) onRoom();
    return true;
  };
  const sendPart = (): boolean => {
    const long = bulk[0];
    if (!long) return false;
    const { frame, next } = framePart(long, sentOfBulk);
    const ends = next === long.length;
    sentOfBulk = ends ? 0 : next;
    if (ends) {
      bulk.shift();
      bulkWaiting -= long.length;
    }
    sink.send(frame);
    return true;
  };

  const pump = (): void => {
    if (isClosed || isPumping) return;
    isPumping = true;
    while (!isClosed && sink.buffered < highWaterBytes && sendNext());
    isPumping = false;
    if (isClosed || cancelPoll || small.length + bulk.length === 0) return;
    cancelPoll = schedule(pollMs, () => {
      cancelPoll = null;
      pump();
    });
  };

  const pushBulk = (message: Uint8Array): void => {
    bulk.push(message);
    bulkWaiting += message.length;
    pump();
  };

  return {
    push(message) {
      if (message.length > maxSmallBytes) pushBulk(message);
      else {
        small.push(message);
        smallWaiting += message.length;
        pump();
      }
      return smallWaiting <= maxWaitingBytes;
    },
    pushBulk,
    get waiting() {
      return smallWaiting + bulkWaiting;
    },
    pump,
    close() {
      isClosed = true;
      cancelPoll?.();
      small.length = 0;
      bulk.length = 0;
    },
  };
}
