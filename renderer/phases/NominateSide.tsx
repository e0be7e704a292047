/** Beside the sheets: my own nominations, the room's list without who, and whether the vote has time for it. */
import { useMemo } from 'react';
import type { Run } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { MOST_NOMINEES, type Nominee, rankNominees } from '../../shared/phases/nominees.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useView } from '../ui/session.tsx';
import { MergedIdeas } from './MergedIdeas.tsx';
import { roomsList, voteAhead } from './nominateLists.ts';
import { useHosting } from './useHosting.ts';
import { sayHaste } from './voteWords.ts';

interface NominateSideProps {
  readonly run: Run;
  readonly mine: readonly IdeaId[];
  readonly onTakeBack: (idea: IdeaId) => void;
}

export function NominateSide({ run, mine, onTakeBack }: NominateSideProps) {
  const view = useView((jam) => jam);
  const { snapshot, labels } = view;
  const { fit, over } = useMemo(
    () => roomsList(rankNominees(snapshot, snapshot.course, run), labels),
    [snapshot, labels, run],
  );
  const most = run.options.nominations;
  return (
    <aside className="choose-side scroll" aria-label="What is nominated">
      <Section
        title={most === 1 ? 'Your nomination' : 'Your nominations'}
        aside={`${mine.length} of ${most}`}
      >
        {mine.length === 0 ? (
          <p className="choose-empty">None yet. They need not be your own ideas.</p>
        ) : (
          <ul className="choose-list">
            {mine.map((idea) => (
              <li key={idea}>
                <Chip big {...ideaLook(view, idea)} />
                <span dir="auto">{snapshot.ideas.get(idea)?.text || 'Not written yet'}</span>
                <Button
                  look="word"
                  size="small"
                  aria-label={`Take ${labels.get(idea)} back`}
                  onPress={() => onTakeBack(idea)}
                >
                  take back
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Haste sheets={fit.length} />
      <Section title="The room’s list so far" aside={`${fit.length} of at most ${MOST_NOMINEES}`}>
        {fit.length === 0 ? <p className="choose-empty">Nothing yet.</p> : <Nominees nominees={fit} />}
      </Section>
      {over.length === 0 ? null : (
        <Section title="Too many for one vote" aside={`${over.length} over`}>
          <p className="choose-note">
            The {MOST_NOMINEES} that most people nominated go to the vote. Put some together, and these fit.
          </p>
          <Nominees nominees={over} />
        </Section>
      )}
    </aside>
  );
}

function Nominees({ nominees }: { readonly nominees: readonly Nominee[] }) {
  const view = useView((jam) => jam);
  return (
    <ul className="choose-list">
      {nominees.map(({ idea, merged }) => (
        <li key={idea}>
          <Chip big {...ideaLook(view, idea)} />
          <span dir="auto">{view.snapshot.ideas.get(idea)?.text || 'Not written yet'}</span>
          <MergedIdeas ideas={merged} />
        </li>
      ))}
    </ul>
  );
}

/** Too many sheets for the minutes of the vote that comes. */
function Haste({ sheets }: { readonly sheets: number }) {
  const session = useSession();
  const hosting = useHosting();
  const vote = useCourse(({ course }) => voteAhead(course));
  const haste = vote === null ? null : sayHaste(sheets, vote.minutes);
  if (vote === null || haste === null) return null;
  return (
    <div className="choose-warning" role="status">
      <p>{haste.words}</p>
      {hosting ? (
        <Button
          look="word"
          onPress={() =>
            session.run('phase.change', { changes: [{ phase: vote.id, minutes: haste.minutes }] })
          }
        >
          Give it {haste.minutes} min
        </Button>
      ) : null}
    </div>
  );
}
