/** What a host presses most: go on, with the name of what comes; close the vote while one is open; the rest behind dots. */
import { ArrowRight } from 'lucide-react';
import { actionById } from '../../shared/actions/registry.ts';
import { openVote } from '../../shared/phases/course.ts';
import { Button } from '../ui/Button.tsx';
import { Hint } from '../ui/Hint.tsx';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { PopMenu } from '../ui/PopMenu.tsx';
import { useCourse, useSession, useUi } from '../ui/session.tsx';
import { sayNext } from './courseWords.ts';
import './HostControls.css';

/** A longer name stands by itself. */
const SHORT = 12;

const MORE = [
  'course.lookUp',
  'course.goBack',
  'course.repeat',
  'course.setlist',
  'course.leave',
  'room.invite',
] as const;

export function HostControls() {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const card = useUi((state) => state.hostCard);
  const voting = openVote(course) !== null;
  const action = actionById(voting ? 'course.closeVote' : 'course.goOn');
  const next = sayNext(course);
  return (
    <div className="host-hand">
      <Hint text={voting ? 'Close the vote' : `Go on: ${next}`} keys={action?.keys[0]} placement="bottom end">
        <Button
          className="host-on"
          size="small"
          aria-label={voting ? 'Close the vote' : `Go on: ${next}`}
          onPress={() => session.act(voting ? 'course.closeVote' : 'course.goOn')}
        >
          <span className="host-on-words">
            {voting || next.length > SHORT ? null : <span className="host-on-next">Next: </span>}
            {voting ? 'Close the vote' : next}
          </span>
          {voting ? null : <ArrowRight size={16} strokeWidth={2.4} aria-hidden="true" />}
        </Button>
      </Hint>
      <PopMenu
        label="What a host can do"
        items={[
          {
            title: card ? 'Put the host card away' : 'Host card',
            run: () => session.act('course.card'),
            after: <KeyCaps keys={actionById('course.card')?.keys[0] ?? ''} />,
          },
          ...MORE.map((id) => {
            const keys = actionById(id)?.keys[0];
            return {
              title: actionById(id)?.title ?? id,
              run: () => session.act(id),
              disabled: !session.canAct(id),
              after: keys === undefined ? null : <KeyCaps keys={keys} />,
            };
          }),
        ]}
      />
    </div>
  );
}

/** Before a session and after it: how one begins. */
export function CourseStart() {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const laid = course.phases.length > 0;
  return (
    <p className="course-start">
      {laid && course.next !== null ? (
        <Button size="small" onPress={() => session.act('course.goOn')}>
          Begin: {sayNext(course)}
        </Button>
      ) : (
        <Button look="word" onPress={() => session.act('course.begin')}>
          Begin a session
        </Button>
      )}
      {laid ? (
        <Button look="word" onPress={() => session.act('course.setlist')}>
          Setlist
        </Button>
      ) : null}
    </p>
  );
}
