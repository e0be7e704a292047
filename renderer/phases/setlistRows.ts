/** The setlist as its editor shows it: what was played, what is, what comes; and where a line that is moved may stand. */
import type { Phase, PhaseId } from '../../shared/model/course.ts';
import { type Course, orderPhases } from '../../shared/phases/course.ts';

export interface SetlistRow {
  readonly phase: Phase;
  readonly state: 'played' | 'now' | 'ahead' | 'dropped';
}

/** `dropped`: lines that were dropped a moment ago, shown in their place to be brought back. */
export function readSetlistRows(
  { runs, current }: Pick<Course, 'runs' | 'current'>,
  phases: Iterable<Phase>,
  dropped: ReadonlySet<PhaseId>,
): readonly SetlistRow[] {
  const played = new Set(runs.map(({ phase }) => phase));
  const all = [...phases];
  const gone = new Set(all.filter((phase) => phase.gone).map(({ id }) => id));
  const shown = all.filter(({ id }) => !gone.has(id) || dropped.has(id) || id === current?.phase);
  return orderPhases(shown.map((phase) => ({ ...phase, gone: false }))).map((phase) => ({
    phase,
    state:
      phase.id === current?.phase
        ? 'now'
        : gone.has(phase.id)
          ? 'dropped'
          : played.has(phase.id)
            ? 'played'
            : 'ahead',
  }));
}

/** The first place that a line may be moved to: behind what was played and what is. */
export function firstMovable(rows: readonly SetlistRow[]): number {
  return rows.findLastIndex(({ state }) => state === 'played' || state === 'now') + 1;
}

/** Behind which line the one at `from` stands when it is moved to the place `to`; undefined: it stays where it is. */
export function standsAfter(
  rows: readonly SetlistRow[],
  from: number,
  to: number,
): PhaseId | null | undefined {
  const least = firstMovable(rows);
  const place = Math.min(rows.length - 1, Math.max(least, to));
  if (from < least || place === from || rows[from] === undefined) return undefined;
  const others = rows.filter((_row, i) => i !== from);
  return others[place - 1]?.phase.id ?? null;
}
