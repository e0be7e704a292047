/**
 * What a window knows of the course beyond the jam itself: the fold as it stands, what is private here, and what is only
 * of the moment. Session state; the private part is kept beside the jam, the rest nowhere.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, PrivatePart } from '../../shared/conduct/privatePart.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { Course } from '../../shared/phases/course.ts';

export interface CourseState {
  readonly course: Course;
  readonly privatePart: PrivatePart;
  /** Drafts of mine that a reveal went by without: I am asked. */
  readonly late: readonly Draft[];
  /** My text is hidden from neighbours' eyes. */
  readonly covered: boolean;
  /** I said that I am done with this phase. */
  readonly ready: boolean;
  /** The idea that I light on everybody's screen. */
  readonly lighting: IdeaId | null;
  /** The idea that somebody lights, mine or theirs: the latest. */
  readonly lit: IdeaId | null;
  /** I ask everybody to look up. */
  readonly asksToLookUp: boolean;
  /** The host who asks so, me or another. */
  readonly lookUp: MemberId | null;
  /** The idea that the leading laptop decides about, when that is another's. */
  readonly leaderDeciding: IdeaId | null;
  /** Sheets that will go in, of everybody else together. */
  readonly othersDrafts: number;
  /** Of those who are here: how many said that they are done. */
  readonly readyCount: number;
}

export type CourseStore = StoreApi<CourseState>;

export function createCourseStore(
  course: Course,
  privatePart: PrivatePart,
  late: readonly Draft[],
): CourseStore {
  return createStore<CourseState>(() => ({
    course,
    privatePart,
    late,
    covered: false,
    ready: false,
    lighting: null,
    lit: null,
    asksToLookUp: false,
    lookUp: null,
    leaderDeciding: null,
    othersDrafts: 0,
    readyCount: 0,
  }));
}
