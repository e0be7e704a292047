/** What engines do that the contract over real WebRTC does not show: `tests/contract/carriers.test.ts` has the rest. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Carrier } from '../../../shared/link/carrier.ts';
import { watchDataChannels } from '../../../shared/link/dataChannelCarrier.ts';
import type { RtcDataChannel, RtcDescription, RtcPeerConnection } from '../../../shared/link/rtc.ts';

const describeWith = (type: string, byte: string): RtcDescription => ({
  type,
  sdp: `v=0\r\na=fingerprint:sha-256 ${Array.from({ length: 32 }, () => byte).join(':')}\r\n`,
});

type Changeable<T> = { -readonly [Key in keyof T]: T[Key] };

function createChannel(): Changeable<RtcDataChannel> & { sent: Uint8Array[] } {
  const sent: Uint8Array[] = [];
  return {
    sent,
    readyState: 'connecting',
    bufferedAmount: 0,
    bufferedAmountLowThreshold: 0,
    binaryType: 'blob',
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null,
    onbufferedamountlow: null,
    send: (data) => void sent.push(data),
    close() {
      this.readyState = 'closed';
    },
  };
}

/** An offerer's connection that has sent its offer, and its channels; the test plays the engine. */
function createEngine() {
  const listeners: (() => void)[] = [];
  const connection = {
    localDescription: describeWith('offer', 'AA'),
    remoteDescription: null as RtcDescription | null,
    signalingState: 'have-local-offer',
    addEventListener: (_type: string, listener: () => void) => void listeners.push(listener),
  };
  const channels = { reliable: createChannel(), loose: createChannel() };
  const opened: Carrier[] = [];
  const lost: string[] = [];
  watchDataChannels(connection as unknown as RtcPeerConnection, channels, {
    onOpen: (carrier) => void opened.push(carrier),
    onLost: () => void lost.push('lost'),
  });
  return {
    channels,
    opened,
    lost,
    open() {
      channels.reliable.readyState = 'open';
      channels.reliable.onopen?.();
    },
    hear: (...bytes: number[]) => channels.reliable.onmessage?.({ data: Uint8Array.from(bytes).buffer }),
    showAnswer(description: RtcDescription) {
      connection.remoteDescription = description;
      connection.signalingState = 'stable';
      for (const listener of listeners) listener();
    },
  };
}

const hearAll = (carrier: Carrier | undefined): unknown[] => {
  const heard: unknown[] = [];
  carrier?.listen({
    frame: (bytes) => void heard.push([...bytes]),
    loose: () => undefined,
    drained: () => undefined,
    closed: () => void heard.push('closed'),
  });
  return heard;
};

let engine: ReturnType<typeof createEngine>;
beforeEach(() => {
  engine = createEngine();
});

describe('data channels that open before the engine shows the answer', () => {
  it('are a carrier as soon as it does, bound to both fingerprints', () => {
    engine.open();
    expect(engine.opened).toEqual([]);
    engine.showAnswer(describeWith('answer', 'BB'));
    expect(engine.lost).toEqual([]);
    expect(engine.opened).toMatchObject([{ way: 'direct', role: 'offerer' }]);
    expect(engine.opened[0]?.binding.own).toEqual(new Uint8Array(32).fill(0xaa));
    expect(engine.opened[0]?.binding.theirs).toEqual(new Uint8Array(32).fill(0xbb));
  });

  it('keep what the other side says meanwhile', () => {
    engine.open();
    engine.hear(1);
    engine.hear(2);
    engine.showAnswer(describeWith('answer', 'BB'));
    const heard = hearAll(engine.opened[0]);
    engine.hear(3);
    expect(heard).toEqual([[1], [2], [3]]);
  });

  it('are lost, once, where they close before', () => {
    engine.open();
    engine.channels.reliable.readyState = 'closed';
    engine.channels.reliable.onclose?.();
    engine.showAnswer(describeWith('answer', 'BB'));
    expect(engine.lost).toEqual(['lost']);
    expect(engine.opened).toEqual([]);
  });
});

describe('data channels that open after the answer', () => {
  it('are a carrier at once, and only one', () => {
    engine.showAnswer(describeWith('answer', 'BB'));
    expect(engine.opened).toEqual([]);
    engine.open();
    engine.showAnswer(describeWith('answer', 'BB'));
    expect(engine.opened).toHaveLength(1);
  });

  it('are lost where the answer names no fingerprint to bind a proof to', () => {
    engine.showAnswer({ type: 'answer', sdp: 'v=0\r\n' });
    engine.open();
    expect(engine.lost).toEqual(['lost']);
    expect(engine.channels.loose.readyState).toBe('closed');
    expect(engine.opened).toEqual([]);
  });
});
