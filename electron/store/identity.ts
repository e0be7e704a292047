/**
 * Who this installation is: a device key (Ed25519) and a member id, made at the first start and kept in
 * `identity.json`, readable by its owner only. The secret half never leaves this module but through `sign`.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DeviceId, MemberId } from '../../shared/model/ids.ts';
import { fromBase64Url, toBase64Url, toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import { createSigner, type SignPurpose } from '../../shared/util/signature.ts';
import { describeTrouble, errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';
import { keepAside } from './keepAside.ts';
import { writeFileSafely } from './writeFileSafely.ts';

export interface Identity {
  /** base64url of the public key. */
  readonly device: DeviceId;
  readonly member: MemberId;
  /** See `Signer`. */
  sign(purpose: SignPurpose, message: Uint8Array): Uint8Array;
  /** When it had to be made anew, or could not be kept: one sentence for people. */
  readonly trouble: string | null;
}

const identitySchema = v.object({
  version: v.literal(1),
  secret: v.pipe(
    v.string(),
    v.check((text) => fromBase64Url(text)?.length === 32),
  ),
  member: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
});
type Stored = v.InferOutput<typeof identitySchema>;

const name = 'identity.json';

export async function openIdentity(files: FilePort, profile: string): Promise<Identity> {
  const text = await read(files, join(profile, name));
  const parsed = v.safeParse(identitySchema, text === null ? undefined : parseJson(text));
  if (parsed.success) return toIdentity(parsed.output, null);
  const fresh: Stored = {
    version: 1,
    secret: toBase64Url(randomBytes(32)),
    member: toBase64Url(randomBytes(16)),
  };
  try {
    await files.mkdir(profile, { recursive: true });
    const aside = text === null ? null : await keepAside(files, profile, name);
    await writeFileSafely(files, join(profile, name), toUtf8(`${JSON.stringify(fresh)}\n`), { mode: 0o600 });
    return toIdentity(
      fresh,
      aside &&
        `This laptop's key was damaged, so it has a new one and others will see it as a new device. The old one is kept as ${aside}.`,
    );
  } catch (error) {
    const { sentence } = describeTrouble(error, "this laptop's key");
    return toIdentity(fresh, `${sentence} Until then others see this laptop as a new device at each start.`);
  }
}

async function read(files: FilePort, path: string): Promise<string | null> {
  try {
    return await files.readFile(path, 'utf8');
  } catch (error) {
    // Unreadable is not missing: an empty text leads to a new key, with the old file kept aside.
    return errorCode(error) === 'ENOENT' ? null : '';
  }
}

function toIdentity(stored: Stored, trouble: string | null): Identity {
  const { device, sign } = createSigner(fromBase64Url(stored.secret) as Uint8Array);
  return { device: toBase64Url(device), member: stored.member, sign, trouble };
}
