/** A riff that is written before it is laid: as tall as its words, and a question where it asks. */
import type { IdeaId } from '../model/ids.ts';
import type { Bond, JamSnapshot, Place } from '../model/snapshot.ts';
import type { LaidBoard } from './ground.ts';
import { ideaKind } from './kinds.ts';
import { placeForRiff } from './placement.ts';
import { rowsOfText } from './sheetText.ts';

export interface WrittenRiff {
  /** What it riffs on. */
  readonly idea: IdeaId;
  readonly bond: Bond;
  readonly text: string;
}

interface PlannedRiff {
  readonly place: Place;
  readonly text: string;
  readonly kind: string;
  readonly parents: readonly { readonly idea: IdeaId; readonly bond: Bond }[];
}

/** What `idea.add` asks for; null when the parent is not on this board. */
export function planRiff(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  { idea, bond, text }: WrittenRiff,
): PlannedRiff | null {
  const kind = bond === 'question' ? 'question' : 'note';
  const words = text.trim();
  const place = placeForRiff(snapshot, laid, idea, rowsOfText(words, ideaKind(kind).cut));
  return place === null ? null : { place, text: words, kind, parents: [{ idea, bond }] };
}
