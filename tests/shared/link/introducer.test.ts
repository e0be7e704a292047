/** What a hub says, and what becomes of it before y-webrtc hears it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Introducer } from '../../../shared/link/introducer.ts';
import type { WebRtcParts } from '../../../shared/link/rtc.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createVirtualClock } from '../../simulation/virtualClock.ts';

/** A socket to a hub; the test is the hub. */
class FakeSocket {
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly send = vi.fn();
  close(): void {
    this.onclose?.();
  }
}

const topic = 'topic';
const clock = createVirtualClock();
let sockets: FakeSocket[];
let moved: string[];
let introducer: Introducer;

beforeEach(async () => {
  sockets = [];
  moved = [];
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', undefined);
  class Opened extends FakeSocket {
    constructor() {
      super();
      sockets.push(this);
    }
  }
  vi.stubGlobal('WebSocket', Opened);
  vi.resetModules();
  const { createIntroducer } = await import('../../../shared/link/introducer.ts');
  const nothing = (): void => undefined;
  introducer = createIntroducer({
    topic,
    signaling: ['ws://hub'],
    wrtc: {} as WebRtcParts,
    iceServers: [],
    context: { ...createSeededContext(1), now: clock.now },
    schedule: clock.schedule,
    relayAddress: () => null,
    events: {
      tried: nothing,
      answered: nothing,
      opened: nothing,
      failed: nothing,
      hubChanged: nothing,
      reachableAt: (peer, address) => void moved.push(`${peer} ${address}`),
    },
  });
  await Promise.resolve();
  sockets[0]?.onopen?.();
});
afterEach(() => {
  introducer.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What y-webrtc was told to open at first, or again. */
const hub = (): FakeSocket => sockets.at(-1) as FakeSocket;
/** Bob's words, to whom this page says it is. */
function sayMoved(): void {
  const announced = hub()
    .send.mock.calls.map(([text]) => JSON.parse(text))
    .find(({ data }) => data);
  const data = { type: 'moved', from: 'bob', to: announced.data.from, relay: 'there' };
  hub().onmessage?.({ data: JSON.stringify({ type: 'publish', topic, data }) });
}

const nonsense: readonly unknown[] = [
  '{"type":"publish"',
  '',
  'null',
  '7',
  '[]',
  new ArrayBuffer(4),
  JSON.stringify({ type: 'publish', topic, data: null }),
  JSON.stringify({ type: 'publish', topic, data: { type: 'signal', from: 'bob', signal: null } }),
];

describe('what a hub says', () => {
  it('is counted and left where it makes no sense, and heard again after that', () => {
    for (const data of nonsense) hub().onmessage?.({ data });
    expect(introducer.refused).toBe(nonsense.length);
    expect(introducer.hub()).toBe('open');
    sayMoved();
    expect(moved).toEqual(['bob there']);
  });

  it('is taken the same way when the hub was lost and found again', () => {
    hub().close();
    vi.advanceTimersByTime(5000);
    expect(sockets).toHaveLength(2);
    hub().onopen?.();
    hub().onmessage?.({ data: 'rubbish' });
    expect(introducer.refused).toBe(1);
    sayMoved();
    expect(moved).toEqual(['bob there']);
  });

  it('is no concern of ours where it is of another topic or only a pong', () => {
    hub().onmessage?.({ data: '{"type":"pong"}' });
    hub().onmessage?.({ data: JSON.stringify({ type: 'publish', topic: 'other', data: 'x' }) });
    expect(introducer.refused).toBe(0);
  });
});
