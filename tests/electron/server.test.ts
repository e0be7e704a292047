/** Who the browser edition turns away. Raw requests, as a hostile page or program would make them. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserEdition, startServer } from '../../electron/serve/startServer.ts';
import { openMachine } from '../../electron/service/machine.ts';
import { tempFolder } from './support/tempFolder.ts';

interface Running {
  readonly edition: BrowserEdition;
  readonly folder: string;
  readonly token: string;
}

async function run(port = 0): Promise<Running> {
  const folder = await tempFolder();
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), '<p nonce="__CSP_NONCE__">Riffroom</p>');
  const machine = await openMachine({ profile: join(folder, 'profile'), version: '1' });
  const edition = await startServer({ machine, pageFolder: join(folder, 'page'), port });
  onTestFinished(() => edition.close());
  return { edition, folder, token: new URL(edition.address).hash.slice(3) };
}

interface Heard {
  readonly status: number;
  readonly text: string;
  readonly headers: Record<string, unknown>;
}

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part.toString('utf8');
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = (
  { edition, token }: Running,
  name: string,
  args: unknown[],
  more: Record<string, string> = {},
): Promise<Heard> =>
  ask(
    edition.port,
    'POST',
    `/api/${name}`,
    { authorization: `Bearer ${token}`, ...more },
    JSON.stringify(args),
  );

describe('the browser edition', () => {
  it('has the token in the fragment only, and a policy on its page', async () => {
    const { edition, token } = await run();
    expect(edition.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{32}$/);
    const page = await ask(edition.port, 'GET', '/');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(token);
    expect(page.text).not.toContain('__CSP_NONCE__');
    expect(page.headers['content-security-policy']).toContain(`ws://127.0.0.1:${edition.port}`);
  });

  it('listens on the loopback only', async () => {
    const { edition } = await run();
    const socket = connect({ host: '127.0.0.1', port: edition.port, localAddress: '127.0.0.2' });
    const reached = await new Promise((done) => {
      socket.once('connect', () => done(socket.remoteAddress));
      socket.once('error', () => done(null));
    });
    socket.destroy();
    expect(reached).toBe('127.0.0.1');
    const elsewhere = connect({ host: '127.0.0.3', port: edition.port });
    const refused = await new Promise((done) => {
      elsewhere.once('connect', () => done(false));
      elsewhere.once('error', () => done(true));
    });
    elsewhere.destroy();
    expect(refused).toBe(true);
  });

  it.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer AAAA' }, 401],
    ['another scheme', { authorization: 'Basic AAAA' }, 401],
  ])('turns away %s', async (_name, headers, status) => {
    const { edition } = await run();
    const heard = await ask(edition.port, 'POST', '/api/listJams', headers, '[]');
    expect(heard.status).toBe(status);
    expect(heard.text).toMatch(/whole address/);
  });

  it.each([
    ['a rebound name', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another page', { origin: 'http://evil.example' }],
    ['a page on another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('turns away %s even with the token', async (_name, headers) => {
    const running = await run();
    const heard = await call(running, 'listJams', [], headers);
    expect(heard.status).toBe(403);
  });

  it('turns a rebound name away from its page too', async () => {
    const { edition } = await run();
    expect((await ask(edition.port, 'GET', '/', { host: 'evil.example' })).status).toBe(403);
  });

  it('turns a socket away without token, Origin or seat', async () => {
    const running = await run();
    const { edition, token } = running;
    const { seat } = JSON.parse((await call(running, 'start', [])).text) as { seat: string };
    const origin = `http://127.0.0.1:${edition.port}`;
    const opens = (protocols: string[], options: { origin?: string }): Promise<boolean> =>
      new Promise((done) => {
        const socket = new WebSocket(`ws://127.0.0.1:${edition.port}/socket`, protocols, options);
        socket.once('open', () => {
          socket.terminate();
          done(true);
        });
        socket.once('error', () => done(false));
      });
    const right = ['riffroom', `riffroom.t.${token}`, `riffroom.s.${seat}`];
    expect(await opens(right, { origin })).toBe(true);
    expect(await opens(right, {})).toBe(false);
    expect(await opens(right, { origin: 'http://evil.example' })).toBe(false);
    expect(await opens(['riffroom', `riffroom.s.${seat}`], { origin })).toBe(false);
    expect(await opens(['riffroom', `riffroom.t.${token}`, 'riffroom.s.none'], { origin })).toBe(false);
  });

  it('knows its calls only', async () => {
    const running = await run();
    const { seat } = JSON.parse((await call(running, 'start', [])).text) as { seat: string };
    const withSeat = { 'x-riffroom-seat': seat };
    for (const name of ['constructor', 'toString', 'openWindow', 'nonsense']) {
      expect((await call(running, name, [], withSeat)).status).toBe(404);
    }
    expect(
      (await ask(running.edition.port, 'GET', '/api/listJams', { authorization: `Bearer ${running.token}` }))
        .status,
    ).toBe(405);
    expect((await call(running, 'listJams', [])).status).toBe(410);
    expect(
      (
        await ask(
          running.edition.port,
          'POST',
          '/api/listJams',
          { ...withSeat, authorization: `Bearer ${running.token}` },
          '{"a"',
        )
      ).status,
    ).toBe(400);
  });

  it('does not read a body that claims, or sends, too much', async () => {
    const running = await run();
    const { seat } = JSON.parse((await call(running, 'start', [])).text) as { seat: string };
    const headers = { 'x-riffroom-seat': seat, authorization: `Bearer ${running.token}` };
    const claimed = await new Promise<Heard>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: running.edition.port,
          method: 'POST',
          path: '/api/putCard',
          headers: { ...headers, 'content-length': String(10 * 1024 ** 3) },
        },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0, text: '', headers: response.headers });
          sent.destroy();
        },
      );
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(claimed.status).toBe(413);
    const chunked = await ask(
      running.edition.port,
      'POST',
      '/api/saveSettings',
      { ...headers, 'transfer-encoding': 'chunked' },
      'x'.repeat(200_000),
    );
    expect(chunked.status).toBe(413);
  });

  it('writes nothing outside its profile, whatever a jam is called', async () => {
    const running = await run();
    const { seat } = JSON.parse((await call(running, 'start', [])).text) as { seat: string };
    for (const jam of ['../../escaped', '..', '%2e%2e%2fescaped', 'a/../../escaped']) {
      await call(running, 'openJournal', [jam], { 'x-riffroom-seat': seat });
      await call(running, 'saveView', [jam, { x: 1 }], { 'x-riffroom-seat': seat });
    }
    expect((await readdir(running.folder)).sort()).toEqual(['page', 'profile']);
    expect((await readdir(join(running.folder, 'profile'))).sort()).toEqual(['identity.json']);
  });

  it('saves back only to a file that it was given', async () => {
    const running = await run();
    const { seat } = JSON.parse((await call(running, 'start', [])).text) as { seat: string };
    const path = join(running.folder, 'target.md');
    const headers = {
      'x-riffroom-seat': seat,
      'x-riffroom-arguments': encodeURIComponent(JSON.stringify(['target.md', 'Markdown', path])),
    };
    const heard = await call(running, 'saveFile', [], headers);
    expect(JSON.parse(heard.text)).toEqual({ ok: true, value: null });
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('takes the next port when its own is taken', async () => {
    const first = await run();
    const second = await run(first.edition.port);
    expect(second.edition.port).not.toBe(first.edition.port);
    expect((await ask(second.edition.port, 'GET', '/')).status).toBe(200);
  });
});
