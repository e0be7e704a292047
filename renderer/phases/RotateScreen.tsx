/** Somebody else's sheet in front of me, and room for what I add to it. */
import { useEffect, useRef } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { BOND_LOOKS } from '../../shared/ideas/bonds.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Bond } from '../../shared/model/snapshot.ts';
import { BondStroke } from '../ui/BondStroke.tsx';
import { Button } from '../ui/Button.tsx';
import { sayCount } from '../ui/counts.ts';
import { enterOn } from '../ui/enterOn.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { addRiff } from './addRiff.ts';
import { HalfRiffs } from './HalfRiffs.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import { riffDraftKey, riffedInRun, riffPutKey } from './rotation.ts';
import { useTypesInto } from './useTypesInto.ts';
import './phase.css';
import './RotateScreen.css';

const BONDS_HERE: readonly Bond[] = ['build', 'twist', 'question'];

export function RotateScreen() {
  const session = useSession();
  const run = useCourse(({ course }) => course.current);
  const answers = useCourse(({ privatePart }) => privatePart.answers);
  const snapshot = useSnapshot((jam) => jam);
  const field = useRef<HTMLDivElement>(null);
  const dealt = run?.dealt.get(session.jam.me) ?? [];
  const done = run === null ? new Set<IdeaId>() : riffedInRun(snapshot, run, session.jam.me);
  const sheet = dealt.find((id) => !done.has(id) && snapshot.ideas.get(id)?.bin === false) ?? null;
  useTypesInto(field);

  // In front again although something went in: that was taken back, and its words are there to be mended.
  const taken = sheet === null ? '' : (answers[run?.id ?? '']?.[riffPutKey(sheet)] ?? '');
  useEffect(() => {
    if (sheet === null || taken === '') return;
    session.course.answer(riffPutKey(sheet), '');
    session.course.answer(riffDraftKey(sheet), taken);
  }, [session, sheet, taken]);
  useEffect(() => {
    if (sheet !== null) field.current?.querySelector('textarea')?.focus();
  }, [sheet]);

  if (run === null) return null;
  if (dealt.length === 0) {
    return (
      <div className="phase">
        <div className="phase-column">
          <p className="phase-prompt">
            {run.roster.includes(session.jam.me)
              ? 'There is no sheet of somebody else for you in this round.'
              : 'You came in while a round was going.'}
          </p>
          <p className="phase-words">
            {run.round < run.options.rounds ? 'The next round deals you one. Until then' : 'Meanwhile'} read
            along on the board.
          </p>
          <div className="phase-row">
            <Button look="word" onPress={() => session.act('view.board')}>
              Read on the board
            </Button>
          </div>
        </div>
      </div>
    );
  }

  return (
    <div className="phase">
      <div className="phase-column">
        <HalfRiffs />
        {sheet === null ? (
          <>
            <p className="phase-prompt">You are early. Look up, stretch, breathe.</p>
            <p className="phase-words">
              {done.size === 0
                ? 'Nothing of others was left for you in this round.'
                : `${sayCount(done.size, 'riff')} of yours went in. ${run.round < run.options.rounds ? 'The next round deals you another sheet.' : 'When this round is over, the board opens.'}`}
            </p>
          </>
        ) : (
          <div className="phase-two rotate">
            <Section
              title="In front of you"
              aside={run.options.rounds > 1 ? `round ${run.round} of ${run.options.rounds}` : null}
            >
              <LargeSheet key={sheet} idea={sheet} className="rotate-sheet" />
            </Section>
            <div ref={field}>
              <RiffPage
                key={sheet}
                run={run.id}
                parent={sheet}
                done={done.size}
                waiting={dealt.length - done.size - 1}
              />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

interface RiffPageProps {
  readonly run: string;
  readonly parent: IdeaId;
  /** Riffs of mine that are in. */
  readonly done: number;
  /** Sheets that wait for who is early. */
  readonly waiting: number;
}

function RiffPage({ run, parent, done, waiting }: RiffPageProps) {
  const session = useSession();
  const answers = useCourse(({ privatePart }) => privatePart.answers[run]);
  const key = riffDraftKey(parent);
  const text = answers?.[key] ?? '';
  const bond = (answers?.[`${key}:bond`] as Bond | undefined) ?? 'build';
  const keep = (): void => {
    if (text.trim() === '') return;
    if (!addRiff(session, { idea: parent, bond, text })) return;
    session.course.answer(riffPutKey(parent), text);
    session.course.answer(key, '');
  };
  return (
    <Section title="Yes, and …" aside="goes in with Enter">
      <div className="phase-page rotate-page">
        <GrowArea
          aria-label="What you add to it"
          placeholder="Read it first. Then: yes, and …"
          value={text}
          onChange={(next) => session.course.answer(key, next)}
          onEnter={keep}
          onKeyDown={(event) => {
            // On an empty page there is nothing else to undo.
            if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || text !== '') return;
            event.preventDefault();
            session.act('edit.undo');
          }}
          rows={4}
        />
      </div>
      <div {...enterOn(keep)}>
        <RadioGroup
          className="rotate-bonds"
          aria-label="What your riff does to it"
          orientation="horizontal"
          value={bond}
          onChange={(next) => session.course.answer(`${key}:bond`, next)}
        >
          {BONDS_HERE.map((one) => (
            <Radio key={one} value={one} className="rotate-bond">
              <BondStroke bond={one} />
              {BOND_LOOKS[one].title}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <div className="phase-row">
        <Button isDisabled={text.trim() === ''} onPress={keep}>
          Put it in
        </Button>
        <p className="phase-quiet">
          {done === 0 ? '' : `${sayCount(done, 'riff')} of yours ${done === 1 ? 'is' : 'are'} in. `}
          {waiting > 0 ? 'If you are early, the next sheet is there at once.' : 'The last one of this round.'}
        </p>
      </div>
    </Section>
  );
}
