/** What a hand is doing on the board right now: shown by the live layer, part of nothing that is kept. Page units. */
import type { Point, Rect } from '../../../shared/model/geometry.ts';
import type { ConnectorId, GroupId, IdeaId } from '../../../shared/model/ids.ts';
import type { ThingRef } from '../../../shared/model/snapshot.ts';

/** Sheets lifted off the board. */
export interface Lift {
  readonly ideas: ReadonlySet<IdeaId>;
  readonly groups: ReadonlySet<GroupId>;
  readonly dx: number;
  readonly dy: number;
  /** Where they would come to lie, as corners on the board; empty while nothing can be said. */
  readonly places: ReadonlyMap<IdeaId, Point>;
  /** Alt: their copies are in the hand, they stay. */
  readonly copy: boolean;
  /** The group that they would go into. */
  readonly into: GroupId | null;
}

/** A line being drawn. */
export interface Pull {
  readonly from: ThingRef;
  readonly to: ThingRef | null;
  readonly at: Point;
}

/** A sheet that was just made: its cable is pulled out of its parent, then it is laid down. */
export interface Laying {
  readonly idea: IdeaId;
  /** `performance.now()` */
  readonly since: number;
}

export interface LiveState {
  readonly lift: Lift | null;
  readonly marquee: Rect | null;
  readonly area: Rect | null;
  readonly pull: Pull | null;
  readonly laying: Laying | null;
  /** A sheet that would be placed here by a click. */
  readonly ghost: Point | null;
  readonly hoverConnector: ConnectorId | null;
  /** In other people's hands. */
  readonly held: ReadonlySet<IdeaId>;
  /** CSS cursor that the hand asks for; null: the tool's own. */
  readonly cursor: string | null;
}

const AT_REST: LiveState = {
  lift: null,
  marquee: null,
  area: null,
  pull: null,
  laying: null,
  ghost: null,
  hoverConnector: null,
  held: new Set(),
  cursor: null,
};

export interface LiveStore {
  get(): LiveState;
  set(patch: Partial<LiveState>): void;
  subscribe(listener: (now: LiveState, before: LiveState) => void): () => void;
}

export function createLiveStore(): LiveStore {
  let state = AT_REST;
  const listeners = new Set<(now: LiveState, before: LiveState) => void>();
  return {
    get: () => state,
    set(patch) {
      const before = state;
      const keys = Object.keys(patch) as (keyof LiveState)[];
      if (keys.every((key) => patch[key] === before[key])) return;
      state = { ...before, ...patch };
      for (const listener of [...listeners]) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
