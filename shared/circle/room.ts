import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { hashParts } from '../util/hash.ts';

/** A room is who knows its secret. Whoever has it can find the others and prove to them that they were invited. */
export const roomSecretBytes = 32;

export function createRoomSecret(context: Context): Uint8Array {
  return context.randomBytes(roomSecretBytes);
}

/** The only thing a hub ever sees of a room, 43 characters: whoever knows it can't tell the secret from it. */
export function roomTopic(secret: Uint8Array): string {
  return toBase64Url(hashParts('topic', secret));
}

export const deviceHashBytes = 16;

/** A device's key as an invite names it: enough to know it again, half as long. */
export function hashDevice(device: Uint8Array): Uint8Array {
  return hashParts('device', device).subarray(0, deviceHashBytes);
}
