import { MODULE, type Point, type Rect, rowsHeight } from '../model/geometry.ts';
import type { Bond, Brief, Outcome } from '../model/snapshot.ts';

/** A jam as data: who wrote what, when and where. Whoever turns it into a log gives each person a session. */
export interface SampleJam {
  readonly title: string;
  readonly brief: Omit<Brief, 'title'>;
  /** A person's ref. */
  readonly host: string;
  /** How long it took; every `minute` lies within. */
  readonly minutes: number;
  readonly people: readonly SamplePerson[];
  readonly groups: readonly SampleGroup[];
  /** Parents before children, in the order of their minutes. */
  readonly ideas: readonly SampleIdea[];
  readonly connectors: readonly SampleConnector[];
  readonly comments: readonly SampleComment[];
  readonly decisions: readonly SampleDecision[];
}

export interface SamplePerson {
  readonly ref: string;
  readonly name: string;
  readonly expertise: string;
}

/** In modules; `row` is that of its first sheets, the head stands above it. */
export interface SampleGroup {
  readonly ref: string;
  readonly name: string;
  readonly role: 'area' | 'fresh';
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export interface SampleIdea {
  readonly ref: string;
  readonly author: string;
  readonly kind: string;
  readonly text: string;
  /** Markdown. */
  readonly detail?: string;
  readonly parents: readonly { readonly ref: string; readonly bond: Bond }[];
  readonly group: string;
  /** In modules, on the board. A root with riffs takes the module below it too. */
  readonly column: number;
  readonly row: number;
  /** Since the start. */
  readonly minute: number;
}

export interface SampleConnector {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly by: string;
  readonly minute: number;
}

export interface SampleComment {
  readonly idea: string;
  readonly by: string;
  readonly text: string;
  readonly minute: number;
}

export interface SampleDecision {
  readonly idea: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** A person's ref, or null: nobody was volunteered. */
  readonly owner: string | null;
  readonly firstStep: string;
  /** Counted from the day of the jam. */
  readonly dueInDays: number | null;
  readonly by: string;
  readonly minute: number;
}

/** Page units, top left. */
export function modulePoint({ column, row }: { readonly column: number; readonly row: number }): Point {
  return { x: column * MODULE.pitchX, y: row * MODULE.pitchY };
}

/** Page units; `head` is the height of a group's head (`GROUP_HEAD` in ideas). */
export function sampleGroupRect(group: SampleGroup, head: number): Rect {
  const { x, y } = modulePoint(group);
  return { x, y: y - head, w: group.columns * MODULE.pitchX - MODULE.gapX, h: head + rowsHeight(group.rows) };
}
