import type { IdeaId } from '../../shared/model/ids.ts';
import type { SessionCourse } from '../session/course/sessionCourse.ts';

/** Places dots; null, or why not. Only a person says that they are done, and whoever moves a dot after that is not. */
export function placeDots(
  course: Pick<SessionCourse, 'place' | 'sayReady'>,
  idea: IdeaId,
  dots: number,
): string | null {
  const sentence = course.place(idea, dots);
  if (sentence === null) course.sayReady(false);
  return sentence;
}
