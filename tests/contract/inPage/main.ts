/** The carrier's contract in a page that a hub has served: the browser's own WebRTC, and that hub's relay. */
import { createBrowserContext } from '../../../renderer/session/browserContext.ts';
import type { SocketLike } from '../../../shared/link/relay.ts';
import type { WebRtcParts } from '../../../shared/link/rtc.ts';
import { describeCarrier } from '../carrierContract.ts';
import { openChannelHouse, openRelayHouse } from '../carrierHouses.ts';
import { runAll } from './runner.ts';

describeCarrier('data channels', async () => openChannelHouse(globalThis as unknown as WebRtcParts));
describeCarrier('the hub’s relay', async () =>
  openRelayHouse(
    `${location.origin.replace(/^http/, 'ws')}/relay`,
    (url) => new WebSocket(url) as unknown as SocketLike,
    createBrowserContext(),
  ),
);

Object.assign(globalThis, { runAll });
