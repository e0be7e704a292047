import { fromHex } from '../util/bytes.ts';
import type { Carrier, CarrierListener } from './carrier.ts';
import { highWaterBytes, looseHighWaterBytes } from './limits.ts';
import type { RtcDataChannel, RtcPeerConnection } from './rtc.ts';

/** The two channels of a connection. Negotiated: both sides open the same one, so that none is open and unheard. */
export interface DataChannels {
  readonly reliable: RtcDataChannel;
  readonly loose: RtcDataChannel;
}

/** The reliable one is made by simple-peer, with these options. */
export const reliableOptions = { negotiated: true, id: 1 } as const;
const looseOptions = { negotiated: true, id: 2, ordered: false, maxRetransmits: 0 } as const;

export function createLooseChannel(connection: RtcPeerConnection): RtcDataChannel {
  return connection.createDataChannel('loose', looseOptions);
}

/**
 * A carrier on data channels. To be made before they open, so that nothing is missed; `onOpen` gives it when the
 * reliable one is open, `onLost` says that it will not be.
 */
export function watchDataChannels(
  connection: RtcPeerConnection,
  { reliable, loose }: DataChannels,
  { onOpen, onLost }: { onOpen(carrier: Carrier): void; onLost(): void },
): void {
  let listener: CarrierListener | null = null;
  let state: 'opening' | 'open' | 'closed' = 'opening';
  const early: ((to: CarrierListener) => void)[] = [];
  const tell = (word: (to: CarrierListener) => void): void => {
    if (listener) word(listener);
    else early.push(word);
  };
  const close = (): void => {
    if (state === 'closed') return;
    const wasOpen = state === 'open';
    state = 'closed';
    for (const channel of [reliable, loose]) if (channel.readyState !== 'closed') channel.close();
    if (wasOpen) tell((to) => to.closed());
    else onLost();
  };
  const receive = (word: 'frame' | 'loose', data: unknown): void => {
    const bytes = toBytes(data);
    if (bytes && state !== 'closed') tell((to) => to[word](bytes));
  };
  const open = (): void => {
    // Chromium may say that a channel is open before it shows the description that let it open.
    const isSettled = reliable.readyState === 'open' && connection.signalingState === 'stable';
    if (state !== 'opening' || !isSettled) return;
    const binding = readBinding(connection);
    if (!binding) {
      close();
      return;
    }
    state = 'open';
    onOpen({
      way: 'direct',
      role: connection.localDescription?.type === 'offer' ? 'offerer' : 'answerer',
      binding,
      get buffered() {
        return reliable.bufferedAmount;
      },
      send(frame) {
        if (state === 'open' && !trySend(reliable, frame)) close();
      },
      sendLoose(bytes) {
        const isFree = loose.readyState === 'open' && loose.bufferedAmount <= looseHighWaterBytes;
        if (state === 'open' && isFree) trySend(loose, bytes);
      },
      listen(to) {
        listener = to;
        for (const word of early.splice(0)) word(to);
      },
      close,
    });
  };

  for (const channel of [reliable, loose]) channel.binaryType = 'arraybuffer';
  reliable.bufferedAmountLowThreshold = highWaterBytes / 2;
  reliable.onopen = open;
  connection.addEventListener('signalingstatechange', open);
  reliable.onmessage = ({ data }) => receive('frame', data);
  loose.onmessage = ({ data }) => receive('loose', data);
  reliable.onbufferedamountlow = () => state === 'open' && tell((to) => to.drained());
  reliable.onclose = close;
  reliable.onerror = close;
}

/** Some engines throw when a channel has just closed, or its buffer is full. */
function trySend(channel: RtcDataChannel, bytes: Uint8Array): boolean {
  try {
    channel.send(bytes);
    return true;
  } catch {
    return false;
  }
}

function toBytes(data: unknown): Uint8Array | null {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : null;
}

/** Both fingerprints as the descriptions give them, which is what DTLS checks its certificates against. */
function readBinding({ localDescription, remoteDescription }: RtcPeerConnection): Carrier['binding'] | null {
  const own = readFingerprint(localDescription?.sdp ?? '');
  const theirs = readFingerprint(remoteDescription?.sdp ?? '');
  return own && theirs ? { own, theirs } : null;
}

/** null when there is none, or when lines name different ones: then nobody knows which of them counts. */
export function readFingerprint(sdp: string): Uint8Array | null {
  const lines = [...sdp.matchAll(/^a=fingerprint:(\S+) (\S+)\r?$/gim)];
  const named = new Set(lines.map(([, hash = '', hex = '']) => `${hash} ${hex}`.toLowerCase()));
  const [hash, hex = ''] = [...named][0]?.split(' ') ?? [];
  const bytes = fromHex(hex.replaceAll(':', ''));
  return named.size === 1 && hash === 'sha-256' && bytes?.length === 32 ? bytes : null;
}
