import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOurPage } from '../../electron/ipc/isOurPage.ts';
import { readHttps } from '../../electron/ipc/readHttps.ts';
import { resolvePagePath, servePage } from '../../electron/pages/servePage.ts';
import { tempFolder } from './support/tempFolder.ts';

describe('the page', () => {
  it('comes with a fresh nonce a load, the same in its policy and its markup', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
    const nonces = new Set<string>();
    for (let n = 0; n < 2; n++) {
      const { headers, body } = await servePage({ folder }, '/');
      const nonce = /nonce="([\w-]{24})"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
      const policy = headers['content-security-policy'];
      expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it('serves its parts with their type', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets/a-Xy_1.js'), 'x');
    const { status, headers } = await servePage({ folder }, '/assets/a-Xy_1.js');
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'nosniff',
    ]);
  });

  it.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/assets/../../secret.js',
    '//secret.js',
    '/.env.js',
    '/a\\b.js',
    '/a.exe',
    '/a',
    '/%00.js',
    '/a.js/',
    'a.js',
  ])('has no %s', async (path) => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'secret.js'), 'x');
    expect(resolvePagePath(path)).toBeNull();
    expect((await servePage({ folder: join(folder, 'out') }, path)).status).toBe(404);
  });
});

describe('who may speak to the main process', () => {
  it.each([
    ['app://riffroom/', true],
    ['app://riffroom/index.html#x', true],
    ['app://riffroom.example/', false],
    ['app://riffroom@example/', false],
    ['app://user@riffroom/', false],
    ['app://other/', false],
    ['https://riffroom/', false],
    ['file:///riffroom', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, ours) => {
    expect(isOurPage(url)).toBe(ours);
  });
});

describe('a link that is offered to the browser', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org', null],
    ['https://bank.example@evil.example/', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['smb://x', null],
    ['nonsense', null],
  ])('%s', (address, offered) => {
    expect(readHttps(address)).toBe(offered);
  });
});
