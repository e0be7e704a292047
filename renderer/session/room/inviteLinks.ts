import { encodeInvite, writeAppLink, writeGuestLink } from '../../../shared/circle/invite.ts';
import { hashDevice } from '../../../shared/circle/room.ts';
import { fromBase64Url } from '../../../shared/util/bytes.ts';
import type { InviteLinks } from '../../stores/roomStore.ts';

/** Good for a week: long enough for the day after, short enough for a lost slip of paper. */
const lasts = 7 * 24 * 60 * 60 * 1000;

interface Inviting {
  readonly jam: string;
  /** The room's, base64url. */
  readonly secret: string;
  /** Whoever invites: their device key, base64url. */
  readonly device: string;
  readonly addresses: readonly string[];
  /** ms since 1970 */
  readonly now: number;
}

/** One invite in each of its forms. */
export function inviteLinks({ jam, secret, device, addresses, now }: Inviting): InviteLinks {
  const payload = encodeInvite({
    jam,
    secret: fromBase64Url(secret) as Uint8Array,
    host: hashDevice(fromBase64Url(device) as Uint8Array),
    expires: now + lasts,
    addresses,
  });
  return { app: writeAppLink(payload), web: addresses.map((address) => writeGuestLink(address, payload)) };
}
