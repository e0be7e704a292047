/** Who a guest's browser is: a device key and a member id, made at the first visit and kept with the page's address. */
import * as v from 'valibot';
import type { DeviceId, MemberId } from '../../../shared/model/ids.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/util/bytes.ts';
import { createSigner, type SignPurpose } from '../../../shared/util/signature.ts';
import type { GuestStore } from './guestStore.ts';

export interface GuestIdentity {
  readonly device: DeviceId;
  readonly member: MemberId;
  /** See `Signer`. */
  sign(purpose: SignPurpose, message: Uint8Array): Uint8Array;
}

const key = 'identity';
const schema = v.object({
  secret: v.pipe(
    v.string(),
    v.check((text) => fromBase64Url(text)?.length === 32),
  ),
  member: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
});

export async function openGuestIdentity(store: GuestStore): Promise<GuestIdentity> {
  const known = v.safeParse(schema, await store.get(key));
  const identity = known.success
    ? known.output
    : { secret: toBase64Url(randomBytes(32)), member: toBase64Url(randomBytes(16)) };
  // A full disk makes somebody a stranger at the next visit; it keeps nobody out of this one.
  if (!known.success) await store.put(key, identity).catch(() => undefined);
  const { device, sign } = createSigner(fromBase64Url(identity.secret) as Uint8Array);
  return { device: toBase64Url(device), member: identity.member, sign };
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
