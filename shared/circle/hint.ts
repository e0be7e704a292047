import { fromUtf8, toUtf8 } from '../util/bytes.ts';

/**
 * Where a hub may be: `http://HOST:PORT`, the host an IPv4 address, an IPv6 address in brackets, or a name. Nothing
 * else: no path, no user, no other scheme.
 */
export interface Hint {
  readonly host: string;
  readonly port: number;
}

const maxHostLetters = 63;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const ipv6 = /^\[[0-9a-f:.]{2,45}\]$/;
/** Names end in letters: what ends in a number is read as an IPv4 address by browsers, or refused. */
const name = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

export function isAddress(host: string): boolean {
  return ipv4.test(host) || ipv6.test(host);
}

function isHost(host: string): boolean {
  if (isAddress(host)) return true;
  return host.length <= maxHostLetters && name.test(host) && !/(?:^|\.)\d+$/.test(host);
}

/** Null for what is no address of a hub. Capital letters become small ones. */
export function readHint(address: string): Hint | null {
  const [, host = '', port = ''] =
    /^http:\/\/(\[[^\]]*\]|[^:/?#@]*):(\d{1,5})\/?$/.exec(address.toLowerCase()) ?? [];
  const hint = { host, port: Number(port) };
  return isHost(host) && isPort(hint.port) ? hint : null;
}

export function writeHint({ host, port }: Hint): string {
  return `http://${host}:${port}`;
}

/**
 * ```
 * hint = 0 ipv4:4 bytes port:uint16 BE | length:uint8 host:ASCII port:uint16 BE
 * ```
 */
export function encodeHint({ host, port }: Hint): Uint8Array {
  const letters = ipv4.test(host) ? Uint8Array.from([0, ...host.split('.').map(Number)]) : toUtf8(` ${host}`);
  if (!ipv4.test(host)) letters[0] = letters.length - 1;
  return Uint8Array.from([...letters, port >> 8, port & 0xff]);
}

/** The hint at `at` and where the next begins, or null. */
export function decodeHint(bytes: Uint8Array, at: number): { hint: Hint; end: number } | null {
  const length = bytes[at] ?? 0;
  const end = at + 1 + (length === 0 ? 4 : length) + 2;
  if (end > bytes.length) return null;
  const letters = bytes.subarray(at + 1, end - 2);
  const host = length === 0 ? letters.join('.') : (fromUtf8(letters) ?? '');
  const port = ((bytes[end - 2] ?? 0) << 8) | (bytes[end - 1] ?? 0);
  return isHost(host) && isPort(port) ? { hint: { host, port }, end } : null;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}
