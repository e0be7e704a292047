/** Three questions alone, one word each, what became of what I wrote, and a copy to take along. */
import { useMemo } from 'react';
import type { ReflectionName } from '../../shared/commands/reflectionAdd.ts';
import type { Reflection, RunId } from '../../shared/model/course.ts';
import { answersOf, latestAnswers } from '../../shared/phases/reflections.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { GrowArea } from '../ui/GrowArea.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { decisionsOf } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useSnapshot, useView } from '../ui/session.tsx';
import { becameOf, sayBecame } from './becameOf.ts';
import './phase.css';
import './CheckoutScreen.css';

const QUESTIONS: readonly { readonly name: ReflectionName; readonly ask: string }[] = [
  { name: 'surprised', ask: 'What surprised you?' },
  { name: 'next-time', ask: 'What should we do otherwise next time?' },
  { name: 'take-along', ask: 'What do you take along?' },
];
const WORD: ReflectionName = 'word';

export function CheckoutScreen() {
  const session = useSession();
  const run = useCourse(({ course }) => course.current?.id ?? '');
  const answers = useCourse(({ privatePart }) => privatePart.answers[run]);
  const reflections = useSnapshot(({ course }) => course.reflections);
  const mine = useMemo(
    () => answersOf(reflections.values(), run, session.jam.me),
    [reflections, run, session],
  );
  const said = (name: ReflectionName): string => answers?.[name] ?? mine.get(name) ?? '';
  const open = QUESTIONS.filter(
    ({ name }) => said(name).trim() !== '' && said(name).trim() !== mine.get(name),
  );
  const share = (names: readonly ReflectionName[]): void => {
    for (const name of names) session.run('reflection.add', { question: name, text: said(name) });
  };
  const word = said(WORD);
  const wordOpen = word.trim() !== '' && word.trim() !== mine.get(WORD);

  return (
    <div className="phase">
      <div className="phase-column">
        <div className="phase-two">
          <Section title="Three questions, alone" aside="yours until you share them">
            <div className="checkout-questions">
              {QUESTIONS.map(({ name, ask }) => (
                <div key={name}>
                  <b aria-hidden="true">{ask}</b>
                  <GrowArea
                    aria-label={ask}
                    value={said(name)}
                    onChange={(text) => session.course.answer(name, text)}
                    rows={2}
                  />
                </div>
              ))}
            </div>
            <div className="phase-row">
              <Button isDisabled={open.length === 0} onPress={() => share(open.map(({ name }) => name))}>
                Share my answers
              </Button>
              <p className="phase-quiet">
                {open.length === 0 && mine.size > 0
                  ? 'Shared. They stand in the record with your name.'
                  : 'What you share stands in the record with your name.'}
              </p>
            </div>
          </Section>
          <Section title="One word" aside="aloud, standing up">
            <div className="checkout-word">
              <GrowArea
                aria-label="Your one word"
                placeholder="How you leave"
                maxLength={40}
                value={word}
                onChange={(text) => session.course.answer(WORD, text.replace(/\n/g, ' '))}
                onEnter={() => {
                  if (wordOpen) share([WORD]);
                }}
              />
              <Button size="small" isDisabled={!wordOpen} onPress={() => share([WORD])}>
                Say it
              </Button>
            </div>
            <Words reflections={reflections} run={run} />
          </Section>
        </div>
        <BecameOfMine />
        <Section title="Take it along">
          <p className="phase-words">
            The whole jam is one file, and it is yours: it opens without us, for ever.
          </p>
          <div className="phase-row">
            <Button onPress={() => session.act('file.save')}>Take my copy</Button>
            <Button look="word" onPress={() => session.act('export.report')}>
              Save the report
            </Button>
          </div>
        </Section>
      </div>
    </div>
  );
}

/** Everybody's last word, in one shuffled order. */
function Words({
  reflections,
  run,
}: {
  readonly reflections: ReadonlyMap<string, Reflection>;
  readonly run: RunId;
}) {
  const words = useMemo(() => latestAnswers(reflections.values(), run, WORD), [reflections, run]);
  return (
    <ul className="checkout-words" aria-label="The words so far">
      {words.map(({ key, text }) => (
        <li key={key} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

function BecameOfMine() {
  const view = useView((jam) => jam);
  const { me } = useSession().jam;
  const became = useMemo(
    () => becameOf(view.snapshot, view.lineage, decisionsOf(view.snapshot), me),
    [view, me],
  );
  if (became.length === 0) return null;
  return (
    <Section title="What became of what you wrote" aside="only you see this">
      <ul className="became">
        {became.map((one) => {
          const { idea } = one;
          const look = ideaLook(view, idea);
          return (
            <li key={idea}>
              <Chip big {...look} />
              <div>
                <p dir="auto">{view.snapshot.ideas.get(idea)?.text}</p>
                <p className="phase-quiet">{sayBecame(one, (other) => ideaLook(view, other).label)}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
