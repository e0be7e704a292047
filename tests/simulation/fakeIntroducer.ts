import type { Carrier } from '../../shared/link/carrier.ts';
import type { Introducer, IntroducerOptions } from '../../shared/link/introducer.ts';
import type { Air } from './air.ts';
import type { Party } from './laptop.ts';

interface Attempt {
  readonly path: string;
  readonly since: number;
}

type Signal =
  | { readonly type: 'announce'; readonly from: Party; readonly to: string | null }
  | {
      readonly type: 'offer' | 'answer';
      readonly from: Party;
      readonly path: string;
      readonly relay: string | null;
    }
  | { readonly type: 'moved'; readonly from: Party; readonly relay: string };

/** Not over the air: a path has been found, or not, or has broken. */
type PathNews =
  | { readonly type: 'laid'; readonly from: Party; readonly path: string; readonly carrier: Carrier | null }
  | { readonly type: 'lost'; readonly from: Party; readonly path: string };

const freshMs = 3000;

export interface FakeIntroducer extends Introducer {
  readonly hear: (signal: object) => void;
}

/** y-webrtc's and WebRTC's part in a room, with the rules of `createIntroducer`: the lesser id offers. */
export function createFakeIntroducer(
  air: Air,
  self: Party,
  { context, relayAddress, events }: Pick<IntroducerOptions, 'context' | 'relayAddress' | 'events'>,
): FakeIntroducer {
  const attempts = new Map<string, Attempt>();
  let isOver = false;
  const isCurrent = (peer: string, path: string): boolean => !isOver && attempts.get(peer)?.path === path;
  const drops = new Map<string, () => void>();

  const drop = (peer: string): void => {
    attempts.delete(peer);
    drops.get(peer)?.();
    drops.delete(peer);
  };
  const begin = (peer: string, path: string): void => {
    drop(peer);
    attempts.set(peer, { path, since: context.now() });
    events.tried(peer);
  };
  const say = (to: Party | string, type: 'offer' | 'answer', path: string): void => {
    const signal: Signal = { type, from: self, path, relay: relayAddress() };
    air.signal(self, typeof to === 'string' ? to : to.peer, signal);
  };
  const offer = (peer: string): void => {
    const path = context.newId();
    begin(peer, path);
    say(peer, 'offer', path);
  };
  const announce = (to: string | null): void => {
    const signal: Signal = { type: 'announce', from: self, to };
    air.signal(self, to, signal);
  };

  /** Ours is the second word of an attempt: both want it now. */
  const lay = (from: Party, path: string): void => {
    const tell = (party: Party, news: PathNews): void => party.life.run(() => party.hear(news));
    air.lay(from, self, path, {
      found(ends) {
        tell(from, { type: 'laid', from: self, path, carrier: ends?.[0] ?? null });
        tell(self, { type: 'laid', from, path, carrier: ends?.[1] ?? null });
      },
      lost(at) {
        if (at === from) tell(from, { type: 'lost', from: self, path });
        else tell(self, { type: 'lost', from, path });
      },
    });
  };

  const hear = (said: Signal | PathNews): void => {
    if (isOver) return;
    const { peer } = said.from;
    const attempt = attempts.get(peer);
    if (said.type === 'announce') {
      const isStale = said.to !== null && attempt && context.now() - attempt.since > freshMs;
      if (self.peer > peer) {
        if (!attempt && said.to === null) announce(peer);
      } else if (!attempt || isStale) offer(peer);
      return;
    }
    if (said.type === 'laid') {
      if (!isCurrent(peer, said.path)) said.carrier?.close();
      else if (!said.carrier) events.failed(peer);
      else {
        const { carrier } = said;
        drops.set(peer, () => carrier.close());
        events.opened(peer, carrier);
      }
      return;
    }
    if (said.type === 'lost') {
      if (isCurrent(peer, said.path)) events.failed(peer);
      return;
    }
    if ('relay' in said && said.relay !== null) events.reachableAt(peer, said.relay);
    if (said.type === 'offer') {
      if (self.peer < peer || attempt?.path === said.path) return;
      begin(peer, said.path);
      events.answered(peer);
      say(said.from, 'answer', said.path);
      lay(said.from, said.path);
    } else if (said.type === 'answer' && attempt?.path === said.path) events.answered(peer);
  };

  queueMicrotask(() => announce(null));
  return {
    hear: (signal) => hear(signal as Signal | PathNews),
    hub: () => 'open',
    refused: 0,
    dial(peer) {
      drop(peer);
      if (self.peer < peer) offer(peer);
      else announce(peer);
    },
    drop,
    announce: () => announce(null),
    move(relay) {
      for (const peer of attempts.keys()) {
        const signal: Signal = { type: 'moved', from: self, relay };
        air.signal(self, peer, signal);
      }
    },
    wake: () => undefined,
    dispose() {
      for (const peer of [...attempts.keys()]) drop(peer);
      isOver = true;
    },
  };
}
