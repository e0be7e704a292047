/** Where we are: the phase and its clock at one size, under them what people do and the one line of law. */
import type { CSSProperties } from 'react';
import { actionById } from '../../shared/actions/registry.ts';
import { Button } from '../ui/Button.tsx';
import { Hint } from '../ui/Hint.tsx';
import { useCourse, useSession } from '../ui/session.tsx';
import { lawNow, PEOPLE_WORDS, titleNow } from './courseWords.ts';
import { ClockHand, PhaseClock } from './PhaseClock.tsx';
import './PhaseBar.css';

/** Beyond this a title is set as if it were no longer, and cut. */
const LONGEST = 40;

export function PhaseBar() {
  const course = useCourse((state) => state.course);
  const title = titleNow(course);
  return (
    <section className="phase-bar" aria-label="The phase">
      <div
        className="phase-line"
        style={{ '--chars': Math.min(LONGEST, Math.max(8, title.length)) } as CSSProperties}
      >
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        <PhaseClock />
        <ClockHand />
      </div>
      <div className="phase-under">
        <p className="phase-law">
          <b>{PEOPLE_WORDS[course.kind.people]}</b> {lawNow(course)}
        </p>
        <Done />
      </div>
    </section>
  );
}

function Done() {
  const session = useSession();
  const ready = useCourse((state) => state.ready);
  return (
    <Hint
      text={ready ? 'Not yet after all' : 'Say that you are done'}
      keys={actionById('course.done')?.keys[0]}
      placement="bottom"
    >
      <Button
        look="word"
        className="phase-done"
        aria-pressed={ready}
        onPress={() => session.act('course.done')}
      >
        I am done
      </Button>
    </Hint>
  );
}
