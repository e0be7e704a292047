/** Which sheets the tiles leave out, because the live layer shows them: lifted ones, by whomever, and one that is just being laid. */
import { growRect, type Rect } from '../../shared/model/geometry.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Board } from './board.ts';
import type { LiveState } from './live/liveStore.ts';
import { NOTHING_WITHHELD, type Withheld } from './paint/paintRegion.ts';

export interface WithheldStore {
  now(): Withheld;
  /** Gives back the page rects that must be painted anew. */
  update(now: LiveState, before: LiveState): Rect[];
  forgetGone(): void;
}

const NONE: ReadonlySet<IdeaId> = new Set();

export function createWithheld({ scene, live, session }: Board): WithheldStore {
  let current = NOTHING_WITHHELD;

  function rectsOf(ids: ReadonlySet<IdeaId>): Rect[] {
    const rects: Rect[] = [];
    const { lineage } = session.view();
    for (const id of ids) {
      const sheet = scene.layout.sheets.get(id);
      if (sheet !== undefined) rects.push(growRect(sheet, 12));
      for (const key of [...lineage.parentRiffs(id), ...lineage.childRiffs(id)]) {
        const cable = scene.layout.cables.get(key);
        if (cable !== undefined) rects.push(cable.bounds);
      }
    }
    return rects;
  }

  return {
    now: () => current,
    update(now) {
      const lifted = now.lift === null || now.lift.copy ? NONE : now.lift.ideas;
      const laying = now.laying === null ? NONE : new Set([now.laying.idea]);
      const { held } = now;
      if (lifted === current.lifted && held === current.held && sameIds(laying, current.laying)) return [];
      const rects = [
        ...(lifted === current.lifted ? [] : rectsOf(new Set([...lifted, ...current.lifted]))),
        ...(held === current.held ? [] : rectsOf(differingIds(held, current.held))),
        ...(sameIds(laying, current.laying) ? [] : rectsOf(new Set([...laying, ...current.laying]))),
      ];
      current = { lifted, held, laying };
      return rects;
    },
    forgetGone() {
      const { lift } = live.get();
      if (lift === null) return;
      const left = [...lift.ideas].filter((id) => scene.layout.sheets.has(id));
      if (left.length !== lift.ideas.size) live.set({ lift: { ...lift, ideas: new Set(left) } });
    },
  };
}

export function sameIds(a: ReadonlySet<IdeaId>, b: ReadonlySet<IdeaId>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

function differingIds(a: ReadonlySet<IdeaId>, b: ReadonlySet<IdeaId>): ReadonlySet<IdeaId> {
  return new Set([...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]);
}
