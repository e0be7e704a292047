/**
 * Whose names are shown. The one place that decides, for everything that carries one: sheets, panels, lists, comments,
 * pointers, exports. Where it says unsigned no name is shown, not even one's own: neighbours look on.
 */
import type { Idea, JamSnapshot, Stamp } from '../model/snapshot.ts';
import { type Course, readCourse, runsSinceClose, unsignedRuns } from './course.ts';

export interface Signing {
  /** Nothing that anybody does now carries a name. */
  readonly unsigned: boolean;
  /** Whether this idea's author is shown: not while a phase is unsigned, and later only when a vote was closed since. */
  isSigned(idea: Pick<Idea, 'born'>): boolean;
  /** The same for what knows its time and no run: comments, decisions. */
  isSignedAct(stamp: Pick<Stamp, 'lamport'>): boolean;
}

/** Of a snapshot that stands alone: exports, what a merge brought. A window asks its `createSigningReader`. */
export function signingOf({ course, creator }: Pick<JamSnapshot, 'course' | 'creator'>): Signing {
  return readSigning(readCourse(course, creator));
}

export function readSigning(course: Course): Signing {
  const { unsigned } = course;
  const hidden = new Set(unsignedRuns(course).map(({ id }) => id));
  const since = runsSinceClose(course);
  return {
    unsigned,
    isSigned: ({ born }) => !unsigned && !hidden.has(born.run ?? ''),
    isSignedAct: ({ lamport }) =>
      !unsigned && since.findLast((run) => run.lamport <= lamport)?.options.unsigned !== true,
  };
}

/** Remembers the last one: it stays identical while no name comes or goes, whatever the clock and the ballots do. */
export function createSigningReader(): (course: Course) => Signing {
  let known: { readonly course: Course; readonly key: string; readonly signing: Signing } | null = null;
  return (course) => {
    if (known?.course === course) return known.signing;
    const hidden = [...unsignedRuns(course), ...runsSinceClose(course)].map(({ id }) => id);
    const key = JSON.stringify([course.unsigned, hidden]);
    known = { course, key, signing: known?.key === key ? known.signing : readSigning(course) };
    return known.signing;
  };
}
