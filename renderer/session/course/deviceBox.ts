import { boxSeed } from '../../../shared/conduct/voteSeal.ts';
import type { Shell } from '../../../shared/ipc/shell.ts';
import type { JamId } from '../../../shared/model/ids.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { ok, type Result, refuse } from '../../../shared/util/result.ts';
import { type BoxPair, boxPair } from '../../../shared/util/sealedBox.ts';

/**
 * This device's pair for what is sealed to it in this jam. Its secret is the hash of a signature that only the device's
 * key can make (Ed25519 signs the same message always alike): nothing has to be kept, and it outlives a restart.
 */
export async function deviceBox(shell: Pick<Shell, 'sign'>, jam: JamId): Promise<Result<BoxPair>> {
  const signed = await shell.sign('box', toUtf8(boxSeed(jam)));
  return signed.ok ? ok(boxPair(sha256(signed.value))) : refuse(signed.code, signed.sentence);
}
