/** What an idea's sheet looks like, wherever it lies: ink, weight, letters and lines. */
import type { IdeaId } from '../model/ids.ts';
import type { Ink, SheetInk } from '../model/layout.ts';
import type { Idea, JamSnapshot } from '../model/snapshot.ts';
import { initialsOf } from './initials.ts';
import { inkOfLabel } from './inks.ts';
import { type Cut, ideaKind } from './kinds.ts';
import type { Lineage } from './lineage.ts';
import { type FittedText, fitRoot, fitSheet } from './sheetText.ts';
import type { IdeaStructure } from './structure.ts';

/** Weight of a sheet that nothing grew from, and what each idea that did adds. */
const LIGHTEST = 480;
const WEIGHT_STEP = 60;

export interface SheetLook {
  readonly label: string;
  readonly fresh: boolean;
  readonly ink: SheetInk;
  readonly ink2: Ink | null;
  readonly weight: number;
  readonly initials: string;
  readonly fit: FittedText;
  /** Large type on two rows or more; null unless it is a root with riffs whose text can be set so. */
  readonly rootFit: FittedText | null;
  /** What `fit` and `rootFit` were made from, to keep them. */
  readonly setFrom: { readonly text: string; readonly cut: Cut; readonly twoInks: boolean };
}

/** Whether an idea's author is shown. */
export type IsSigned = (idea: Pick<Idea, 'born'>) => boolean;

/**
 * @param before the look it had: its broken lines are kept where text and cut are the same.
 * @param initials `initialsOf`, perhaps remembered: a few people write many ideas.
 */
export function sheetLook(
  snapshot: JamSnapshot,
  { lineage, labels }: IdeaStructure,
  idea: Idea,
  before: SheetLook | undefined,
  isSigned: IsSigned = () => true,
  initials: (name: string) => string = initialsOf,
): SheetLook {
  const fresh = lineage.isFresh(idea.id);
  const ink = fresh ? 'stock' : treeInk(lineage, labels, idea.id);
  const ink2 = fresh ? null : secondInk(snapshot, lineage, labels, idea.id, ink);
  const { cut } = ideaKind(idea.kind);
  const setFrom = { text: idea.text, cut, twoInks: ink2 !== null };
  const wantsLarge = !fresh && lineage.isRoot(idea.id);
  const same =
    before !== undefined &&
    before.setFrom.text === idea.text &&
    before.setFrom.cut === cut &&
    before.setFrom.twoInks === setFrom.twoInks;
  return {
    label: labels.get(idea.id) ?? '',
    fresh,
    ink,
    ink2,
    weight: LIGHTEST + WEIGHT_STEP * lineage.growth(idea.id),
    initials: isSigned(idea) ? initials(snapshot.members.get(idea.born.author)?.name ?? '') : '',
    fit: same ? before.fit : fitSheet(idea.text, cut, setFrom.twoInks),
    rootFit: !wantsLarge
      ? null
      : same && before.rootFit
        ? before.rootFit
        : fitRoot(idea.text, cut, setFrom.twoInks),
    setFrom,
  };
}

function treeInk(lineage: Lineage, labels: ReadonlyMap<IdeaId, string>, id: IdeaId): Ink {
  return inkOfLabel(labels.get(lineage.rootOf(id)) ?? '');
}

/** The ink of the first other tree that it combines. */
function secondInk(
  snapshot: JamSnapshot,
  lineage: Lineage,
  labels: ReadonlyMap<IdeaId, string>,
  id: IdeaId,
  ink: SheetInk,
): Ink | null {
  const keys = lineage.parentRiffs(id);
  // The first parent's tree is its own.
  if (keys.length < 2) return null;
  const root = lineage.rootOf(id);
  for (const key of keys) {
    const riff = snapshot.riffs.get(key);
    if (riff?.bond !== 'combine' || lineage.rootOf(riff.parent) === root) continue;
    const other = treeInk(lineage, labels, riff.parent);
    if (other !== ink) return other;
  }
  return null;
}
