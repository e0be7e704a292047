/**
 * The kinds of ideas. A kind is how its sheet is cut and how its foot is signed, never a colour.
 * A new kind is one entry here; menus, palette, importers and the help page read this list.
 */

/** square: plain · round: one round corner · clip: a clipped corner · rule: a heading rule · frame: an inner frame. */
export type Cut = 'square' | 'round' | 'clip' | 'rule' | 'frame';

export interface IdeaKind {
  /** What is stored. Never renamed. */
  readonly id: string;
  readonly title: string;
  /** One line for people. */
  readonly meaning: string;
  readonly cut: Cut;
  /** Name of the foot's drawing in the icon set, or null: a note is unsigned. */
  readonly sign: string | null;
}

const NOTE: IdeaKind = {
  id: 'note',
  title: 'Note',
  meaning: 'A thought, as it came',
  cut: 'square',
  sign: null,
};

export const IDEA_KINDS: readonly IdeaKind[] = [
  NOTE,
  {
    id: 'question',
    title: 'Question',
    meaning: 'What we need to find out',
    cut: 'round',
    sign: 'circle-help',
  },
  { id: 'risk', title: 'Risk', meaning: 'What could go wrong', cut: 'clip', sign: 'triangle-alert' },
  { id: 'insight', title: 'Insight', meaning: 'Something we learned', cut: 'rule', sign: 'lightbulb' },
  { id: 'proposal', title: 'Proposal', meaning: 'Something we could do', cut: 'frame', sign: 'flag' },
];

const byId = new Map(IDEA_KINDS.map((kind) => [kind.id, kind]));

/** The kind of a stored name. A name from a newer version looks like a note and keeps its name. */
export function ideaKind(id: string): IdeaKind {
  return byId.get(id) ?? NOTE;
}
