/** What the layout in `shared/ideas` derives from a snapshot, and the canvas draws. Page units throughout. */

import type { Point, Rect } from './geometry.ts';
import type { ConnectorId, GroupId, IdeaId, RiffKey } from './ids.ts';
import type { Bond } from './snapshot.ts';

/** The inks of trees, in order of use; 'stock' is the white of a fresh sheet. */
export const INKS = ['sun', 'sky', 'leaf', 'pink', 'clay', 'cobalt'] as const;
export type Ink = (typeof INKS)[number];
export type SheetInk = Ink | 'stock';

/** One idea's sheet, ready to draw. */
export interface Sheet extends Rect {
  readonly id: IdeaId;
  readonly kind: string;
  readonly label: string;
  /** Two rows or more, large type and letter: a root that has riffs and room below. */
  readonly root: boolean;
  readonly fresh: boolean;
  readonly ink: SheetInk;
  /** The other tree's ink of a combine across two trees, else null. */
  readonly ink2: Ink | null;
  /** 480 to 840 in steps of 60: how much grew from it. */
  readonly weight: number;
  readonly lines: readonly string[];
  readonly comments: number;
  /** Initials of the author; empty where unsigned. */
  readonly initials: string;
  readonly lock: boolean;
  readonly decision: 'promote' | 'later' | 'no' | null;
}

/** A riff's drawn link: orthogonal corner points from the parent's port to the child's. Corners are rounded (7) when drawn. */
export interface Cable {
  readonly key: RiffKey;
  readonly parent: IdeaId;
  readonly child: IdeaId;
  readonly bond: Bond;
  readonly points: readonly Point[];
  readonly bounds: Rect;
}

/** A free connector: a cubic curve with an open arrow at its end and its words at the middle. */
export interface ConnectorLine {
  readonly id: ConnectorId;
  readonly from: Point;
  readonly c1: Point;
  readonly c2: Point;
  readonly to: Point;
  readonly label: string;
  readonly labelAt: Point;
  readonly bounds: Rect;
}

/** A group's headed area: the rule and name at its top, its count at the right. Grows with what lies in it. */
export interface GroupArea extends Rect {
  readonly id: GroupId;
  readonly name: string;
  readonly count: number;
  readonly role: 'area' | 'fresh';
}

export interface BoardLayout {
  readonly sheets: ReadonlyMap<IdeaId, Sheet>;
  readonly cables: ReadonlyMap<RiffKey, Cable>;
  readonly connectors: ReadonlyMap<ConnectorId, ConnectorLine>;
  readonly groups: ReadonlyMap<GroupId, GroupArea>;
  /** Everything on the board, or null when it is empty. */
  readonly bounds: Rect | null;
}
