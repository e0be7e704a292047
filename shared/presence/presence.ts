/**
 * What others may see of what I am doing now. Third scope of state: synced by awareness, part of nothing that is kept.
 * Everybody reads everybody's through `readPresence`: what a peer sends is hostile until parsed.
 */
import * as v from 'valibot';
import type { Point } from '../model/geometry.ts';
import type { BoardId, IdeaId, MemberId } from '../model/ids.ts';

/** What somebody does, as the flag at their cursor says it. */
export const VERBS = ['looking', 'writing', 'moving', 'riffing', 'commenting', 'deciding'] as const;
export type Verb = (typeof VERBS)[number];

export interface Presence {
  readonly member: MemberId;
  readonly name: string;
  /** In a page of somebody else's laptop, or a part of it: last in line to lead or to hold a key. */
  readonly guest: boolean;
  readonly verb: Verb;
  /** Where they are: `board` counts in the board view only. */
  readonly view: 'board' | 'list' | 'decide' | 'phase';
  readonly board: BoardId;
  readonly selection: readonly IdeaId[];
  /** Sheets in their hand, lifted off the board. */
  readonly holds: readonly IdeaId[];
  /** Where on the board they took them, page units: what they hold has moved as far as their pointer has since. */
  readonly grip: Point | null;
  /** The sheet whose text is under their editor. */
  readonly writing: IdeaId | null;
  /** How many sheets of theirs go in at the reveal. Only ever shown as a sum. */
  readonly drafts: number;
  /** They are done with this phase. Only ever shown as a sum. */
  readonly ready: boolean;
  /** The idea that they light on everybody's screen. */
  readonly lit: IdeaId | null;
  /** A host asks everybody to look up from their screen. */
  readonly lookUp: boolean;
  /** What the run's clock shows at theirs, ms, when this was said: the leading laptop's counts. */
  readonly clock: { readonly run: string; readonly elapsed: number } | null;
  /** The idea on their decide screen: the room follows the leading laptop's. */
  readonly deciding: IdeaId | null;
  /** What they see of the board, page units: for whoever follows them. */
  readonly sees: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null;
}

/** More than this many selected or held sheets are not told: the eye cannot follow them anyway. */
export const MAX_SHOWN = 24;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const ids = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.slice(0, MAX_SHOWN).filter((one): one is string => v.is(id, one))),
  ),
  [],
);
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e9), v.maxValue(1e9));
const extent = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1e9));

const schema = v.object({
  member: id,
  name: v.fallback(
    v.pipe(
      v.string(),
      v.transform((name) => name.replace(/\s+/gu, ' ').trim().slice(0, 80)),
    ),
    '',
  ),
  guest: v.fallback(v.boolean(), true),
  verb: v.fallback(v.picklist(VERBS), 'looking'),
  view: v.fallback(v.picklist(['board', 'list', 'decide', 'phase']), 'board'),
  board: v.fallback(id, 'main'),
  selection: ids,
  holds: ids,
  grip: v.fallback(v.nullable(v.object({ x: coordinate, y: coordinate })), null),
  writing: v.fallback(v.nullable(id), null),
  drafts: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)), 0),
  ready: v.fallback(v.boolean(), false),
  lit: v.fallback(v.nullable(id), null),
  lookUp: v.fallback(v.boolean(), false),
  deciding: v.fallback(v.nullable(id), null),
  clock: v.fallback(
    v.nullable(
      v.object({ run: id, elapsed: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9)) }),
    ),
    null,
  ),
  sees: v.fallback(v.nullable(v.object({ x: coordinate, y: coordinate, w: extent, h: extent })), null),
});

/** A fresh object of the known fields, or null when it does not even say who it is. Never throws. */
export function readPresence(state: unknown): Presence | null {
  const parsed = v.safeParse(schema, state);
  return parsed.success ? parsed.output : null;
}

/** The same for everybody who looks: by fields, not by identity. */
export function equalPresence(a: Presence, b: Presence): boolean {
  return (
    a.member === b.member &&
    a.name === b.name &&
    a.guest === b.guest &&
    a.verb === b.verb &&
    a.view === b.view &&
    a.board === b.board &&
    a.writing === b.writing &&
    a.drafts === b.drafts &&
    a.ready === b.ready &&
    a.lit === b.lit &&
    a.lookUp === b.lookUp &&
    a.deciding === b.deciding &&
    a.clock?.run === b.clock?.run &&
    a.clock?.elapsed === b.clock?.elapsed &&
    equalLists(a.selection, b.selection) &&
    equalLists(a.holds, b.holds) &&
    a.grip?.x === b.grip?.x &&
    a.grip?.y === b.grip?.y &&
    a.sees?.x === b.sees?.x &&
    a.sees?.y === b.sees?.y &&
    a.sees?.w === b.sees?.w &&
    a.sees?.h === b.sees?.h
  );
}

function equalLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
