import { letterOf } from '../ideas/labels.ts';
import type { IdeaId } from '../model/ids.ts';
import type { CallClaim } from '../model/snapshot.ts';

/** The words of a claim: a root's letters, or its root's label and the riff's number. */
export function labelOfClaim(claim: CallClaim, labels: ReadonlyMap<IdeaId, string>): string {
  return claim.root === null ? letterOf(claim.n) : `${labels.get(claim.root) ?? '?'}${claim.n}`;
}
