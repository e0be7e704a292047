/** The phase's clock, and beside it the hand that stops and extends it. */
import { Pause, Play } from 'lucide-react';
import { actionById } from '../../shared/actions/registry.ts';
import type { Course } from '../../shared/phases/course.ts';
import { Button } from '../ui/Button.tsx';
import { Hint } from '../ui/Hint.tsx';
import { useCourse, useSession } from '../ui/session.tsx';
import { readClock } from './clockWords.ts';
import { useElapsed } from './useElapsed.ts';
import { useHosting } from './useHosting.ts';

export function PhaseClock() {
  const clock = useCourse((state) => state.course.clock);
  const elapsed = useElapsed(1_000);
  const { text, tone, said } = readClock(clock.box, elapsed);
  const stands = useCourse(({ course }) => whyItStands(course));
  const paused = clock.state === 'paused';
  return (
    <time
      className="phase-clock"
      role="timer"
      data-tone={tone}
      data-paused={paused || undefined}
      aria-label={paused ? `${said}, ${stands}` : said}
    >
      {text}
    </time>
  );
}

export function ClockHand() {
  const session = useSession();
  const hosting = useHosting();
  const paused = useCourse((state) => state.course.clock.state !== 'running');
  const stands = useCourse(({ course }) => whyItStands(course));
  // Whoever cannot press it still has to know why the clock stands.
  if (!hosting) return paused ? <p className="phase-hand phase-paused">{stands}</p> : null;
  return (
    <div className="phase-hand">
      <Hint
        text={paused ? 'Resume the clock' : 'Pause the clock'}
        keys={actionById('course.pause')?.keys[0]}
        placement="bottom"
      >
        <Button
          look="icon"
          aria-label={paused ? 'Resume the clock' : 'Pause the clock'}
          onPress={() => session.act('course.pause')}
        >
          {paused ? (
            <Play size={16} strokeWidth={2.2} aria-hidden="true" />
          ) : (
            <Pause size={16} strokeWidth={2.2} aria-hidden="true" />
          )}
        </Button>
      </Hint>
      <Hint text="One more minute" keys={actionById('course.addMinute')?.keys[0]} placement="bottom">
        <Button look="icon" aria-label="One more minute" onPress={() => session.act('course.addMinute')}>
          +1
        </Button>
      </Hint>
    </div>
  );
}

/** A vote's clock stands for good once it is counted. */
function whyItStands({ clock, closes, current }: Course): 'paused' | 'counting' | 'closed' {
  if (closes.has(current?.id ?? '')) return 'closed';
  return clock.closing ? 'counting' : 'paused';
}
