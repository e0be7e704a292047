/** Deciding, one idea at a time: the sheet large, how it came about, whose riffs led here, and three words. */
import { useEffect, useMemo, useRef } from 'react';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { latestClose } from '../../shared/phases/course.ts';
import { RESULT_BANDS, readResults } from '../../shared/phases/results.ts';
import { contributors } from '../people/People.tsx';
import type { JamSession } from '../session/jamSession.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import { KindSign } from '../ui/KindSign.tsx';
import { commentsOf, decisionsOf, nameOf } from '../ui/records.ts';
import { returnFocus } from '../ui/returnFocus.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useUi, useView } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { Ancestry } from './Ancestry.tsx';
import { chooseIdeas, useChosenIdeas } from './chosenIdeas.ts';
import { DecideForm, EMPTY_DRAFT } from './DecideForm.tsx';
import { decideQueue, nextOpen } from './decideQueue.ts';
import { sayEmpty } from './decideWords.ts';
import { Facts } from './Facts.tsx';
import { NothingToDecide } from './NothingToDecide.tsx';
import { Queue } from './Queue.tsx';
import './Decide.css';

export function Decide() {
  const session = useSession();
  const view = useView((jam) => jam);
  const wanted = useUi((state) => state.deciding);
  const selected = useUi((state) => state.selection.ideas);
  const chosen = useChosenIdeas(session);
  const now = useClock();
  const sheet = useRef<HTMLElement>(null);
  const { snapshot, lineage } = view;
  const decisions = decisionsOf(snapshot);
  const drafts = useUi((state) => state.decisionDrafts);
  const page = useRef<HTMLElement>(null);

  useEffect(() => {
    if (wanted === null) return;
    chooseIdeas(session, selected.has(wanted) ? selected : [wanted]);
  }, [session, wanted, selected]);

  const close = useCourse(({ course }) => latestClose(course));
  const votes = useMemo(
    () =>
      new Map(
        (close === null ? [] : readResults(close)).map(({ idea, band, numbers }) => [
          idea,
          numbers?.dots ?? RESULT_BANDS.length - RESULT_BANDS.indexOf(band),
        ]),
      ),
    [close],
  );
  const queue = useMemo(() => decideQueue(view, decisions, chosen, votes), [view, decisions, chosen, votes]);
  const current =
    wanted !== null && snapshot.ideas.get(wanted)?.bin === false
      ? wanted
      : (queue.find((id) => !decisions.has(id)) ?? queue[0] ?? null);
  const idea = current === null ? undefined : snapshot.ideas.get(current);
  const names = useMemo(
    () => contributors(snapshot, session.jam.me).map(({ name }) => name),
    [snapshot, session],
  );
  const together = useCourse(({ course }) => course.kind.screen === 'decide');
  const leading = useCourse((state) => state.leaderDeciding);
  useEffect(() => {
    // The room decides one idea at a time: what the leading laptop shows. One's own look elsewhere lasts until it goes on.
    if (together && leading !== null) session.set({ deciding: leading });
  }, [session, together, leading]);
  useEffect(() => {
    if (together && wanted === null && current !== null) session.set({ deciding: current });
  }, [session, together, wanted, current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another idea is read from its beginning
  useEffect(() => {
    page.current?.scrollTo(0, 0);
  }, [current]);
  if (current === null || idea === undefined) return <NothingToDecide />;

  const look = ideaLook(view, current);
  const decision = decisions.get(current);
  const draft = drafts.get(current) ?? (decision === undefined ? EMPTY_DRAFT : { ...decision });
  const next = nextOpen(queue, decisions, current);
  const came = lineage.parents(current).length > 0;
  const empty = sayEmpty(came, commentsOf(snapshot, current).length > 0);
  const live = [...snapshot.ideas.values()].filter(({ bin }) => !bin).length;

  const forget = (): void => {
    const rest = new Map(drafts);
    rest.delete(current);
    session.set({ decisionDrafts: rest });
  };
  const decide = (): void => {
    const { outcome, reason, owner, firstStep, due, dissent } = draft;
    if (outcome === null) return;
    if (!session.run('decision.set', { idea: current, outcome, reason, owner, firstStep, due, dissent }).ok)
      return;
    forget();
    session.set({ deciding: next ?? current });
    returnFocus(sheet);
  };
  const takeBack = (): void => {
    chooseIdeas(session, [current]);
    session.run('decision.set', {
      idea: current,
      outcome: null,
      reason: '',
      owner: '',
      firstStep: '',
      due: '',
    });
    forget();
    returnFocus(sheet);
  };

  return (
    <>
      <main ref={page} className="stage decide scroll">
        <div className="decide-grid" data-came={came || undefined}>
          <div className="decide-place">
            <article
              ref={sheet}
              tabIndex={-1}
              aria-label={`${look.label}, ${idea.kind}: ${idea.text === '' ? 'Not written yet' : idea.text}`}
              className="decide-sheet"
              data-ink={look.ink}
              data-ink2={look.ink2 ?? undefined}
              data-cut={ideaKind(idea.kind).cut}
            >
              <p dir="auto" data-long={idea.text.length > 130 ? 2 : idea.text.length > 60 ? 1 : undefined}>
                {idea.text === '' ? 'Not written yet' : idea.text}
              </p>
              <footer>
                <b>{look.label}</b>
                <span>
                  <KindSign kind={idea.kind} size={20} />
                  {idea.kind}
                </span>
              </footer>
            </article>
          </div>
          {came ? (
            <>
              <Section title="How it came about" className="decide-lineage">
                <Ancestry key={current} idea={current} />
              </Section>
              <Facts idea={current} close={close} />
            </>
          ) : (
            <Facts idea={current} close={close}>
              <p className="decide-words">{empty}</p>
            </Facts>
          )}
          <DecideForm
            key={current}
            draft={draft}
            onChange={(changed) => session.set({ decisionDrafts: new Map(drafts).set(current, changed) })}
            onDecide={decide}
            onTakeBack={takeBack}
            decision={decision}
            me={nameOf(snapshot, session.jam.me)}
            onCarry={(carry) => session.run('decision.carry', { idea: current, carry })}
            onTake={() => carryIt(session, current)}
            names={names}
            now={now}
          />
        </div>
      </main>
      <Queue
        queue={queue.includes(current) ? queue : [...queue, current]}
        decisions={decisions}
        current={current}
        next={next}
        byVote={votes.size > 0}
        begun={(id) => (drafts.get(id)?.reason ?? '').trim() !== ''}
        onChoose={(id) => session.set({ deciding: id })}
        onTake={(id) => carryIt(session, id)}
        others={live - queue.length}
      />
    </>
  );
}

/** Nobody carries it yet, and I do: the decision stands, with my name. */
function carryIt(session: JamSession, idea: IdeaId): void {
  const { snapshot } = session.view();
  const decision = decisionsOf(snapshot).get(idea);
  if (decision === undefined) return;
  const { outcome, reason, firstStep, due, dissent } = decision;
  const owner = nameOf(snapshot, session.jam.me);
  session.run('decision.set', { idea, outcome, reason, owner, firstStep, due, dissent });
}
