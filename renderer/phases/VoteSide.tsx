/** Beside the sheets: what I have left, where mine lie, how far the room is, who could open it. */
import type { Run } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { TURNOUT_WORDS, TURNOUTS, turnoutOf } from '../../shared/phases/turnout.ts';
import { sayFew } from '../../shared/util/sayFew.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { nameOf } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useRoom, useSession, useSnapshot, useView } from '../ui/session.tsx';
import { Counting } from './VoteCounting.tsx';
import { keyHolders, sayDots, sayHolders } from './voteWords.ts';
import './VoteSide.css';

interface VoteSideProps {
  readonly run: Run;
  readonly dots: Readonly<Record<IdeaId, number>>;
  readonly left: number;
}

/** So many dots are drawn; more are only said. */
const DRAWN = 12;

export function VoteSide({ run, dots, left }: VoteSideProps) {
  const session = useSession();
  const ready = useCourse((state) => state.ready);
  const closing = useCourse(({ course }) => course.clock.closing);
  const all = run.options.dots;
  return (
    <aside className="choose-side vote-side scroll" aria-label="Your dots">
      <div className="vote-budget">
        <p className="vote-left">
          <b aria-hidden="true">{left}</b>
          <span>
            <span className="said">{`${left} `}</span>
            {left === 1 ? 'dot' : 'dots'} left of {sayFew(all)}
          </span>
        </p>
        {all > DRAWN ? null : (
          <div className="vote-row" aria-hidden="true">
            {Array.from({ length: all }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
              <i key={i} data-on={i < all - left || undefined} />
            ))}
          </div>
        )}
      </div>
      <OwnDots dots={dots} title="Only you see where yours are" />
      <TurnoutOfVote />
      <Sealed run={run} />
      <div className="vote-low">
        <p className="choose-note">
          Your dots count where they lie at the close. Saying you are done only tells the room.
        </p>
        {closing ? (
          <Counting />
        ) : ready ? (
          <p className="vote-said-done" role="status">
            <b>You are done.</b>{' '}
            <Button look="word" onPress={() => session.course.sayReady(false)}>
              Not yet
            </Button>
          </p>
        ) : (
          <Button size="large" className="vote-done" onPress={() => session.course.sayReady(true)}>
            I am done
          </Button>
        )}
      </div>
    </aside>
  );
}

/** Where mine lie. */
export function OwnDots({
  dots,
  title,
}: {
  readonly dots: Readonly<Record<IdeaId, number>>;
  readonly title: string;
}) {
  const view = useView((jam) => jam);
  const mine = Object.entries(dots).filter(([idea]) => view.snapshot.ideas.has(idea));
  return (
    <Section title={title}>
      {mine.length === 0 ? (
        <p className="choose-empty">None placed yet.</p>
      ) : (
        <ul className="choose-list">
          {mine.map(([idea, count]) => (
            <li key={idea}>
              <Chip big {...ideaLook(view, idea)} />
              <span dir="auto">{view.snapshot.ideas.get(idea)?.text || 'Not written yet'}</span>
              <span className="vote-mine">
                <span className="said">{sayDots(count)}</span>
                {Array.from({ length: Math.min(count, DRAWN) }, (_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
                  <i key={i} aria-hidden="true" />
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Few, half, most, all: never how many, never who. */
function TurnoutOfVote() {
  const done = useCourse((state) => state.readyCount);
  const here = useRoom((state) => Math.max(1, state.people.length));
  const turnout = turnoutOf(done, here);
  const at = TURNOUTS.indexOf(turnout);
  return (
    <Section title={done === 0 ? 'Nobody is done yet' : TURNOUT_WORDS[turnout]}>
      <ol className="vote-turnout" aria-hidden="true">
        {TURNOUTS.map((one, i) => (
          <li
            key={one}
            data-on={(done > 0 && i <= at) || undefined}
            data-here={(done > 0 && i === at) || undefined}
          >
            {one}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Honest words about the seal. */
function Sealed({ run }: { readonly run: Run }) {
  const { me } = useSession().jam;
  const snapshot = useSnapshot((jam) => jam);
  const unsigned = useCourse(({ course }) => course.unsigned);
  const holders = keyHolders(run, snapshot.course);
  const names = unsigned ? null : holders.map((member) => nameOf(snapshot, member));
  return (
    <p className="choose-note">
      <b>Hidden until the host closes.</b> {sayHolders(holders.length, names, holders.includes(me))}
    </p>
  );
}
