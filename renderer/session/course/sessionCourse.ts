/** The course of one open jam as its window uses it. */
import type { Conductor } from '../../../shared/conduct/conductor.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { CourseStore } from '../../stores/courseStore.ts';

export interface SessionCourse extends Conductor {
  readonly store: CourseStore;
  cover(covered: boolean): void;
  /** I am done with this phase, or not yet. */
  sayReady(ready: boolean): void;
  /** Everybody is asked to look up from their screen, until I say to carry on or the phase turns. */
  askToLookUp(asks: boolean): void;
  /** Lights an idea on every screen and the Wall for a while; null: no more. */
  light(idea: IdeaId | null): void;
}
