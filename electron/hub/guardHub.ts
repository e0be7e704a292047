/**
 * Who may speak to the hub. Every page in every browser that reaches this machine could try, so a socket's Host must be
 * an address of ours (DNS rebinding) and its Origin one of our pages; only what is no browser sends none.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isToken } from './token.ts';

export interface OwnPages {
  readonly port: number;
  readonly token: string;
  readonly origins: readonly string[];
}

/** This app's own page, at its server on the loopback. */
export function isOwnPage(headers: IncomingHttpHeaders, shown: string | null, own: OwnPages): boolean {
  const { host = '', origin } = headers;
  const ours = [`127.0.0.1:${own.port}`, `localhost:${own.port}`];
  return (
    ours.includes(host) && origin !== undefined && own.origins.includes(origin) && isToken(shown, own.token)
  );
}

/** `addresses`: those of this machine, without port or brackets. */
export function isOurHost(host: string | undefined, port: number, addresses: readonly string[]): boolean {
  const [, literal = '', named = '', at] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+)):(\d+)$/i.exec(host ?? '') ?? [];
  if (Number(at) !== port) return false;
  const name = (literal || named).toLowerCase();
  if (isIP(name)) return addresses.includes(name) || name === '::1' || name.startsWith('127.');
  return name === 'localhost' || /^[a-z0-9-]+\.local$/.test(name);
}

/** A guest's page from this very address, the app's page of another laptop, or another hub, which is no page. */
export function isGuestOrigin({ host, origin }: IncomingHttpHeaders): boolean {
  return origin === undefined || origin === 'app://riffroom' || origin === `http://${host}`;
}
