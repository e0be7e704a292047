/** After the last phase: what was decided and why, what is still open, what people said, and what each takes along. */
import { useMemo } from 'react';
import type { Decision } from '../../shared/model/snapshot.ts';
import { readOutcome } from '../../shared/phases/outcome.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { sayCount } from '../ui/counts.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import { OUTCOME_WORDS } from '../ui/outcomes.ts';
import { decisionsOf } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useView } from '../ui/session.tsx';
import { BecameOfMine } from './BecameOfMine.tsx';
import { LastWords } from './LastWords.tsx';
import './phase.css';
import './OutcomeScreen.css';

export function OutcomeScreen() {
  const session = useSession();
  const view = useView((jam) => jam);
  const course = useCourse((state) => state.course);
  const { decided, open } = useMemo(
    () => readOutcome(view.snapshot.ideas, course, decisionsOf(view.snapshot)),
    [view, course],
  );
  const unsigned = course.runs.some(({ options }) => options.unsigned);
  const checkout = course.runs.findLast(({ kind }) => kind === 'checkout');
  const any = OUTCOME_WORDS.some(({ outcome }) => decided[outcome].length > 0);

  return (
    <div className="phase">
      <div className="phase-column">
        <header className="outcome-head">
          <h2>What came of it</h2>
          <p className="phase-words">
            The session is over, and everything in it is kept.
            {unsigned ? ' Names are shown again.' : ''}
          </p>
          <div className="phase-row">
            <Button onPress={() => session.act('export.report')}>Save the report</Button>
            <Button look="word" onPress={() => session.act('file.save')}>
              Take my copy of the jam
            </Button>
            <Button look="word" onPress={() => session.act('view.board')}>
              Go on at the board
            </Button>
          </div>
        </header>
        {checkout === undefined ? null : <LastWords run={checkout.id} />}
        {any ? null : <p className="phase-words">Nothing was decided in this session.</p>}
        {OUTCOME_WORDS.map(({ outcome, done }) =>
          decided[outcome].length === 0 ? null : (
            <Section key={outcome} title={done} aside={decided[outcome].length} size="large">
              <ul className="outcome-list" data-outcome={outcome}>
                {decided[outcome].map((decision) => (
                  <Decided key={decision.idea} decision={decision} />
                ))}
              </ul>
            </Section>
          ),
        )}
        {open.length === 0 ? null : (
          <Section title="Stood in the vote, not decided" aside={open.length}>
            <ul className="outcome-open">
              {open.map((id) => (
                <li key={id}>
                  <Chip {...ideaLook(view, id)} />
                  <span dir="auto">{view.snapshot.ideas.get(id)?.text}</span>
                </li>
              ))}
            </ul>
            <div className="phase-row">
              <Button look="word" onPress={() => session.act('view.decide')}>
                Decide {open.length === 1 ? 'it' : `these ${sayCount(open.length, 'idea')}`} now
              </Button>
            </div>
          </Section>
        )}
        <BecameOfMine />
      </div>
    </div>
  );
}

function Decided({ decision }: { readonly decision: Decision }) {
  const view = useView((jam) => jam);
  const { idea, reason, owner, firstStep, due, dissent } = decision;
  return (
    <li>
      <Chip big {...ideaLook(view, idea)} />
      <div>
        <p className="outcome-idea" dir="auto">
          {view.snapshot.ideas.get(idea)?.text}
        </p>
        <p dir="auto">{reason}</p>
        {owner === '' && firstStep === '' ? null : (
          <p className="phase-quiet" dir="auto">
            {[
              owner === ''
                ? ''
                : decision.accepted
                  ? `Carried by ${owner}`
                  : `${owner} was asked to carry it`,
              firstStep === '' ? '' : `first step: ${firstStep}`,
              due,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </p>
        )}
        {dissent === '' ? null : (
          <p className="phase-quiet" dir="auto">
            Seen otherwise: {dissent}
          </p>
        )}
      </div>
    </li>
  );
}
