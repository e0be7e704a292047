/** Pages reach the hub from inside a real window and a real browser: policy, Origin and the session's guard let them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Shell } from '../../shared/ipc/shell.ts';
import { launchApp } from '../support/launchApp.ts';
import { CHROMIUM, launchBrowserEdition } from '../support/launchBrowserEdition.ts';

const topic = 'T'.repeat(43);

/** The first word that the page hears at this address after it said something, or 'closed'. */
function hear(page: Page, url: string, said: unknown[]): Promise<string> {
  return page.evaluate(
    ([to, messages]) =>
      new Promise<string>((answer) => {
        const socket = new WebSocket(to);
        socket.onopen = () => {
          for (const message of messages) socket.send(JSON.stringify(message));
        };
        socket.onmessage = ({ data }) => answer(String(data));
        // A page's policy that forbids the address makes an error, and no close.
        socket.onerror = () => answer('closed');
        socket.onclose = () => answer('closed');
      }),
    [url, said] as const,
  );
}

describe('the hub', () => {
  it('is reached by the app’s window, and by a guest in a browser while a jam is shared', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
    const running = await launchApp({ profile });
    const browser = await chromium.launch(CHROMIUM);
    try {
      const access = await running.page.evaluate(() =>
        (globalThis as unknown as { riffroom: Shell }).riffroom.hub(),
      );
      const { signaling, relay } = access.ok ? access.value : { signaling: '', relay: '' };
      expect(await hear(running.page, signaling, [{ type: 'ping' }])).toBe('{"type":"pong"}');
      expect(await hear(running.page, relay, [])).toMatch(/^\{"address":"[\w-]{22}"\}$/);

      const shared = await running.page.evaluate(async (name) => {
        const { riffroom } = globalThis as unknown as { riffroom: Shell };
        await riffroom.openJournal('e2e');
        return riffroom.shareTopic('e2e', name, null);
      }, topic);
      const address = shared.ok ? (shared.value.addresses[0] ?? '') : '';
      const guest = await browser.newPage();
      await guest.goto(address);
      expect(await guest.title()).toBe('Riffroom');
      const door = `${address.replace('http', 'ws')}/hub`;
      expect(await hear(guest, door, [{ type: 'ping' }])).toBe('{"type":"pong"}');
      const heard = hear(guest, door, [{ type: 'subscribe', topics: [topic] }]);
      const announce = { type: 'publish', topic, data: { type: 'announce', from: 'app' } };
      const speak = setInterval(() => {
        void hear(running.page, signaling, [
          { type: 'subscribe', topics: [topic] },
          announce,
          { type: 'ping' },
        ]);
      }, 200);
      expect(JSON.parse(await heard)).toEqual(announce);
      clearInterval(speak);
      expect(await hear(guest, signaling, [{ type: 'ping' }])).toBe('closed');
    } finally {
      await browser.close();
      await running.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });

  it('is reached by the browser edition’s tab', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
    const running = await launchBrowserEdition({ profile });
    try {
      const signaling = await running.page.evaluate(async () => {
        const authorization = `Bearer ${sessionStorage.getItem('riffroom.token')}`;
        const ask = async (name: string, seat: string) =>
          (
            await fetch(`/api/${name}`, {
              method: 'POST',
              headers: { authorization, 'x-riffroom-seat': seat },
              body: '[]',
            })
          ).json();
        const { seat } = await ask('start', '');
        return (await ask('hub', seat)).value.signaling as string;
      });
      expect(await hear(running.page, signaling, [{ type: 'ping' }])).toBe('{"type":"pong"}');
    } finally {
      await running.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
