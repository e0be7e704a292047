/** Both ends of each real carrier in one program, whoever's WebRTC and sockets it has. */
import type { Carrier } from '../../shared/link/carrier.ts';
import {
  createLooseChannel,
  reliableOptions,
  watchDataChannels,
} from '../../shared/link/dataChannelCarrier.ts';
import { openRelay, type Relay, type SocketLike } from '../../shared/link/relay.ts';
import type { RtcPeerConnection, WebRtcParts } from '../../shared/link/rtc.ts';
import type { Context } from '../../shared/util/context.ts';
import { type CarrierHouse, schedule } from './carrierContract.ts';

export function openChannelHouse({
  RTCPeerConnection,
}: Pick<WebRtcParts, 'RTCPeerConnection'>): CarrierHouse {
  const [a, b] = [new RTCPeerConnection({}), new RTCPeerConnection({})];
  const watch = (connection: RtcPeerConnection): Promise<Carrier> =>
    new Promise((onOpen, onLost) => {
      const channels = {
        reliable: connection.createDataChannel('reliable', reliableOptions),
        loose: createLooseChannel(connection),
      };
      watchDataChannels(connection, channels, { onOpen, onLost: () => onLost(new Error('lost')) });
    });
  const trickle = (from: RtcPeerConnection, to: RtcPeerConnection): void => {
    from.onicecandidate = (event) => {
      const { candidate } = event as { candidate: unknown };
      // One may be found when the test is over and the connection closed.
      if (candidate) to.addIceCandidate(candidate).catch(() => undefined);
    };
  };
  return {
    async open() {
      const opened = Promise.all([watch(a), watch(b)]);
      const offer = await a.createOffer();
      trickle(a, b);
      trickle(b, a);
      await b.setRemoteDescription(offer);
      await a.setLocalDescription(offer);
      const answer = await b.createAnswer();
      await a.setRemoteDescription(answer);
      await b.setLocalDescription(answer);
      return opened;
    },
    async end() {
      a.close();
      b.close();
    },
  };
}

/** `url`: the relay of a running hub. */
export function openRelayHouse(
  url: string,
  openSocket: (url: string) => SocketLike,
  context: Context,
): CarrierHouse {
  const relays: Relay[] = [];
  const start = (): Promise<{ relay: Relay; address: string }> =>
    new Promise((started) => {
      const relay: Relay = openRelay({
        url,
        openSocket,
        context,
        schedule,
        onAddress: (address) => address && started({ relay, address }),
      });
      relays.push(relay);
    });
  return {
    async open() {
      const [a, b] = [await start(), await start()];
      return Promise.all([
        new Promise<Carrier>((onCarrier) => a.relay.expect(b.address, onCarrier)),
        new Promise<Carrier>((onCarrier) => {
          b.relay.expect(a.address, onCarrier);
          a.relay.call(b.address);
        }),
      ]);
    },
    async end() {
      for (const relay of relays) relay.dispose();
    },
  };
}
