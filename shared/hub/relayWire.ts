/**
 * Opaque frames between two pages that find no direct path. Binary, but for two notes in text.
 *
 * ```
 * hub -> page    {"address": name}      at once: what others call this socket
 * page -> hub    to[16] payload
 * hub -> page    from[16] payload
 * hub -> page    {"gone": name}         a frame to this address could not be passed on
 * hub <-> hub    asked:1bit hops:7bit id[16] to[16] from[16] payload
 *                id: zeros, or what tells copies of one frame: it once went to every neighbour
 * ```
 * Frames between two addresses arrive in the order sent. One that is lost with a broken link between hubs is not told.
 */
import { concatBytes, fromBase64Url, toBase64Url } from '../util/bytes.ts';
import { maxHops, maxPayloadBytes } from './limits.ts';

export const nameBytes = 16;
const headBytes = 1 + 3 * nameBytes;
export const maxClientFrameBytes = nameBytes + maxPayloadBytes;
export const maxHubFrameBytes = headBytes + maxPayloadBytes;
const noId = toBase64Url(new Uint8Array(nameBytes));

export interface RelayFrame {
  readonly to: string;
  readonly from: string;
  readonly payload: Uint8Array;
  /** How often it may still be passed from hub to hub. */
  readonly hops: number;
  /** Set when copies of it may be on their way, so that each hub passes it on once. */
  readonly id: string | null;
  /** Nobody has known yet where `to` is. */
  readonly asked: boolean;
}

export function readClientFrame(bytes: Uint8Array, from: string): RelayFrame | null {
  if (bytes.length < nameBytes || bytes.length > maxClientFrameBytes) return null;
  return {
    to: nameAt(bytes, 0),
    from,
    payload: bytes.subarray(nameBytes),
    hops: maxHops,
    id: null,
    asked: false,
  };
}

export function writeClientFrame({ from, payload }: RelayFrame): Uint8Array {
  return concatBytes(bytesOf(from), payload);
}

export function readHubFrame(bytes: Uint8Array): RelayFrame | null {
  const hops = (bytes[0] ?? 0) & 0x7f;
  if (bytes.length < headBytes || bytes.length > maxHubFrameBytes || hops < 1 || hops > maxHops) return null;
  const id = nameAt(bytes, 1);
  return {
    hops,
    asked: (bytes[0] ?? 0) > 0x7f,
    id: id === noId ? null : id,
    to: nameAt(bytes, 1 + nameBytes),
    from: nameAt(bytes, 1 + 2 * nameBytes),
    payload: bytes.subarray(headBytes),
  };
}

export function writeHubFrame({ hops, asked, id, to, from, payload }: RelayFrame): Uint8Array {
  return concatBytes(
    Uint8Array.of(hops | (asked ? 0x80 : 0)),
    bytesOf(id ?? noId),
    bytesOf(to),
    bytesOf(from),
    payload,
  );
}

function nameAt(bytes: Uint8Array, at: number): string {
  return toBase64Url(bytes.subarray(at, at + nameBytes));
}

function bytesOf(name: string): Uint8Array {
  return fromBase64Url(name) as Uint8Array;
}
