/** The built page (out/renderer) as answers to paths. Nothing outside that folder, and nothing that is no plain file. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { buildContentPolicy, noncePlaceholder, plainHeaders } from './contentPolicy.ts';

export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface PageOptions {
  /** The folder with index.html. */
  readonly folder: string;
  readonly sockets?: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
};

/** One name: letters, digits, and what Vite writes; never beginning with a dot, so neither `..` nor hidden files. */
const segment = /^[A-Za-z0-9_-][A-Za-z0-9_.@-]*$/;

/** The path inside the folder, or null. `pathname` is as in a URL; an encoded character makes it nobody's. */
export function resolvePagePath(pathname: string): string | null {
  if (pathname === '/' || pathname === '') return 'index.html';
  const parts = pathname.split('/').slice(1);
  if (pathname[0] !== '/' || parts.length > 8 || !parts.every((part) => segment.test(part))) return null;
  return types[extname(pathname)] === undefined ? null : parts.join('/');
}

export async function servePage(options: PageOptions, pathname: string): Promise<PageAnswer> {
  const path = resolvePagePath(pathname);
  if (path === null) return notFound;
  try {
    const body = new Uint8Array(await readFile(join(options.folder, path)));
    return path.endsWith('.html') ? withNonce(options, body) : plain(path, body);
  } catch {
    return notFound;
  }
}

function withNonce(options: PageOptions, body: Uint8Array): PageAnswer {
  const nonce = randomBytes(18).toString('base64url');
  const html = new TextDecoder().decode(body).replaceAll(noncePlaceholder, nonce);
  return {
    status: 200,
    headers: {
      ...plainHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': buildContentPolicy(nonce, options.sockets),
      'cache-control': 'no-store',
    },
    body: new TextEncoder().encode(html),
  };
}

function plain(path: string, body: Uint8Array<ArrayBuffer>): PageAnswer {
  const type = types[extname(path)] ?? 'application/octet-stream';
  // Vite's assets carry a hash in their name; everything else may change under the same one.
  const cache = path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
  return { status: 200, headers: { ...plainHeaders, 'content-type': type, 'cache-control': cache }, body };
}

const notFound: PageAnswer = {
  status: 404,
  headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('Riffroom has no such page.\n'),
};
