import { Awareness } from 'y-protocols/awareness';
import { WebrtcProvider } from 'y-webrtc';
import { createTextDoc } from './textDoc.ts';
import type { Way, WayOptions } from './way.ts';

/** y-webrtc as it comes, without servers on the internet. */
export function openStockWebrtc({ room, hub }: WayOptions): Way {
  const { doc, edit, onText } = createTextDoc();
  const provider = new WebrtcProvider(room, doc, {
    signaling: [hub],
    awareness: new Awareness(doc),
    maxConns: 30,
    filterBcConns: true,
    peerOpts: { config: { iceServers: [] } },
  });
  return { edit, onText, linked: () => provider.room?.webrtcConns.size ?? 0 };
}
