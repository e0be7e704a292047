import type { Schedule } from '../log/recorder.ts';
import type { Context } from '../util/context.ts';
import type { Authenticator, LinkIdentity } from './authenticator.ts';
import type { Carrier } from './carrier.ts';
import { createFrameSeal, createMeetingKeys, type FrameSeal } from './frameSeal.ts';
import { createFrameReader } from './frames.ts';
import { createHandshake } from './handshake.ts';
import { beatMs, deadMs, maxCursorBytes, maxProofBytes, openWithinMs, silentMs, wakeMs } from './limits.ts';
import { type Beat, kinds, limitOfKind, nonceBytes, readBeat, writeBeat, writeMessage } from './messages.ts';
import { createSendQueue } from './sendQueue.ts';

/** Why a link ended. After `refused` and `garbage` there is no point in trying again at once. */
export type LinkEnd =
  | 'left'
  | 'lost'
  | 'silent'
  | 'never-opened'
  | 'refused'
  | 'garbage'
  | 'slow'
  | 'replaced';

export interface LinkEvents {
  /** Both sides have proved and said who they are. Nothing else but `ended` comes before. */
  opened(identity: LinkIdentity): void;
  /** Throws a RangeError on what is malformed; that ends the link. */
  message(kind: number, body: Uint8Array): void;
  beat(beat: Beat): void;
  cursor(bytes: Uint8Array): void;
  /** Nothing waits to be sent any more. */
  room(): void;
  /** It has become silent, or is heard again. */
  changed(): void;
  ended(why: LinkEnd): void;
}

/** What this side says in its heartbeats. */
export type TellBeat = () => Pick<Beat, 'digest' | 'taken'>;

export interface LinkOptions {
  readonly carrier: Carrier;
  readonly authenticator: Authenticator;
  readonly context: Context;
  readonly schedule: Schedule;
  readonly tellBeat: TellBeat;
  readonly events: LinkEvents;
}

/** An authenticated way to one other device. */
export interface Link {
  readonly carrier: Carrier;
  /** To be called once, by whoever is ready to hear that it has ended at once. */
  start(): void;
  readonly phase: 'opening' | 'open' | 'silent' | 'ended';
  /** Round trip of the latest heartbeat, null before the first answer. */
  readonly rttMs: number | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Bytes that the carrier has not taken yet. */
  readonly waiting: number;
  send(message: Uint8Array): void;
  sendBulk(message: Uint8Array): void;
  sendCursor(bytes: Uint8Array): void;
  /** Brings the next heartbeat forward to within so many ms. */
  beatWithin(ms: number): void;
  /** The laptop woke or changed its network: find out soon whether the other side is still there. */
  probe(): void;
  end(why: LinkEnd): void;
}

/** Nonce and proof go open; from then on both sides have the keys. */
const plainFrames = 2;

/** Reasons as they travel in a `bye`. */
const byes: readonly LinkEnd[] = ['left', 'replaced'];

/**
 * A link on a carrier: nonces, proofs, identities, then messages and heartbeats. Who is silent for 4 s is shown so, for
 * 8 s is given up; a carrier on which nobody proves anything within 20 s too.
 */
