/** The contract for a guest's page: a browser's database, tabs that know of each other, no process behind it. */
import { describe, expect, it } from 'vitest';
import { createGuestClaims } from '../../renderer/shell/guest/guestClaims.ts';
import { openGuestIdentity } from '../../renderer/shell/guest/guestIdentity.ts';
import { createGuestShell } from '../../renderer/shell/guest/guestShell.ts';
import { openGuestStore } from '../../renderer/shell/guest/guestStore.ts';
import type { PagePort } from '../../renderer/shell/pagePort.ts';
import type { OpenRequest, Shell } from '../../shared/ipc/shell.ts';
import { provideBrowserDatabase } from '../support/browserDatabase.ts';
import { describeShell, recordOf, type ShellHouse } from './shellContract.ts';

provideBrowserDatabase();

let houses = 0;

async function buildHouse(): Promise<ShellHouse & { readonly left: boolean[] }> {
  const name = `guest-${++houses}`;
  const closers = new Map<Shell, () => void>();
  const left: boolean[] = [];
  let tabs = 0;
  let waiting: OpenRequest[] = [];
  const open = async (): Promise<Shell> => {
    const store = await openGuestStore(name);
    const claims = createGuestClaims(name, `tab-${++tabs}`, 50);
    const port: PagePort = {
      ...quietPort,
      onLeaving: (isWaiting) => void left.push(isWaiting()),
    };
    const shell = createGuestShell({
      version: '1.2.3',
      origin: 'http://192.168.1.5:4717',
      store,
      identity: await openGuestIdentity(store),
      claims,
      port,
      now: () => 1,
      // What a page is opened for stands in its address; it is there before the page asks.
      get requests() {
        return waiting.splice(0);
      },
      jam: null,
    });
    closers.set(shell, () => {
      claims.dispose();
      store.close();
    });
    return shell;
  };
  const closeAll = (): void => {
    for (const close of closers.values()) close();
    closers.clear();
  };
  return {
    profile: '',
    origin: () => 'http://192.168.1.5:4717',
    left,
    open,
    async abandon(shell) {
      closers.get(shell)?.();
      closers.delete(shell);
    },
    deliver: (request) => void waiting.push(request),
    async restart() {
      closeAll();
    },
    async end() {
      waiting = [];
      closeAll();
    },
  };
}

describeShell('a guest’s page', buildHouse, { hasProcess: false });

describe('a guest’s page', () => {
  it('finds its hub where it came from, and can hand that address on', async () => {
    const house = await buildHouse();
    const shell = await house.open();
    expect(await shell.hub()).toEqual({
      ok: true,
      value: { signaling: 'ws://192.168.1.5:4717/hub', relay: 'ws://192.168.1.5:4717/relay' },
    });
    expect(await shell.shareTopic('a', 'T'.repeat(43), null)).toEqual({
      ok: true,
      value: { addresses: ['http://192.168.1.5:4717'], port: null, moved: false },
    });
    await house.end();
  });
});

describe('a guest’s browser without a database', () => {
  it('goes on in memory and says that nothing is kept', async () => {
    const real = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    try {
      const house = await buildHouse();
      const shell = await house.open();
      const { requests } = await shell.start();
      expect(requests).toEqual([{ kind: 'trouble', sentence: expect.stringMatching(/Save a copy/) }]);
      await shell.openJournal('a');
      expect(await shell.appendJournal('a', recordOf(1))).toMatchObject({ ok: true });
      await house.end();
    } finally {
      indexedDB.open = real;
    }
  });

  it('does not wait for one that never answers', async () => {
    const real = indexedDB.open;
    const Request = IDBOpenDBRequest as unknown as new () => IDBOpenDBRequest;
    indexedDB.open = () => new Request();
    try {
      const store = await openGuestStore('never', 20);
      expect(store.isKept).toBe(false);
    } finally {
      indexedDB.open = real;
    }
  });
});

const quietPort: Omit<PagePort, 'onLeaving'> = {
  fetch: () => Promise.reject(new Error('A guest’s page has nobody to call.')),
  connect: () => {
    throw new Error('A guest’s page has nobody to call.');
  },
  chooseFile: () => Promise.resolve({ ok: true, value: null }),
  download: () => undefined,
  writeClipboard: () => Promise.resolve(),
  setTitle: () => undefined,
  openTab: () => undefined,
  rememberJam: () => undefined,
  forgetJam: () => undefined,
};
