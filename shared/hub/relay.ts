/**
 * Passing frames between sockets: those of this hub's pages and, through other hubs, those of theirs. Where an address
 * is, is learnt backwards as in an Ethernet bridge: from which hub its frames come. An unknown one is asked of all.
 * Whoever sends faster than the receiver reads is told to wait, from hub to hub back to the page.
 */
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { createCrowd } from './crowd.ts';
import { createHolds } from './holds.ts';
import { questionRates, relayFullBytes, relayHighBytes, relayLowBytes } from './limits.ts';
import { deafEars, type Ears, type Pipe, type Schedule, type Visitor } from './pipe.ts';
import { createRecentIds } from './recentIds.ts';
import { nameBytes, type RelayFrame, readClientFrame, writeClientFrame } from './relayWire.ts';
import type { Station } from './station.ts';
import { type Bucket, createBucket } from './throttle.ts';

export interface RelayOptions {
  readonly context: Pick<Context, 'now' | 'randomBytes'>;
  readonly schedule: Schedule;
  /** The hubs that unknown addresses are asked of. */
  neighbours(): readonly Station[];
}

export interface Relay {
  join(pipe: Pipe, visitor: Visitor): Ears;
  /** A frame from another hub. */
  pass(frame: RelayFrame, by: Station): void;
  /** Another hub says that there is nobody. */
  gone(address: string, sender: string, by: Station): void;
  /** Something may go out to this end again. */
  drained(station: Station): void;
  left(station: Station): void;
}

const maxRoutes = 4096;

export function createRelay({ context, schedule, neighbours }: RelayOptions): Relay {
  const crowd = createCrowd();
  const pages = new Map<string, Station>();
  const routes = new Map<string, Station>();
  const passed = createRecentIds();
  const questions = new WeakMap<Station, Bucket>();
  const holds = createHolds(schedule, (station, address) => {
    // A page that didn't read for so long is no use to anybody; a hub that said "wait" and no more forgets its way.
    if (station.hub === null) station.close();
    else if (routes.get(address) === station) routes.delete(address);
  });
  const newName = (): string => toBase64Url(context.randomBytes(nameBytes));

  function carry(frame: RelayFrame, by: Station): void {
    const station = pages.get(frame.to) ?? routes.get(frame.to);
    if (!station || station === by) {
      ask(frame, by);
    } else if (station.hub === null || frame.hops > 0) {
      // On a known way it is no question any more, so that a way that is lost is told.
      station.carry({ ...frame, asked: false });
      if (station.isFull(frame.to, false)) holds.wait(by, frame.to, station);
    }
  }

  /** Sends it to every hub but the one it came from. */
  function ask(frame: RelayFrame, by: Station): void {
    const others = neighbours().filter((station) => station !== by);
    // What came by a known way has lost it here; what is asked of all may be found elsewhere.
    const isQuestion = by.hub === null ? others.length > 0 : frame.asked;
    const may = isQuestion && mayAsk(frame, by);
    if (!may && (by.hub === null || !isQuestion)) by.tellGone(frame.to, frame.from);
    if (!may || frame.hops < 1) return;
    const question = { ...frame, id: frame.id ?? newName(), asked: true };
    passed.add(question.id);
    for (const station of others) station.carry(question);
  }

  function mayAsk({ payload }: RelayFrame, by: Station): boolean {
    const rate = by.hub === null ? questionRates.page : questionRates.hub;
    const bucket = questions.get(by) ?? createBucket(rate, context);
    questions.set(by, bucket);
    return bucket.take(1 + payload.length / 1024) >= 0;
  }

  /** The first way stays as long as it stands, or frames of one sender could overtake each other. */
  function learn(address: string, by: Station): void {
    if (routes.has(address)) return;
    routes.set(address, by);
    if (routes.size > maxRoutes) routes.delete(routes.keys().next().value as string);
  }

  function leave(station: Station): void {
    for (const [address, through] of routes) if (through === station) routes.delete(address);
    holds.left(station);
  }

  return {
    join(pipe, visitor) {
      const exit = crowd.enter(visitor);
      if (exit === null) {
        pipe.close();
        return deafEars;
      }
      const address = newName();
      const page = createPage(pipe);
      pages.set(address, page);
      pipe.send(JSON.stringify({ address }));
      return {
        heard(message) {
          const frame = typeof message === 'string' ? null : readClientFrame(message, address);
          if (frame === null || pages.get(address) !== page) return;
          if (frame.to === address) page.tellGone(frame.to, address);
          else carry(frame, page);
        },
        written: () => holds.drained(page),
        closed() {
          pages.delete(address);
          leave(page);
          exit();
        },
      };
    },
    pass(frame, by) {
      // A sender of our own: a circle, or somebody's lie.
      if (pages.has(frame.from)) return;
      if (frame.id !== null && !passed.add(frame.id)) return;
      learn(frame.from, by);
      carry({ ...frame, hops: frame.hops - 1 }, by);
    },
    gone(address, sender, by) {
      if (routes.get(address) !== by) return;
      routes.delete(address);
      holds.open(address);
      const station = pages.get(sender) ?? routes.get(sender);
      if (station && station !== by) station.tellGone(address, sender);
    },
    drained: (station) => holds.drained(station),
    left: leave,
  };
}

function createPage(pipe: Pipe): Station {
  const held = new Set<string>();
  return {
    hub: null,
    carry(frame) {
      pipe.send(writeClientFrame(frame));
      if (pipe.buffered() > relayFullBytes) pipe.close();
    },
    isFull: (_address, waiting) => pipe.buffered() > (waiting ? relayLowBytes : relayHighBytes),
    hold(address) {
      if (held.size === 0) pipe.pause();
      held.add(address);
    },
    release(address) {
      if (held.delete(address) && held.size === 0) pipe.resume();
    },
    tellGone: (address) => pipe.send(JSON.stringify({ gone: address })),
    close: () => pipe.close(),
  };
}
