import * as Y from 'yjs';
import { createTextDoc } from './textDoc.ts';
import type { Way } from './way.ts';

/** Plain data channels. Whoever drives the pages carries the descriptions. */
export interface BareChannels extends Way {
  offer(peer: number): Promise<RTCSessionDescriptionInit>;
  answer(peer: number, offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit>;
  accept(peer: number, answer: RTCSessionDescriptionInit): Promise<void>;
  /** Sends so many bytes to all, as fast as they are taken. */
  pour(bytes: number): Promise<void>;
  /** When the first and the latest byte of a pouring came, and how many have come. */
  poured(): { readonly from: number; readonly to: number; readonly bytes: number };
}

const frameBytes = 16 * 1024;
const highWaterBytes = 128 * 1024;

export function openBareChannels(): BareChannels {
  const { doc, edit, onText } = createTextDoc();
  const connections = new Map<number, RTCPeerConnection>();
  const channels: RTCDataChannel[] = [];
  const came = { from: 0, to: 0, bytes: 0 };

  const connect = (peer: number): RTCPeerConnection => {
    const connection = new RTCPeerConnection({ iceServers: [] });
    connections.set(peer, connection);
    const channel = connection.createDataChannel('edits', { negotiated: true, id: 1 });
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = highWaterBytes / 2;
    channel.onmessage = ({ data }) => {
      const bytes = new Uint8Array(data as ArrayBuffer);
      if (bytes.length < frameBytes) return Y.applyUpdate(doc, bytes, 'remote');
      came.to = performance.now();
      if (came.bytes === 0) came.from = came.to;
      came.bytes += bytes.length;
      return undefined;
    };
    channels.push(channel);
    return connection;
  };
  const gathered = (connection: RTCPeerConnection): Promise<RTCSessionDescriptionInit> =>
    new Promise((done) => {
      const look = (): void => {
        const { iceGatheringState, localDescription } = connection;
        if (iceGatheringState === 'complete' && localDescription) done(localDescription.toJSON());
      };
      connection.onicegatheringstatechange = look;
      look();
    });
  doc.on('update', (update, origin) => {
    if (origin === 'remote') return;
    for (const channel of channels)
      if (channel.readyState === 'open') channel.send(update as Uint8Array<ArrayBuffer>);
  });

  return {
    edit,
    onText,
    linked: () => channels.filter(({ readyState }) => readyState === 'open').length,
    async offer(peer) {
      const connection = connect(peer);
      await connection.setLocalDescription();
      return gathered(connection);
    },
    async answer(peer, offer) {
      const connection = connect(peer);
      await connection.setRemoteDescription(offer);
      await connection.setLocalDescription();
      return gathered(connection);
    },
    accept: async (peer, answer) => connections.get(peer)?.setRemoteDescription(answer),
    async pour(bytes) {
      const frame = new Uint8Array(frameBytes);
      for (let left = bytes; left > 0; left -= frameBytes) {
        for (const channel of channels) {
          if (channel.bufferedAmount > highWaterBytes)
            await new Promise((low) => channel.addEventListener('bufferedamountlow', low, { once: true }));
          channel.send(frame);
        }
      }
    },
    poured: () => came,
  };
}
