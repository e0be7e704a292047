import { randomBytes } from 'node:crypto';
import wrtc from '@roamhq/wrtc';
import { WebSocket } from 'ws';
import type { SocketLike } from '../../shared/link/relay.ts';
import type { WebRtcParts } from '../../shared/link/rtc.ts';
import { createContext } from '../../shared/util/context.ts';
import { openHub, topicOf } from '../electron/support/hubHouse.ts';
import { createFakeCable } from '../simulation/fakeCarrier.ts';
import { createVirtualClock } from '../simulation/virtualClock.ts';
import { describeCarrier } from './carrierContract.ts';
import { openChannelHouse, openRelayHouse } from './carrierHouses.ts';

describeCarrier('fake', async () => {
  const clock = createVirtualClock();
  let isOver = false;
  const run = async (): Promise<void> => {
    while (!isOver) {
      await clock.pass(50);
      await new Promise((done) => setTimeout(done, 1));
    }
  };
  void run();
  return {
    open: async () => createFakeCable({ clock }).ends,
    async end() {
      isOver = true;
    },
  };
});

describeCarrier('data channels', async () => openChannelHouse(wrtc as unknown as WebRtcParts));

describeCarrier('the hub’s relay', async () => {
  const { address } = await openHub(topicOf('room'));
  const context = createContext(Date.now, (into) => into.set(randomBytes(into.length)));
  return openRelayHouse(
    `${address.replace(/^http/, 'ws')}/relay`,
    (url) => new WebSocket(url) as unknown as SocketLike,
    context,
  );
});
