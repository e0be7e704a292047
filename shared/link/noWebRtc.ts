/**
 * WebRTC for where there is none (a worker): it negotiates and never connects, so that a link runs over the relay. What
 * it describes is a data channel without a single candidate, which a real other end takes and waits on in vain.
 */

import { createDeafChannel } from './deafChannel.ts';
import type { RtcDataChannel, RtcDescription, RtcPeerConnection, WebRtcParts } from './rtc.ts';

/** RFC 8866 and 8841. The fingerprint is nobody's: no handshake ever comes to it. */
function describe(type: string, setup: string): RtcDescription {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:none',
    'a=ice-pwd:nobodyeverconnectstothis00',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => '00').join(':')}`,
    `a=setup:${setup}`,
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
  ];
  return { type, sdp: `${lines.join('\r\n')}\r\n` };
}

class NoConnection implements RtcPeerConnection {
  localDescription: RtcDescription | null = null;
  remoteDescription: RtcDescription | null = null;
  signalingState = 'stable';
  connectionState = 'new';
  onicecandidate: ((event: unknown) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  onsignalingstatechange: (() => void) | null = null;

  createDataChannel(label: string): RtcDataChannel {
    return createDeafChannel(label);
  }
  async createOffer(): Promise<RtcDescription> {
    return describe('offer', 'actpass');
  }
  async createAnswer(): Promise<RtcDescription> {
    return describe('answer', 'active');
  }
  async setLocalDescription(description: RtcDescription): Promise<void> {
    this.localDescription = description;
    this.settle(description.type === 'offer' ? 'have-local-offer' : 'stable');
  }
  async setRemoteDescription(description: RtcDescription): Promise<void> {
    this.remoteDescription = description;
    this.settle(description.type === 'offer' ? 'have-remote-offer' : 'stable');
  }
  async addIceCandidate(): Promise<void> {}
  /** Its channel never opens, so nobody waits for a state. */
  addEventListener(): void {}
  close(): void {
    this.connectionState = 'closed';
  }
  settle(state: string): void {
    this.signalingState = state;
    this.onsignalingstatechange?.();
  }
}

export const noWebRtc: WebRtcParts = {
  RTCPeerConnection: NoConnection,
  RTCSessionDescription: class {
    readonly type: string;
    readonly sdp: string;
    constructor({ type, sdp }: RtcDescription) {
      this.type = type;
      this.sdp = sdp;
    }
  },
  RTCIceCandidate: class {},
};
