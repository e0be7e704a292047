/** What one's window tells the others about itself in the course: sums, a light, and the leading laptop's clock. */
import { goingIn } from '../../../shared/conduct/privatePart.ts';
import type { CoursePresence } from '../room/describeDoing.ts';
import type { SessionCourse } from './sessionCourse.ts';

/** The leading laptop says what its clock shows every so often, ms: for those who came later. */
const TOLD_EVERY = 10_000;

export function coursePresence(course: SessionCourse, guest: boolean): CoursePresence {
  const { current } = course.course();
  const { ready, lighting, asksToLookUp } = course.store.getState();
  return {
    guest,
    drafts: goingIn(course.privatePart(), current?.id ?? null).length,
    ready,
    lit: lighting,
    lookUp: asksToLookUp,
    clock:
      current !== null && course.isLeader()
        ? { run: current.id, elapsed: Math.round(course.elapsed() / 1_000) * 1_000 }
        : null,
  };
}

/** Renews presence while the clock runs under one's lead. */
export function tellTime(course: SessionCourse, renew: () => void): () => void {
  const timer = setInterval(() => {
    if (course.isLeader() && course.course().clock.state === 'running') renew();
  }, TOLD_EVERY);
  return () => clearInterval(timer);
}
