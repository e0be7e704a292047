/** The part of y-webrtc 10.3.0 that is used, in its own words; README.md says what becomes of the rest. */
declare module 'y-webrtc' {
  import type { Awareness } from 'y-protocols/awareness';
  import type * as Y from 'yjs';

  interface SignalingConn {
    readonly connected: boolean;
    readonly unsuccessfulReconnects: number;
    /** Unix time, ms. */
    readonly lastMessageReceived: number;
    readonly ws: {
      onclose: (() => void) | null;
      onerror: (() => void) | null;
      onmessage: ((event: { readonly data: unknown }) => void) | null;
      close(): void;
    } | null;
    send(message: object): void;
    emit(name: string, args: unknown[]): void;
  }

  interface WebrtcConn {
    readonly peer: { removeAllListeners(event: 'close'): void; destroy(): void };
  }

  class WebrtcProvider {
    constructor(
      topic: string,
      doc: Y.Doc,
      options: {
        signaling: string[];
        awareness: Awareness;
        maxConns: number;
        filterBcConns: boolean;
        peerOpts: object;
      },
    );
    readonly signalingConns: SignalingConn[];
    /** null until the next turn of the microtask queue. */
    readonly room: { readonly peerId: string; readonly webrtcConns: Map<string, WebrtcConn> } | null;
    disconnect(): void;
    destroy(): void;
  }
}
