import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createPresenceLane, type PresenceLane } from '../../../shared/link/presenceLane.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

let clock: VirtualClock;
let own: Awareness;
let lane: PresenceLane;
let sent: Uint8Array[];

beforeEach(() => {
  clock = createVirtualClock();
  own = new Awareness(new Y.Doc());
  sent = [];
  const context = { ...createSeededContext(1), now: clock.now };
  lane = createPresenceLane(own, context, clock.schedule, (message) => void sent.push(message));
});
afterEach(() => {
  lane.dispose();
  own.destroy();
});

const seen = (): unknown[] => {
  const others = [...own.getStates()].filter(([client]) => client !== own.clientID);
  return others.map(([, state]) => state['name']).sort();
};

/** Over the link of somebody whom everybody calls by one name. */
const receive = (who: string, body: Uint8Array): boolean =>
  lane.receive({ session: who, member: `${who}-id` }, body);

/** What somebody with this client says of themselves, at this clock. */
function stateOf(client: number, name: string, at = 1, more: object = {}): Uint8Array {
  const states = new Map([[client, { name, ...more }]]);
  const awareness = { meta: new Map([[client, { clock: at, lastUpdated: 0 }]]), states };
  return encodeAwarenessUpdate(awareness as unknown as Awareness, [client], states);
}

describe('presence on links', () => {
  it('is each link’s own, whatever client it claims', () => {
    receive('mallory', stateOf(7, 'mallory'));
    receive('carol', stateOf(7, 'carol'));
    receive('mallory', stateOf(own.clientID, 'mallory', 2));
    expect(seen()).toEqual(['carol', 'mallory']);
    expect(own.getLocalState()).toEqual({});
    lane.forget('carol');
    expect(seen()).toEqual(['mallory']);
    receive('carol', stateOf(7, 'carol again'));
    expect(seen()).toEqual(['carol again', 'mallory']);
  });

  it('is that of the member whom the link belongs to, whomever it claims to be', () => {
    receive('alice', stateOf(7, 'alice', 1, { member: 'alice-id', holds: ['sheet'] }));
    receive('mallory', stateOf(8, 'Alice', 1, { member: 'alice-id', holds: [] }));
    receive('carol', stateOf(9, 'carol'));
    const others = [...own.getStates()].filter(([client]) => client !== own.clientID);
    expect(others.map(([, state]) => state)).toEqual([
      { name: 'alice', member: 'alice-id', holds: ['sheet'] },
      { name: 'Alice', member: 'mallory-id', holds: [] },
      { name: 'carol', member: 'carol-id' },
    ]);
  });

  it('is gone when they say so', () => {
    receive('bob', stateOf(7, 'bob'));
    const states = new Map<number, null>([[7, null]]);
    const gone = { meta: new Map([[7, { clock: 2, lastUpdated: 0 }]]), states } as unknown as Awareness;
    receive('bob', encodeAwarenessUpdate(gone, [7]));
    expect(seen()).toEqual([]);
  });

  it('is one client a link, whose clock does not leap', () => {
    expect(receive('bob', stateOf(7, 'bob'))).toBe(true);
    expect(receive('bob', stateOf(8, 'bob too', 2))).toBe(true);
    expect(receive('bob', stateOf(7, 'leaps', 5000))).toBe(false);
    expect(seen()).toEqual(['bob too']);
  });

  it('is heard again after hours without a change, in which their clock went on by itself', async () => {
    receive('bob', stateOf(7, 'bob'));
    await clock.pass(6 * 3_600_000);
    receive('bob', stateOf(7, 'bob, back from lunch', 1 + (6 * 3600) / 15));
    expect(seen()).toEqual(['bob, back from lunch']);
  });

  it('stays as long as the link, also when a leap of the wall clock makes it seem out of date', () => {
    receive('bob', stateOf(7, 'bob'));
    receive('carol', stateOf(8, 'carol'));
    const others = [...own.getStates().keys()].filter((client) => client !== own.clientID);
    removeAwarenessStates(own, others, 'timeout');
    lane.renew('bob');
    expect(seen()).toEqual(['bob']);
    receive('bob', stateOf(7, 'bob writes', 2));
    expect(seen()).toEqual(['bob writes']);
  });

  it('goes out at once, and then at most five times a second, the latest last', async () => {
    for (let i = 0; i < 100; i++) {
      own.setLocalState({ at: i });
      await clock.pass(10);
    }
    await clock.pass(500);
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.length).toBeLessThanOrEqual(7);
    expect(new TextDecoder().decode(sent.at(-1))).toContain('"at":99');
  });

  it('is not sent when it is too large for anybody to take', () => {
    own.setLocalState({ text: 'x'.repeat(5000) });
    expect(sent).toEqual([]);
    expect(lane.tell()).toBeNull();
  });
});
