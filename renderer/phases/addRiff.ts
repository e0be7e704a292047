/** Lays a riff that was written on another screen than the board. */
import { planRiff, type WrittenRiff } from '../../shared/ideas/planRiff.ts';
import { laidOf } from '../ideas/makeIdea.ts';
import type { JamSession } from '../session/jamSession.ts';

/** false: refused, and said so. */
export function addRiff(session: JamSession, riff: WrittenRiff): boolean {
  const planned = planRiff(session.view().snapshot, laidOf(session), riff);
  return planned !== null && session.run('idea.add', planned).ok;
}
