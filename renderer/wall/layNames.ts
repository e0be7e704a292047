/** Which phases of the setlist are named, and in which of two rows: what is now first, then as many as find room. */

export interface NamedSegment {
  /** Where the phase begins and ends, px from the left. */
  readonly from: number;
  readonly to: number;
  /** Of its name, px. */
  readonly width: number;
}

export interface LaidName {
  /** 0 stands on the rule; 1 above it, with a hair down to its phase. */
  readonly row: 0 | 1;
  /** px from the left: at the phase's beginning, or as far before it as the edge asks. */
  readonly from: number;
}

/**
 * A name that fits its phase stands on it. The others stand above, or run on over the next phase while nothing is there.
 *
 * @param room px from the left edge to the right one
 * @param now index of the phase that is played, -1 for none
 * @returns null for a name that has no room
 */
export function layNames(
  segments: readonly NamedSegment[],
  room: number,
  now: number,
): readonly (LaidName | null)[] {
  const laid = new Map<NamedSegment, LaidName>();
  const isFree = ({ width }: NamedSegment, { row, from }: LaidName): boolean =>
    [...laid].every(([segment, other]) => {
      const to = from + width;
      const otherTo = other.from + segment.width;
      if (other.row === row) return to <= other.from || otherTo <= from;
      // No hair of a name above goes through one below.
      const [above, below, end] = row === 1 ? [from, other.from, otherTo] : [other.from, from, to];
      return above <= below || end <= above;
    });
  const lay = (segment: NamedSegment, rows: readonly LaidName['row'][]): void => {
    const from = Math.max(0, Math.min(segment.from, room - segment.width));
    const name = rows.map((row) => ({ row, from })).find((one) => isFree(segment, one));
    if (name !== undefined && !laid.has(segment)) laid.set(segment, name);
  };
  const fits = ({ from, to, width }: NamedSegment): boolean => width <= to - from;
  for (const segment of segments.filter((_, i) => i === now)) lay(segment, fits(segment) ? [0] : [1]);
  for (const segment of segments.filter(fits)) lay(segment, [0]);
  for (const segment of segments) lay(segment, [1, 0]);
  return segments.map((segment) => laid.get(segment) ?? null);
}
