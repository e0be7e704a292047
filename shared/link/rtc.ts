/** What the link uses of WebRTC: the browser's own, or @roamhq/wrtc in tests. Shared knows no DOM. */

export interface RtcDataChannel {
  readonly readyState: string;
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  binaryType: string;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onbufferedamountlow: (() => void) | null;
  send(data: Uint8Array): void;
  close(): void;
}

export interface RtcDescription {
  readonly type: string;
  readonly sdp: string;
}

export interface RtcPeerConnection {
  readonly localDescription: RtcDescription | null;
  readonly remoteDescription: RtcDescription | null;
  readonly signalingState: string;
  readonly connectionState: string;
  onicecandidate: ((event: unknown) => void) | null;
  onconnectionstatechange: (() => void) | null;
  onsignalingstatechange: (() => void) | null;
  addEventListener(type: 'signalingstatechange', listener: () => void): void;
  createDataChannel(label: string, options: object): RtcDataChannel;
  createOffer(options?: object): Promise<RtcDescription>;
  createAnswer(options?: object): Promise<RtcDescription>;
  setLocalDescription(description: RtcDescription): Promise<void>;
  setRemoteDescription(description: RtcDescription): Promise<void>;
  addIceCandidate(candidate: unknown): Promise<void>;
  close(): void;
}

/** As simple-peer takes them. */
export interface WebRtcParts {
  readonly RTCPeerConnection: new (config: object) => RtcPeerConnection;
  readonly RTCSessionDescription: new (description: RtcDescription) => RtcDescription;
  readonly RTCIceCandidate: new (candidate: object) => object;
}

export interface RtcIceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}
