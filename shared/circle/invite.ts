import type { JamId } from '../model/ids.ts';
import { concatBytes, equalBytes, fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '../util/bytes.ts';
import { sha256 } from '../util/hash.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { decodeHint, encodeHint, type Hint, isAddress, readHint, writeHint } from './hint.ts';
import { deviceHashBytes, roomSecretBytes } from './room.ts';

/** What a link says: which room, how to prove that one was invited, and where to begin looking. */
export interface Invite {
  readonly jam: JamId;
  /** The room's secret. It stands behind the `#`, which no browser sends to a server. */
  readonly secret: Uint8Array;
  /** `hashDevice` of the key of whoever invites. */
  readonly host: Uint8Array;
  /** Wall time, ms, in whole seconds. */
  readonly expires: number;
  /** `http://HOST:PORT` of hubs, addresses before names, at most 8. */
  readonly addresses: readonly string[];
}

const version = 1;
const mostHints = 8;
/** So that a link is about 300 letters, and its QR can be read from a projector. */
const mostBytes = 222;
const checksumBytes = 4;
const headBytes = 2;
/** Clocks of laptops in one room may be a day apart. */
const clockSlackMs = 24 * 60 * 60 * 1000;
const jamId = /^[A-Za-z0-9_-]{1,64}$/;

const appLink = /^riffroom:\/\/join\/?#/i;
const guestLink = /^http:\/\/[^/?#@]+\/#/i;

/**
 * ```
 * payload = version:uint8 (1) length:uint8 jam secret:32 bytes host:16 bytes expires:uint32 BE hints:uint8 hint* checksum
 * jam     = length:uint8 ASCII
 * ```
 * base64url. `length` counts the whole payload, `checksum` is the first 4 bytes of the SHA-256 of all before it; these
 * two and the version stand so in every version to come. Addresses that are none, are too many, or make the link too
 * long are left out, names before addresses. Throws a RangeError on what no honest caller has.
 */
export function encodeInvite({ jam, secret, host, expires, addresses }: Invite): string {
  const seconds = Math.floor(expires / 1000);
  if (!jamId.test(jam) || secret.length !== roomSecretBytes || host.length !== deviceHashBytes) {
    throw new RangeError('Not an invite.');
  }
  if (!(seconds >= 0 && seconds < 2 ** 32)) throw new RangeError(`Not a time: ${expires}`);
  const time = new Uint8Array(4);
  new DataView(time.buffer).setUint32(0, seconds);
  const fixed = concatBytes(Uint8Array.of(jam.length), toUtf8(jam), secret, host, time);
  const hints: Uint8Array[] = [];
  let length = headBytes + fixed.length + 1 + checksumBytes;
  for (const hint of sortHints(addresses)) {
    const bytes = encodeHint(hint);
    if (hints.length === mostHints || length + bytes.length > mostBytes) break;
    hints.push(bytes);
    length += bytes.length;
  }
  const body = concatBytes(Uint8Array.of(version, length), fixed, Uint8Array.of(hints.length), ...hints);
  return toBase64Url(concatBytes(body, checksum(body)));
}

/** For somebody who has the app. */
export function writeAppLink(payload: string): string {
  return `riffroom://join#${payload}`;
}

/** For a browser, at a hub's address. */
export function writeGuestLink(address: string, payload: string): string {
  return `${address}/#${payload}`;
}

/**
 * Whether a text has the form of an invite, so that it is worth reading: `decodeInvite` then says what is wrong with it.
 * Nothing is ever opened or run by a link.
 */
export function isInviteLink(text: string): boolean {
  return appLink.test(text) || (guestLink.test(text) && hasForm(text.slice(text.indexOf('#') + 1)));
}

/**
 * Reads an app link, a guest link, or what stands behind their `#`, also where a mail has broken it into lines. Refuses
 * in a sentence; never throws. `now`: wall time, ms; an invite is taken for a day after its end.
 */
export function decodeInvite(text: string, now: number): Result<Invite> {
  const link = text.replace(/\s+/g, '');
  const isLink = appLink.test(link) || guestLink.test(link);
  if (link.length > 4096 || (!isLink && !hasForm(link))) return notAnInvite;
  const letters = isLink ? link.slice(link.indexOf('#') + 1) : link;
  if (!/^[A-Za-z0-9_-]*$/.test(letters)) return damaged;
  const length = fromBase64Url(letters.slice(0, 4))?.[1] ?? 0;
  if (length <= headBytes + checksumBytes || letters.length !== Math.ceil((length * 4) / 3)) return notWhole;
  const payload = fromBase64Url(letters);
  if (payload === null) return damaged;
  const body = payload.subarray(0, -checksumBytes);
  if (!equalBytes(checksum(body), payload.subarray(-checksumBytes))) return damaged;
  if (payload[0] !== version) return otherVersion;
  const invite = readBody(body);
  if (invite === null) return damaged;
  return now > invite.expires + clockSlackMs ? expired : ok(invite);
}

function readBody(body: Uint8Array): Invite | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const jamEnd = headBytes + 1 + (body[headBytes] ?? 0);
  const secretEnd = jamEnd + roomSecretBytes;
  const hostEnd = secretEnd + deviceHashBytes;
  const hintsAt = hostEnd + 4 + 1;
  if (hintsAt > body.length) return null;
  const jam = fromUtf8(body.subarray(headBytes + 1, jamEnd)) ?? '';
  const addresses: string[] = [];
  let at = hintsAt;
  for (let left = body[hintsAt - 1] ?? 0; left > 0; left--) {
    const read = decodeHint(body, at);
    if (read === null) return null;
    addresses.push(writeHint(read.hint));
    at = read.end;
  }
  if (at !== body.length || !jamId.test(jam)) return null;
  return {
    jam,
    secret: body.slice(jamEnd, secretEnd),
    host: body.slice(secretEnd, hostEnd),
    expires: view.getUint32(hostEnd) * 1000,
    addresses,
  };
}

/** Each once; addresses first, for a name needs somebody who resolves it. */
function sortHints(addresses: readonly string[]): Hint[] {
  const hints = [...new Set(addresses.map((address) => address.toLowerCase().replace(/\/$/, '')))]
    .map(readHint)
    .filter((hint) => hint !== null);
  return [...hints.filter(({ host }) => isAddress(host)), ...hints.filter(({ host }) => !isAddress(host))];
}

function checksum(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, checksumBytes);
}

/** Other pages have addresses with a fragment too; the shortest invite has 82 letters. */
function hasForm(payload: string): boolean {
  return /^[A-Za-z0-9_-]{80,400}$/.test(payload);
}

const notAnInvite = refuse(
  'no-invite',
  'This is not an invite to a jam; ask for the link again and copy all of it.',
);
const notWhole = refuse('invite-cut', 'This invite is not whole; copy the entire link and try again.');
const damaged = refuse(
  'invite-damaged',
  'This invite was changed on its way; copy the link again, or ask for a new one.',
);
const otherVersion = refuse(
  'invite-version',
  'This invite was made by a newer Riffroom; update yours, then open the link again.',
);
const expired = refuse('invite-expired', 'This invite has expired; ask whoever sent it for a new one.');
