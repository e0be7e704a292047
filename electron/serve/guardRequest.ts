/**
 * Who may speak to the browser edition. It listens on the loopback, but every page in every browser on this machine
 * can reach that: so each call shows the token from the address, the Host must be ours (DNS rebinding), and an Origin,
 * where there is one, must be our own page.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isToken } from '../hub/token.ts';

export type Verdict = 'fine' | 'wrong-host' | 'wrong-origin' | 'no-token';

export interface GuardOptions {
  readonly port: number;
  readonly token: string;
}

/** For pages and their parts: no token yet (it stands in the fragment, which no server sees), nothing secret in them. */
export function guardPage(headers: IncomingHttpHeaders, { port }: GuardOptions): Verdict {
  return isOurHost(headers.host, port) ? 'fine' : 'wrong-host';
}

export function guardCall(headers: IncomingHttpHeaders, options: GuardOptions): Verdict {
  if (!isOurHost(headers.host, options.port)) return 'wrong-host';
  if (!isOurOrigin(headers.origin, headers.host)) return 'wrong-origin';
  const shown = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(headers.authorization ?? '')?.[1];
  return isToken(shown, options.token) ? 'fine' : 'no-token';
}

/** A browser can't put a header on a WebSocket; the token comes as a subprotocol, and the Origin must be there. */
export function guardSocket(headers: IncomingHttpHeaders, options: GuardOptions): Verdict {
  if (!isOurHost(headers.host, options.port)) return 'wrong-host';
  if (headers.origin === undefined || !isOurOrigin(headers.origin, headers.host)) return 'wrong-origin';
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const shown = offered.find((name) => name.startsWith(tokenProtocol))?.slice(tokenProtocol.length);
  return isToken(shown, options.token) ? 'fine' : 'no-token';
}

export const socketProtocol = 'riffroom';
export const tokenProtocol = 'riffroom.t.';
export const seatProtocol = 'riffroom.s.';

function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function isOurOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host}`;
}
