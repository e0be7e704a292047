/** Hubs and pages in memory: a clock that moves when told to, sockets that deliver when told to. */
import { createHub, type Hub } from '../../../shared/hub/hub.ts';
import type { Ears, Pipe, Visitor } from '../../../shared/hub/pipe.ts';
import { concatBytes, fromBase64Url, toBase64Url, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';

export const topicOf = (name: string): string => toBase64Url(sha256(toUtf8(name)));
export const own: Visitor = { own: true, remote: '127.0.0.1' };
export const stranger: Visitor = { own: false, remote: '192.168.1.9' };

type Message = string | Uint8Array;

/** One end of a socket, as a test holds it. */
export interface Socket {
  readonly got: Message[];
  /** What came, parsed; binary frames are left out. */
  said(): Record<string, unknown>[];
  send(message: unknown): void;
  sendBytes(bytes: Uint8Array): void;
  /** Bytes that this end has not read yet: what the hub sees as buffered. */
  stuck: number;
  /** Reads again. */
  read(): void;
  readonly paused: boolean;
  readonly open: boolean;
  close(): void;
}

export interface World {
  hub(address?: string): Hub;
  signaling(hub: Hub, visitor?: Visitor): Socket;
  relay(hub: Hub, visitor?: Visitor): Socket & { readonly address: string };
  /** A raw socket to `/hubs`, as somebody hostile has it. */
  rawNeighbour(hub: Hub): Socket;
  /** Delivers what is under way, also what that causes. */
  settle(): void;
  /** One thing that is under way or due, by chance: only what one end sends on one socket keeps its order. False: nothing is. */
  step(): boolean;
  advance(ms: number): void;
  /** The hub's process is gone. */
  kill(hub: Hub): void;
  /** Cuts or mends the way between two hubs. */
  cut(one: Hub, other: Hub, isCut?: boolean): void;
  readonly dials: string[];
  /** Messages between hubs so far. */
  readonly between: Message[];
}

export function createWorld(seed = 1): World {
  const context = createSeededContext(seed);
  const timers = new Set<{ at: number; run(): void }>();
  const underWay: { readonly lane: object; run(): void }[] = [];
  const hubs = new Map<Hub, { readonly address: string | null; readonly ends: Set<() => void> }>();
  const cuts = new Set<string>();
  const links = new Map<string, (() => void)[]>();
  const dials: string[] = [];
  const between: Message[] = [];

  const schedule = (ms: number, run: () => void): (() => void) => {
    const timer = { at: context.now() + ms, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const settle = (): void => {
    for (let next = underWay.shift(); next; next = underWay.shift()) next.run();
  };
  const pairOf = (one: Hub, other: Hub): string => [one.id, other.id].sort().join();

  /** A socket between a page and a hub: what the hub sends arrives at once, what a paused one is sent waits. */
  function connect(join: (pipe: Pipe) => Ears): Socket {
    const waiting: Message[] = [];
    let paused = false;
    let open = true;
    let ears: Ears | null = null;
    const socket = {
      got: [] as Message[],
      said: () => socket.got.flatMap((message) => (typeof message === 'string' ? [JSON.parse(message)] : [])),
      send: (message: unknown) => pass(typeof message === 'string' ? message : JSON.stringify(message)),
      sendBytes: (bytes: Uint8Array) => pass(bytes),
      stuck: 0,
      read() {
        socket.stuck = 0;
        ears?.written();
      },
      get paused() {
        return paused;
      },
      get open() {
        return open;
      },
      close() {
        if (!open) return;
        open = false;
        ears?.closed();
      },
    };
    const pass = (message: Message): void => {
      if (paused) waiting.push(message);
      else if (open) ears?.heard(message);
    };
    ears = join({
      send: (message) => {
        if (open) socket.got.push(message);
      },
      buffered: () => socket.stuck,
      pause: () => {
        paused = true;
      },
      resume: () => {
        paused = false;
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          ears?.heard(next);
          if (paused) break;
        }
      },
      close: () => socket.close(),
    });
    return socket;
  }

  /** A socket between two hubs: messages are under way until `settle`. */
  function link(one: Hub, other: Hub, opened: (pipe: Pipe) => Ears): void {
    type Side = 'one' | 'other';
    const ears: { [side in Side]?: Ears } = {};
    const closed = { one: false, other: false };
    const lanes = { one: {}, other: {} };
    /** The end that closes hears nothing more; what it has sent still arrives at the other, before the end does. */
    const end = (side: Side): void => {
      const close = (which: Side): void => {
        if (closed[which]) return;
        closed[which] = true;
        underWay.push({ lane: {}, run: () => ears[which]?.closed() });
      };
      close(side);
      underWay.push({ lane: lanes[side], run: () => close(opposite(side)) });
    };
    const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one');
    const pipeOf = (side: Side): Pipe => ({
      send(message) {
        if (closed[side]) return;
        between.push(message);
        underWay.push({
          lane: lanes[side],
          run() {
            const to = opposite(side);
            if (!closed[to] && !cuts.has(pairOf(one, other))) ears[to]?.heard(message);
          },
        });
      },
      buffered: () => 0,
      pause: () => undefined,
      resume: () => undefined,
      close: () => end(side),
    });
    links.set(pairOf(one, other), [
      ...(links.get(pairOf(one, other)) ?? []),
      () => end('one'),
      () => end('other'),
    ]);
    hubs.get(one)?.ends.add(() => end('one'));
    hubs.get(other)?.ends.add(() => end('other'));
    ears.one = opened(pipeOf('one'));
    ears.other = other.joinHubs(pipeOf('other'), { own: false, remote: '192.168.1.1' });
  }

  return {
    hub(address) {
      const hub: Hub = createHub({
        context,
        schedule,
        dial(wanted, opened, failed) {
          dials.push(wanted);
          underWay.push({
            lane: {},
            run() {
              const target = [...hubs].find(([, known]) => known.address === wanted)?.[0];
              if (target && !cuts.has(pairOf(hub, target))) link(hub, target, opened);
              else failed();
            },
          });
        },
      });
      hubs.set(hub, { address: address ?? null, ends: new Set() });
      if (address !== undefined) hub.setAddresses([address]);
      return hub;
    },
    signaling: (hub, visitor = own) => connect((pipe) => hub.joinSignaling(pipe, visitor)),
    relay(hub, visitor = own) {
      const socket = connect((pipe) => hub.joinRelay(pipe, visitor));
      const address = String(socket.said()[0]?.address ?? '');
      return Object.defineProperty(socket, 'address', { value: address }) as Socket & { address: string };
    },
    rawNeighbour: (hub) => connect((pipe) => hub.joinHubs(pipe, stranger)),
    settle,
    step() {
      const due = [...timers].filter(({ at }) => at <= context.now());
      const firsts = underWay.filter(({ lane }, i) => underWay.findIndex((one) => one.lane === lane) === i);
      const next = (context.randomBytes(1)[0] ?? 0) % (due.length + firsts.length || 1);
      const [timer, first] = [due[next], firsts[next - due.length]];
      if (timer && timers.delete(timer)) timer.run();
      else if (first) underWay.splice(underWay.indexOf(first), 1)[0]?.run();
      return timer !== undefined || first !== undefined;
    },
    advance(ms) {
      const until = context.now() + ms;
      settle();
      for (;;) {
        const at = Math.min(...[...timers].map((timer) => timer.at));
        if (at > until) break;
        context.advance(Math.max(0, at - context.now()));
        // What is due together happens at once: two hubs may dial each other.
        for (const timer of [...timers].filter((one) => one.at === at)) if (timers.delete(timer)) timer.run();
        settle();
      }
      context.advance(until - context.now());
    },
    kill(hub) {
      for (const end of hubs.get(hub)?.ends ?? []) end();
      hubs.delete(hub);
      hub.dispose();
      settle();
    },
    cut(one, other, isCut = true) {
      const pair = pairOf(one, other);
      if (!isCut) return void cuts.delete(pair);
      cuts.add(pair);
      // What the carrier's pings find out after a while.
      for (const end of links.get(pair) ?? []) end();
      links.delete(pair);
      settle();
    },
    dials,
    between,
  };
}

export function frameTo(address: string, ...payload: number[]): Uint8Array {
  return concatBytes(fromBase64Url(address) as Uint8Array, Uint8Array.from(payload));
}

/** Who each frame came from and what it holds. */
export function framesOf({ got }: Socket): [string, number[]][] {
  return got.flatMap((message): [string, number[]][] =>
    typeof message === 'string' ? [] : [[toBase64Url(message.subarray(0, 16)), [...message.subarray(16)]]],
  );
}
