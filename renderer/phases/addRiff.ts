/** Lays a riff that was written on another screen than the board. */
import { ideaKind } from '../../shared/ideas/kinds.ts';
import { placeForRiff } from '../../shared/ideas/placement.ts';
import { rowsOfText } from '../../shared/ideas/sheetText.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Bond } from '../../shared/model/snapshot.ts';
import { laidOf } from '../ideas/makeIdea.ts';
import type { JamSession } from '../session/jamSession.ts';

/** false: refused, and said so. */
export function addRiff(session: JamSession, parent: IdeaId, bond: Bond, text: string): boolean {
  const kind = bond === 'question' ? 'question' : 'note';
  const rows = rowsOfText(text.trim(), ideaKind(kind).cut);
  const place = placeForRiff(session.view().snapshot, laidOf(session), parent, rows);
  if (place === null) return false;
  return session.run('idea.add', { place, text: text.trim(), kind, parents: [{ idea: parent, bond }] }).ok;
}
