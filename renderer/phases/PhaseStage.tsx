/** The stage of a phase that has a screen of its own. */
import { screenNow } from '../../shared/phases/course.ts';
import { useCourse } from '../ui/session.tsx';
import { PHASE_SCREENS } from './phaseScreens.ts';

export function PhaseStage() {
  const screen = useCourse(({ course }) => screenNow(course));
  const Screen = PHASE_SCREENS[screen];
  return Screen === undefined ? null : <Screen />;
}
