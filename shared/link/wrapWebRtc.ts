import type { Schedule } from '../log/recorder.ts';
import type { Carrier } from './carrier.ts';
import { createLooseChannel, watchDataChannels } from './dataChannelCarrier.ts';
import { createDeafChannel } from './deafChannel.ts';
import type { RtcDataChannel, RtcDescription, RtcPeerConnection, WebRtcParts } from './rtc.ts';

/** What becomes of one connection that simple-peer has asked for. */
export interface PathEvents {
  opened(carrier: Carrier): void;
  /** It failed or was given up before it opened. */
  lost(): void;
}

/** A last word may still be on its way when a connection is closed. */
const lingerMs = 200;

/**
 * What simple-peer takes for WebRTC (`peerOpts.wrtc`). It negotiates through the real connection and is told nothing
 * else of it: not that it opened, or y-webrtc would start to sync on it, nor that it failed, or simple-peer would end
 * what the relay carries on. `begin` is called for each connection before simple-peer has done anything with it.
 */
export function wrapWebRtc(wrtc: WebRtcParts, schedule: Schedule, begin: () => PathEvents): WebRtcParts {
  class WrappedConnection implements RtcPeerConnection {
    readonly real: RtcPeerConnection;
    readonly events: PathEvents;
    carrier: Carrier | null = null;
    isOver = false;
    onicecandidate: ((event: unknown) => void) | null = null;
    onsignalingstatechange: (() => void) | null = null;
    onconnectionstatechange: (() => void) | null = null;

    constructor(config: object) {
      this.events = begin();
      this.real = new wrtc.RTCPeerConnection(config);
      this.real.onicecandidate = (event) => this.onicecandidate?.(event);
      this.real.onsignalingstatechange = () => this.onsignalingstatechange?.();
      this.real.onconnectionstatechange = () => {
        if (['failed', 'closed'].includes(this.real.connectionState)) this.end();
      };
    }

    get localDescription(): RtcDescription | null {
      return this.real.localDescription;
    }
    get remoteDescription(): RtcDescription | null {
      return this.real.remoteDescription;
    }
    get signalingState(): string {
      return this.real.signalingState;
    }
    get connectionState(): string {
      return 'new';
    }

    addEventListener(type: 'signalingstatechange', listener: () => void): void {
      this.real.addEventListener(type, listener);
    }
    createDataChannel(label: string, options: object): RtcDataChannel {
      const reliable = this.real.createDataChannel(label, options);
      const channels = { reliable, loose: createLooseChannel(this.real) };
      watchDataChannels(this.real, channels, {
        onOpen: (carrier) => {
          if (this.isOver) {
            carrier.close();
            return;
          }
          this.carrier = carrier;
          this.events.opened(carrier);
        },
        onLost: () => this.end(),
      });
      return createDeafChannel(label);
    }

    createOffer(options?: object): Promise<RtcDescription> {
      return this.real.createOffer(options);
    }
    createAnswer(options?: object): Promise<RtcDescription> {
      return this.real.createAnswer(options);
    }
    setLocalDescription(description: RtcDescription): Promise<void> {
      return this.real.setLocalDescription(description);
    }
    setRemoteDescription(description: RtcDescription): Promise<void> {
      return this.real.setRemoteDescription(description);
    }
    /** One that cannot be used is no reason to give up the others. */
    addIceCandidate(candidate: unknown): Promise<void> {
      return this.real.addIceCandidate(candidate).catch(() => undefined);
    }

    close(): void {
      this.end();
      schedule(lingerMs, () => this.real.close());
    }

    end(): void {
      if (this.isOver) return;
      this.isOver = true;
      if (this.carrier) this.carrier.close();
      else this.events.lost();
    }
  }
  const { RTCSessionDescription, RTCIceCandidate } = wrtc;
  return { RTCPeerConnection: WrappedConnection, RTCSessionDescription, RTCIceCandidate };
}
