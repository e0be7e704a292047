/** What the course says aloud: a new phase, the last minute, the end, who leads now, what was left undecided. The bell rings with the clock's words. */
import { useEffect, useRef, useState } from 'react';
import { isPlaying } from '../../shared/phases/course.ts';
import { useLeftOpen } from '../decide/useLeftOpen.ts';
import type { JamSession } from '../session/jamSession.ts';
import { nameOf } from '../ui/records.ts';
import { useCourse, useSession } from '../ui/session.tsx';
import { ringOnWall } from '../wall/wallFeed.ts';
import { ringBell } from './bell.ts';
import { readClock, turnOfClock } from './clockWords.ts';
import { sayPhase } from './courseWords.ts';
import { useElapsed } from './useElapsed.ts';
import { useKeyGuard } from './useKeyGuard.ts';

/** `bell`: whether it may be heard; words are always there for those who hear the screen. */
export function CourseVoice({ bell }: { readonly bell: boolean }) {
  const session = useSession();
  const [said, setSaid] = useState('');
  useLeadNotice();
  useLeftOpen();
  useKeyGuard(useCourse((state) => state.course.current?.id ?? null));
  const course = useCourse((state) => state.course);
  const run = isPlaying(course) ? (course.current?.id ?? null) : null;
  const elapsed = useElapsed(1_000);
  const { tone } = readClock(course.clock.box, elapsed);
  // A window that opens in the middle of a phase says where it is, and rings for nothing that was before.
  const heard = useRef({ run: '' as string | null, tone });
  useEffect(() => {
    const before = heard.current;
    heard.current = { run, tone };
    if (run !== before.run) {
      if (run !== null) setSaid(sayPhase(course));
      else if (before.run !== '') setSaid('The board is open.');
      return;
    }
    const turn =
      run === null || course.clock.state !== 'running'
        ? null
        : turnOfClock(before.tone, tone, {
            box: course.clock.box,
            advances: course.phase?.options.advances,
          });
    if (turn === null) return;
    setSaid(turn);
    if (bell) void ring(session);
  }, [run, tone, course, bell, session]);
  return (
    <p className="said" role="status" aria-label="The course">
      {said}
    </p>
  );
}

/** Once in a room: the Wall's loudspeaker, and this laptop's own only where no Wall of it rings. */
async function ring(session: JamSession): Promise<void> {
  if (!(await ringOnWall(session))) await ringBell();
}

/** Everybody sees who leads from now on. */
function useLeadNotice(): void {
  const session = useSession();
  const leader = useCourse((state) => state.course.leader);
  const known = useRef(leader);
  useEffect(() => {
    const before = known.current;
    known.current = leader;
    if (before === null || leader === null || leader === before) return;
    const { snapshot } = session.view();
    session.notify(leader === session.jam.me ? 'You host now.' : `${nameOf(snapshot, leader)} hosts now.`);
  }, [session, leader]);
}
