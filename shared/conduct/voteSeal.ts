/** A vote's key: made by the leading laptop, its secret half sealed to every host's device, so that a dead one costs nothing. */
import type { Ballot, CourseRecords, Run } from '../model/course.ts';
import type { DeviceId, MemberId } from '../model/ids.ts';
import { decodeDots, encodeDots } from '../phases/ballot.ts';
import type { Placed } from '../phases/tally.ts';
import { fromBase64Url, toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { type BoxPair, boxPair, openBox, sealBox } from '../util/sealedBox.ts';

export interface RunSeal {
  readonly key: string;
  readonly holders: ReadonlyMap<DeviceId, string>;
}

/** The secret of this device's own box: a signature that only its key can make, always the same one. */
export const boxSeed = (jam: string): string => `sealed boxes of ${jam}`;

export function sealRun(records: CourseRecords, hosts: ReadonlySet<MemberId>, context: Context): RunSeal {
  const pair = boxPair(context.randomBytes(32));
  const holders = new Map<DeviceId, string>();
  for (const { device, member, key } of records.boxKeys.values()) {
    const theirs = hosts.has(member) ? fromBase64Url(key) : null;
    if (theirs?.length !== 32) continue;
    holders.set(device, toBase64Url(sealBox(theirs, pair.secret, context.randomBytes)));
  }
  return { key: toBase64Url(pair.publicKey), holders };
}

/** The run's pair, when this device is one of its holders. */
export function openRunSeal(run: Run, device: DeviceId, own: BoxPair): BoxPair | null {
  const box = fromBase64Url(run.holders.get(device) ?? '');
  const secret = box === null ? null : openBox(own, box);
  if (secret?.length !== 32) return null;
  const pair = boxPair(secret);
  return toBase64Url(pair.publicKey) === run.seal ? pair : null;
}

/** null when the run has no key that anything could be sealed to. */
export function sealDots(
  run: Run,
  placed: Placed,
  seat: { readonly by: MemberId; readonly device: DeviceId },
  context: Context,
): string | null {
  const key = fromBase64Url(run.seal ?? '');
  if (key?.length !== 32) return null;
  return toBase64Url(sealBox(key, encodeDots(placed, run, seat), context.randomBytes));
}

export function openDots(run: Run, ballot: Ballot, pair: BoxPair): Placed | null {
  const box = fromBase64Url(ballot.box);
  const bytes = box === null ? null : openBox(pair, box);
  return bytes === null ? null : decodeDots(bytes, run, ballot);
}