export function createLink(options: LinkOptions): Link {
  const { carrier, authenticator, context, schedule, tellBeat, events } = options;
  let phase: Link['phase'] = 'opening';
  let isProved = false;
  let lastHeard = context.now();
  let lastTick = context.now();
  let graceUntil = 0;
  let number = 0;
  let heardNumber = 0;
  let heardNumberAt = 0;
  const sentAt = new Map<number, number>();
  let rttMs: number | null = null;
  let bytesIn = 0;
  let bytesOut = 0;
  let framesIn = 0;
  let framesOut = 0;
  /** Only where others carry the frames: what they carry they could read and change. */
  let seal: FrameSeal | null = null;
  const keys = createMeetingKeys(context.randomBytes(nonceBytes));

  const sink = {
    get buffered() {
      return carrier.buffered;
    },
    send(frame: Uint8Array) {
      const sent = framesOut++ < plainFrames || !seal ? frame : seal.seal(frame);
      bytesOut += sent.length;
      carrier.send(sent);
    },
  };
  const queue = createSendQueue(sink, schedule, () => {
    if (isUp()) events.room();
  });
  const reader = createFrameReader((kind) => (isProved ? limitOfKind(kind) : maxProofBytes));

  const finish = (why: LinkEnd): void => {
    if (phase === 'ended') return;
    phase = 'ended';
    cancelTick();
    cancelBeat();
    cancelWatchdog();
    queue.close();
    carrier.close();
    events.ended(why);
  };
  const end = (why: LinkEnd): void => {
    const reason = byes.indexOf(why);
    if (reason >= 0 && isUp()) {
      send(writeMessage(kinds.bye, Uint8Array.of(reason)));
    }
    finish(why);
  };
  const send = (message: Uint8Array): void => {
    if (phase !== 'ended' && !queue.push(message)) finish('slow');
  };

  const beat = (): void => {
    cancelBeat();
    cancelBeat = schedule(beatMs, beat);
    beatDue = context.now() + beatMs;
    number += 1;
    sentAt.set(number, context.now());
    sentAt.delete(number - 8);
    const held = heardNumber === 0 ? 0 : Math.max(0, Math.floor(context.now() - heardNumberAt));
    send(writeBeat({ number, echo: heardNumber, held, ...tellBeat() }));
  };
  const beatWithin = (ms: number): void => {
    const due = context.now() + ms;
    if (!isUp() || due >= beatDue) return;
    cancelBeat();
    beatDue = due;
    cancelBeat = schedule(ms, beat);
  };
  const hear = (heard: Beat): void => {
    heardNumber = heard.number;
    heardNumberAt = context.now();
    const sent = sentAt.get(heard.echo);
    if (sent !== undefined) rttMs = Math.max(0, context.now() - sent - heard.held);
    events.beat(heard);
  };

  const grace = (ms: number): void => {
    graceUntil = Math.max(graceUntil, context.now() + ms);
  };
  const tick = (): void => {
    const now = context.now();
    // A laptop that slept must not take its own silence for the other's.
    if (now - lastTick > silentMs) grace(wakeMs);
    lastTick = now;
    // A wall clock may be set back: nothing was heard in the future.
    lastHeard = Math.min(lastHeard, now);
    graceUntil = Math.min(graceUntil, now + wakeMs);
    const quiet = now - lastHeard;
    if (quiet >= deadMs && now >= graceUntil) {
      finish('silent');
      return;
    }
    if (phase === 'open' && quiet >= silentMs) {
      phase = 'silent';
      events.changed();
    }
    cancelTick = schedule(beatMs / 2, tick);
  };

  const open = (who: LinkIdentity): void => {
    if (phase !== 'opening') return;
    isProved = true;
    phase = 'open';
    cancelWatchdog();
    events.opened(who);
    if (!isUp()) return;
    lastTick = context.now();
    tick();
    beat();
  };
  const isUp = (): boolean => phase === 'open' || phase === 'silent';

  const receive = (frame: Uint8Array): void => {
    bytesIn += frame.length;
    const message = reader.read(framesIn++ < plainFrames || !seal ? frame : seal.open(frame));
    lastHeard = context.now();
    if (phase === 'silent') {
      phase = 'open';
      events.changed();
    }
    if (!message) return;
    const kind = message[0] ?? 0;
    const body = message.subarray(1);
    if (phase === 'opening') handshake.receive(kind, body);
    else if (kind === kinds.beat) hear(readBeat(body));
    else if (kind === kinds.bye) finish(byes[body[0] ?? 0] ?? 'left');
    else events.message(kind, body);
    // Browsers hold a hidden page's timers back, up to a minute, but not what comes in.
    if (isUp() && context.now() >= beatDue) beat();
  };

  let beatDue = 0;
  let cancelTick = (): void => {};
  let cancelBeat = (): void => {};
  const cancelWatchdog = schedule(openWithinMs, () => finish('never-opened'));
  const handshake = createHandshake({
    authenticator,
    nonce: keys.nonce,
    carrier,
    send,
    onMeeting(meeting) {
      if (carrier.way === 'relayed') seal = createFrameSeal(keys.secret, meeting);
    },
    onDone: open,
    onRefused: () => finish('refused'),
  });

  return {
    carrier,
    start() {
      // Before listening: what waits in the carrier is told at once, and our answers come after our nonce.
      handshake.start();
      carrier.listen({
        frame(bytes) {
          if (phase === 'ended') return;
          try {
            receive(bytes);
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            finish('garbage');
          }
        },
        loose(bytes) {
          if (!isUp()) return;
          bytesIn += bytes.length;
          const cursor = seal ? seal.openLoose(bytes) : bytes;
          if (cursor && cursor.length <= maxCursorBytes) events.cursor(cursor);
        },
        drained: () => queue.pump(),
        closed: () => finish('lost'),
      });
    },
    get phase() {
      return phase;
    },
    get rttMs() {
      return rttMs;
    },
    get bytesIn() {
      return bytesIn;
    },
    get bytesOut() {
      return bytesOut;
    },
    get waiting() {
      return queue.waiting;
    },
    send,
    sendBulk(message) {
      if (phase !== 'ended') queue.pushBulk(message);
    },
    sendCursor(bytes) {
      if (!isUp()) return;
      const sent = seal ? seal.sealLoose(bytes) : bytes;
      bytesOut += sent.length;
      carrier.sendLoose(sent);
    },
    beatWithin,
    probe() {
      if (!isUp()) return;
      beat();
      lastHeard = Math.min(lastHeard, context.now() - deadMs);
      grace(wakeMs);
    },
    end,
  };
}
