/** A guest's page as it opens: whose jam it goes to, and what it does where the browser keeps nothing. */
import { expect, it } from 'vitest';
import { openGuestIdentity } from '../../../renderer/shell/guest/guestIdentity.ts';
import type { GuestStore } from '../../../renderer/shell/guest/guestStore.ts';
import { openGuestShell } from '../../../renderer/shell/guest/openGuestShell.ts';
import { takeGuestAddress } from '../../../renderer/shell/takeAddress.ts';

/** One tab: its store outlives a reload. Node has no IndexedDB, so nothing else does. */
function openTab(hash: string) {
  const kept = new Map<string, string>();
  const leaving: (() => void)[] = [];
  const page = {
    location: { hash, origin: 'http://10.0.0.1:4718', pathname: '/' },
    history: { replaceState: () => void Object.assign(page.location, { hash: '' }) },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    addEventListener: (name: string, run: () => void) => void (name === 'pagehide' && leaving.push(run)),
    /** The page goes, as before a reload. */
    leave() {
      for (const run of leaving) run();
    },
  };
  return page as typeof page & Pick<Window, 'location' | 'history' | 'sessionStorage'>;
}

it('a reload in a browser that keeps nothing goes in by the invite again, not into an empty jam', async () => {
  const page = openTab('#payload');
  const open = () => openGuestShell(page as unknown as Window, '1');
  const before = await open();
  await before.openJournal('jam');
  const after = await (await open()).start();
  expect(after.jam).toBeNull();
  expect(after.requests).toContainEqual({ kind: 'invite', link: 'http://10.0.0.1:4718/#payload' });
});

it('who has left for the library finds it again after a reload, and who only reloads finds the jam', async () => {
  const page = openTab('#payload');
  const open = () => openGuestShell(page as unknown as Window, '1');
  const before = await open();
  await before.openJournal('one');
  // Into another jam: the one before is closed when the next is open.
  await before.openJournal('two');
  await before.closeJournal('one');
  expect(takeGuestAddress(page).jam).toBe('two');
  page.leave();
  await before.closeJournal('two');
  expect(takeGuestAddress(page).jam).toBe('two');

  const after = await open();
  await after.openJournal('two');
  await after.closeJournal('two');
  expect(takeGuestAddress(page)).toEqual({ jam: null, invite: null });
});

it('a browser without any room left still lets somebody in', async () => {
  const full: Pick<GuestStore, 'get' | 'put'> = {
    get: async () => undefined,
    put: () => Promise.reject(new Error('full')),
  };
  const { device, sign } = await openGuestIdentity(full as GuestStore);
  expect(device).toHaveLength(43);
  expect(sign('hello', new Uint8Array(1))).toHaveLength(64);
});
