import { describe, expect, it, vi } from 'vitest';
import { openLogCache } from '../../../renderer/session/logCache.ts';
import { provideBrowserDatabase } from '../../support/browserDatabase.ts';
import { openPerson } from '../../support/threePeople.ts';

provideBrowserDatabase();

const place = { board: 'main', group: null, x: 0, y: 0, auto: false };

describe('the log cache', () => {
  it('alone restores the jam when the journal is gone', async () => {
    const alice = openPerson('alice', 1);
    const cache = openLogCache('cached', alice.jam.log, 4_000, 0);
    await cache.ready;
    alice.jam.run('idea.add', { place, text: 'kept twice' });
    await cache.dispose();

    const again = openPerson('alice', 2);
    const second = openLogCache('cached', again.jam.log, 4_000, 0);
    expect(await second.ready).toBe('ready');
    expect([...again.jam.snapshot().ideas.values()].map((idea) => idea.text)).toEqual(['kept twice']);
    await second.dispose();
  });

  it('is let go when the database never answers, and the jam goes on', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const alice = openPerson('alice', 3);
    const cache = openLogCache('silent', alice.jam.log, 50, 0);
    expect(await cache.ready).toBe('absent');
    expect(alice.jam.run('idea.add', { place, text: 'still works' }).ok).toBe(true);
    await cache.dispose();
    open.mockRestore();
  });

  it('is let go when the database is closed under it, as a full disk does, and nothing that is written is lost', async () => {
    const opened: IDBDatabase[] = [];
    const real = indexedDB.open.bind(indexedDB);
    const open = vi.spyOn(indexedDB, 'open').mockImplementation((name) => {
      const request = real(name);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    });
    const alice = openPerson('alice', 5);
    const cache = openLogCache('closed', alice.jam.log, 4_000, 0);
    expect(await cache.ready).toBe('ready');
    for (const database of opened) database.close();
    const kept: unknown[] = [];
    alice.jam.log.onRecords(({ envelopes }) => kept.push(...envelopes));
    for (const text of ['one', 'two']) expect(alice.jam.run('idea.add', { place, text }).ok).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(2);
    await cache.dispose();
    open.mockRestore();
  });

  it('is let go when the database refuses to open', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('blocked');
    });
    const alice = openPerson('alice', 4);
    const cache = openLogCache('refused', alice.jam.log, 50, 0);
    expect(await cache.ready).toBe('absent');
    await cache.dispose();
    open.mockRestore();
  });
});
