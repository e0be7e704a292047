/** What lies under the phase bar when there is something to say: who leads, what the host asks, ways out of a slip, the card. */
import { isPlaying } from '../../shared/phases/course.ts';
import type { PhaseScreen } from '../../shared/phases/phaseKind.ts';
import { useCourse, useUi } from '../ui/session.tsx';
import { HalfRiffs } from './HalfRiffs.tsx';
import { HostCard } from './HostCard.tsx';
import { TakeLead } from './TakeLead.tsx';
import { useHosting } from './useHosting.ts';
import { WaysOut } from './WaysOut.tsx';
import './PhaseStrip.css';

/** Screens that ask it themselves, larger. */
const ASKING: readonly PhaseScreen[] = ['brief', 'solo'];

export function PhaseStrip() {
  const playing = useCourse(({ course }) => isPlaying(course));
  const prompt = useCourse(({ course }) =>
    ASKING.includes(course.kind.screen) || course.closes.has(course.current?.id ?? '')
      ? ''
      : (course.phase?.prompt ?? ''),
  );
  const hosting = useHosting();
  const onBoard = useUi((state) => state.view === 'board');
  const card = useUi((state) => state.hostCard);
  return (
    <div className="phase-strip">
      <TakeLead />
      {playing && prompt !== '' ? (
        <p className="strip-prompt" dir="auto" title={prompt}>
          {prompt}
        </p>
      ) : null}
      {playing && onBoard ? <HalfRiffs /> : null}
      {playing && hosting ? <WaysOut /> : null}
      {playing && hosting && card ? <HostCard /> : null}
    </div>
  );
}
