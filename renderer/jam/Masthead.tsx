/**
 * The head of the programme: the mark that leads home, the jam's title, its challenge in full, and who is in it. While a
 * setlist is played the phase and its clock stand where the title stood.
 */
import { UserRoundPlus } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { actionById } from '../../shared/actions/registry.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import { isPlaying } from '../../shared/phases/course.ts';
import { People } from '../people/People.tsx';
import { useWaiting } from '../people/useWaiting.ts';
import { Writing } from '../people/Writing.tsx';
import { roundNow } from '../phases/courseWords.ts';
import { CourseStart, HostControls } from '../phases/HostControls.tsx';
import { PhaseBar } from '../phases/PhaseBar.tsx';
import { Turnout } from '../phases/Turnout.tsx';
import { useHosting } from '../phases/useHosting.ts';
import { Button } from '../ui/Button.tsx';
import { EditableText } from '../ui/EditableText.tsx';
import { Hint } from '../ui/Hint.tsx';
import { Mark } from '../ui/Mark.tsx';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { Course } from './Course.tsx';
import { useRenameRequest } from './renameRequest.ts';
import { mastTitleLines, mastTitleMeasure } from './titleStep.ts';
import { ViewTabs } from './ViewTabs.tsx';
import './Masthead.css';

export function Masthead() {
  const session = useSession();
  const brief = useSnapshot((snapshot) => snapshot.brief);
  const [wanted, setWanted] = useState(0);
  useRenameRequest(session, () => setWanted((count) => count + 1));
  const waiting = useWaiting();
  const playing = useCourse(({ course }) => isPlaying(course));
  const round = useCourse(({ course }) => roundNow(course));
  const hosting = useHosting();
  const title = waiting ? 'Invited' : jamTitle(brief);
  const length = brief.challenge.length;

  const name = (
    <EditableText
      value={title}
      label="Title of the jam"
      className={playing ? 'mast-name' : ''}
      startAt={wanted}
      onKeep={(next) => session.run('jam.rename', { title: next })}
    />
  );

  return (
    <header className="mast" data-playing={playing || undefined}>
      <Hint text="All jams" keys={actionById('library.show')?.keys[0]} placement="bottom start">
        <Button
          look="bare"
          className="mast-home"
          aria-label="All jams"
          onPress={() => session.act('library.show')}
        >
          <Mark size={30} />
        </Button>
      </Hint>
      {playing ? (
        <PhaseBar />
      ) : (
        <div className="mast-title" data-lines={mastTitleLines(title)}>
          <h1 aria-label={title} style={{ '--chars': mastTitleMeasure(title) } as CSSProperties}>
            {waiting ? <span className="editable">{title}</span> : name}
          </h1>
          <div className="mast-under">
            <ViewTabs />
            {hosting ? <CourseStart /> : null}
          </div>
        </div>
      )}
      <div
        className="mast-challenge"
        data-long={length > 200 ? 3 : length > 126 ? 2 : length > 66 ? 1 : undefined}
      >
        {waiting ? null : (
          <>
            {playing ? (
              <div className="mast-what">
                <h2>{name}</h2>
                {round === null ? null : <span>{round}</span>}
                <ViewTabs />
              </div>
            ) : (
              <h2>The challenge</h2>
            )}
            <Button
              look="bare"
              className="mast-question"
              dir="auto"
              aria-label={`The challenge, open the brief: ${brief.challenge || 'not written yet'}`}
              onPress={() => session.act('jam.brief')}
            >
              {brief.challenge === '' ? 'Which problem won’t go away?' : brief.challenge}
            </Button>
          </>
        )}
      </div>
      <div className="mast-people">
        <People />
        {playing ? <Turnout /> : <Writing />}
        {playing && hosting ? (
          <HostControls />
        ) : (
          <Button className="mast-invite" size="small" onPress={() => session.act('room.invite')}>
            <UserRoundPlus size={16} strokeWidth={2.2} aria-hidden="true" />
            Invite
          </Button>
        )}
      </div>
      <Course />
    </header>
  );
}
