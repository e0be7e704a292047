import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { openWall, ringOnWall } from '../../../renderer/wall/wallFeed.ts';
import { WALL_RING, WALL_RINGS } from '../../../renderer/wall/wallMessages.ts';

const store = { subscribe: () => () => undefined };
let address = '';
let ends: (() => void)[] = [];
let session: JamSession;
const page = {
  open: (url: string) => {
    address = url;
    return { focus: () => undefined };
  },
} as unknown as Window;

beforeEach(() => {
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal('document', { documentElement: {} });
  ends = [];
  session = {
    jam: { id: 'jam' },
    shell: { kind: 'app' },
    ui: store,
    course: { store },
    room: { store },
    subscribe: store.subscribe,
    notify: () => undefined,
    onEnd: (run: () => void) => ends.push(run),
  } as unknown as JamSession;
});

afterEach(() => {
  for (const end of ends) end();
  vi.unstubAllGlobals();
});

/** A Wall's end of the channel. */
function standInForWall(answers: boolean): () => void {
  const channel = new BroadcastChannel(address.split('#')[1] ?? '');
  channel.onmessage = ({ data }) => {
    if (data === WALL_RING && answers) channel.postMessage(WALL_RINGS);
  };
  return () => channel.close();
}

it('the bell is the Wall’s while one is open that may sound, and otherwise the laptop’s own', async () => {
  expect(await ringOnWall(session)).toBe(false);
  openWall(session, page);
  const closeMute = standInForWall(false);
  expect(await ringOnWall(session)).toBe(false);
  closeMute();
  const close = standInForWall(true);
  expect(await ringOnWall(session)).toBe(true);
  expect(await ringOnWall(session)).toBe(true);
  close();
  expect(await ringOnWall(session)).toBe(false);
});
