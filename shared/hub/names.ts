/** The names that travel: topics, hub and relay addresses, all random or hashed, and addresses of hubs. */

/** `base64url(sha256('topic', secret))`: all that a hub ever sees of a room. */
export function isTopic(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** 16 random bytes in base64url: a hub's id, a relay address, a nonce, a publish's id. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{21}[AQgw]$/.test(value);
}

export interface HubAddress {
  /** `http://host:port`, the one spelling. */
  readonly address: string;
  /** On the machine that dials. */
  readonly loopback: boolean;
}

/**
 * An address as in an invite, or null. Only literal addresses and names of the local network: a hub answers to no other
 * name, and an invite shall not make anybody look up a name on the internet.
 */
export function readHubAddress(value: unknown): HubAddress | null {
  if (typeof value !== 'string' || value.length > 120) return null;
  const [, host = '', port = ''] =
    /^http:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]):([0-9]{1,5})\/?$/i.exec(value) ?? [];
  const name = host.toLowerCase();
  const number = Number(port);
  if (number < 1024 || number > 65_535) return null;
  if (!isIpv4(name) && !name.startsWith('[') && name !== 'localhost' && !/^[a-z0-9-]+\.local$/.test(name))
    return null;
  const loopback = name === 'localhost' || name === '[::1]' || (isIpv4(name) && name.startsWith('127.'));
  return { address: `http://${name}:${number}`, loopback };
}

function isIpv4(name: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/.test(name);
}
