import type { IdeaId } from '../../shared/model/ids.ts';
import type { JamView } from '../session/jamSession.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import type { WallSheet } from './wallScene.ts';

/** Longer texts are read on a laptop. */
const LONGEST = 160;

export function describeSheet(view: JamView, idea: IdeaId): WallSheet {
  const { label, ink, ink2 } = ideaLook(view, idea);
  const found = view.snapshot.ideas.get(idea);
  const text = found?.text ?? '';
  return {
    label,
    text: text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text,
    kind: found?.kind ?? 'note',
    ink,
    ink2,
  };
}
