/** The stage of a phase that has a screen of its own. */
import { useCourse } from '../ui/session.tsx';
import { PHASE_SCREENS } from './phaseScreens.ts';

export function PhaseStage() {
  const screen = useCourse(({ course }) => course.kind.screen);
  const Screen = PHASE_SCREENS[screen];
  return Screen === undefined ? null : <Screen />;
}
