/** The parts of both shells that stand in the page: letters that come early, closing, order of appends, the address. */
import { describe, expect, it } from 'vitest';
import { said, told } from '../../electron/ipc/channels.ts';
import { createPageShell } from '../../electron/ipc/createPageShell.ts';
import { createAppendQueue } from '../../renderer/shell/appendQueue.ts';
import { takeAddress, takeGuestAddress } from '../../renderer/shell/takeAddress.ts';

function createIpc() {
  const listeners = new Map<string, (event: unknown, ...args: unknown[]) => void>();
  const sent: string[] = [];
  return {
    sent,
    tell: (channel: string, ...args: unknown[]) => listeners.get(channel)?.({}, ...args),
    ipc: {
      invoke: () => Promise.resolve(null),
      send: (channel: string) => void sent.push(channel),
      on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) =>
        listeners.set(channel, listener),
    },
  };
}

describe('the app’s shell in the page', () => {
  it('keeps what arrives before anybody listens, and gives it once', () => {
    const { ipc, tell } = createIpc();
    const shell = createPageShell(ipc);
    tell(told.open, { kind: 'invite', link: 'riffroom://join#a' });
    const heard: unknown[] = [];
    const stop = shell.onOpen((request) => heard.push(request));
    shell.onOpen((request) => heard.push(request));
    expect(heard).toEqual([{ kind: 'invite', link: 'riffroom://join#a' }]);
    stop();
    tell(told.open, { kind: 'trouble', sentence: 'x' });
    expect(heard).toHaveLength(2);
  });

  it('says that it is closed when every listener is done, and at once without any', () => {
    const { ipc, tell, sent } = createIpc();
    const shell = createPageShell(ipc);
    tell(told.closing);
    expect(sent).toEqual([said.closed]);
    sent.length = 0;
    const dones: (() => void)[] = [];
    shell.onClosing((done) => dones.push(done));
    shell.onClosing((done) => dones.push(done));
    tell(told.closing);
    dones[0]?.();
    dones[0]?.();
    expect(sent).toEqual([]);
    dones[1]?.();
    expect(sent).toEqual([said.closed]);
  });

  it('says that the window is to stay where work would be lost', () => {
    const { ipc, tell, sent } = createIpc();
    const shell = createPageShell(ipc);
    shell.onClosing((_done, stay) => stay());
    tell(told.closing);
    expect(sent).toEqual([said.stayed]);
  });
});

describe('appends on their way to the server', () => {
  it('go one at a time, in order, together when they wait', async () => {
    const calls: number[][] = [];
    let underWay = 0;
    const queue = createAppendQueue(async (records) => {
      underWay += 1;
      expect(underWay).toBe(1);
      calls.push([...records]);
      await new Promise((done) => setTimeout(done, 5));
      underWay -= 1;
      return { ok: true, value: null };
    });
    const answers = [1, 2, 3].map((n) => queue.append(Uint8Array.of(n)));
    expect(queue.isWaiting()).toBe(true);
    expect(await Promise.all(answers)).toEqual(Array(3).fill({ ok: true, value: null }));
    expect(calls).toEqual([[1], [2, 3]]);
    await queue.settled();
    expect(queue.isWaiting()).toBe(false);
  });

  it('are refused together, and the next goes out again', async () => {
    let full = true;
    const queue = createAppendQueue(async () =>
      full ? { ok: false, code: 'disk-full', sentence: 'The disk is full.' } : { ok: true, value: null },
    );
    expect(await queue.append(Uint8Array.of(1))).toMatchObject({ ok: false, code: 'disk-full' });
    await queue.settled();
    expect(queue.isWaiting()).toBe(true);
    full = false;
    expect(await queue.append(Uint8Array.of(2))).toMatchObject({ ok: true });
    await queue.settled();
    expect(queue.isWaiting()).toBe(false);
  });
});

describe('the address of the browser edition', () => {
  function createPage(hash: string) {
    const store = new Map<string, string>();
    const shown: string[] = [];
    const page = {
      location: { hash, pathname: '/', origin: 'http://192.168.1.5:4717' },
      history: { replaceState: (_state: unknown, _title: string, url: string) => void shown.push(url) },
      sessionStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => void store.set(key, value),
        removeItem: (key: string) => void store.delete(key),
      },
    };
    return { page: page as unknown as Window, shown, store };
  }

  it('gives its token once, loses it from sight, and a reload finds it', () => {
    const { page, shown, store } = createPage('#t=secret&jam=a');
    expect(takeAddress(page)).toEqual({ token: 'secret', jam: 'a' });
    expect(shown).toEqual(['/']);
    expect([...store.values()]).toEqual(['secret']);
    Object.assign(page.location, { hash: '' });
    expect(takeAddress(page)).toEqual({ token: 'secret', jam: null });
  });

  it('without a token gives none', () => {
    expect(takeAddress(createPage('').page)).toEqual({ token: null, jam: null });
  });

  it('of a guest gives its invite, loses it from sight, and a reload finds it and the jam that was open', () => {
    const { page, shown, store } = createPage('#AbC-123_');
    const link = 'http://192.168.1.5:4717/#AbC-123_';
    expect(takeGuestAddress(page)).toEqual({ invite: link, jam: null });
    expect(shown).toEqual(['/']);
    Object.assign(page.location, { hash: '' });
    expect(takeGuestAddress(page)).toEqual({ invite: link, jam: null });
    store.set('riffroom.jam', 'a');
    expect(takeGuestAddress(page)).toEqual({ invite: link, jam: 'a' });
  });

  it('of a guest who opens another invite in the same tab leads there', () => {
    const { page, store } = createPage('#Another');
    store.set('riffroom.jam', 'a');
    expect(takeGuestAddress(page)).toEqual({ invite: 'http://192.168.1.5:4717/#Another', jam: null });
  });
});
