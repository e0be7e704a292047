import type { Point, Rect } from '../model/geometry.ts';
import type { Bond, BriefField } from '../model/snapshot.ts';

/**
 * What every importer makes: plain data, nothing of the file's own objects. Refs hold only inside it and are unique
 * over ideas and groups together. Parents stand before their children, and there are no circles: `finishImport`
 * sees to both.
 */
export interface ImportedJam {
  /** Only where the file names itself; otherwise the file's name is as good. */
  readonly title: string | null;
  readonly brief?: Partial<Record<BriefField, string>>;
  readonly ideas: readonly ImportedIdea[];
  readonly groups: readonly ImportedGroup[];
  readonly connectors: readonly ImportedConnector[];
  /** What was left out or changed, one sentence each. */
  readonly notes: readonly string[];
}

export interface ImportedIdea {
  readonly ref: string;
  readonly text: string;
  /** Markdown. */
  readonly detail: string;
  readonly kind: string;
  readonly parents: readonly ImportedParent[];
  /** A group's ref. */
  readonly group: string | null;
  /** Top left on the board, page units, not relative to the group; null: the app lays it. */
  readonly place: Point | null;
  /** Whose voice, by name; null: whoever imports. */
  readonly author: string | null;
}

export interface ImportedParent {
  readonly ref: string;
  readonly bond: Bond;
}

export interface ImportedGroup {
  readonly ref: string;
  readonly name: string;
  readonly role: 'area' | 'fresh';
  /** On the board, page units; null: the app lays it around its ideas. */
  readonly rect: Rect | null;
  /** A group's ref. */
  readonly parent: string | null;
}

export interface ImportedConnector {
  /** An idea's or a group's ref. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export const IMPORT_LIMITS = {
  /** Bytes of a file. */
  file: 32 * 1024 * 1024,
  ideas: 20_000,
  groups: 1_000,
  connectors: 40_000,
  /** Characters. */
  text: 20_000,
  detail: 200_000,
  name: 200,
  /** Page units from the board's origin, in each direction. */
  reach: 1_000_000,
} as const;
