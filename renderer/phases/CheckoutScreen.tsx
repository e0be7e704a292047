/** Three questions alone, one word each, a copy to take along, and what became of what I wrote. */
import { useMemo, useState } from 'react';
import {
  answersOf,
  LAST_WORD,
  REFLECTION_QUESTIONS,
  type ReflectionName,
} from '../../shared/phases/reflections.ts';
import { Button } from '../ui/Button.tsx';
import { GrowArea } from '../ui/GrowArea.tsx';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { BecameOfMine } from './BecameOfMine.tsx';
import { LastWords } from './LastWords.tsx';
import './phase.css';
import './CheckoutScreen.css';

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
  const open = REFLECTION_QUESTIONS.filter(
    ({ question }) => said(question).trim() !== '' && said(question).trim() !== mine.get(question),
  );
  const share = (names: readonly ReflectionName[]): void => {
    for (const name of names) session.run('reflection.add', { question: name, text: said(name) });
  };

  return (
    <div className="phase">
      <div className="phase-column">
        <div className="phase-two">
          <Section title="Three questions, alone" aside="yours until you share them">
            <div className="checkout-questions">
              {REFLECTION_QUESTIONS.map(({ question, ask }) => (
                <div key={question}>
                  <b aria-hidden="true">{ask}</b>
                  <GrowArea
                    aria-label={ask}
                    value={said(question)}
                    onChange={(text) => session.course.answer(question, text)}
                    rows={2}
                  />
                </div>
              ))}
            </div>
            <div className="phase-row">
              <Button
                isDisabled={open.length === 0}
                onPress={() => share(open.map(({ question }) => question))}
              >
                Share my answers
              </Button>
              <p className="phase-quiet">
                {open.length === 0 && REFLECTION_QUESTIONS.some(({ question }) => mine.has(question))
                  ? 'Shared. They stand in the record with your name.'
                  : 'What you share stands in the record with your name.'}
              </p>
            </div>
          </Section>
          <div className="checkout-side">
            <Section title="One word" aside="how do you leave?">
              <OneWord
                text={said(LAST_WORD)}
                shown={mine.get(LAST_WORD) ?? ''}
                onWrite={(text) => session.course.answer(LAST_WORD, text)}
                onShow={() => share([LAST_WORD])}
              />
              <LastWords run={run} />
            </Section>
            <Section title="Take it along">
              <p className="phase-quiet">
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
        <BecameOfMine />
      </div>
    </div>
  );
}

interface OneWordProps {
  readonly text: string;
  /** What the room sees of mine, or empty. */
  readonly shown: string;
  readonly onWrite: (text: string) => void;
  readonly onShow: () => void;
}

/** Once the room sees it the field is gone, so that nobody wonders whether it went. */
function OneWord({ text, shown, onWrite, onShow }: OneWordProps) {
  const [again, setAgain] = useState(false);
  if (shown !== '' && !again) {
    return (
      <p className="checkout-said" role="status">
        <span>
          The room sees <b dir="auto">{shown}</b>
        </span>
        <Button
          look="word"
          size="small"
          onPress={() => {
            onWrite('');
            setAgain(true);
          }}
        >
          Say another
        </Button>
      </p>
    );
  }
  const show = (): void => {
    if (text.trim() === '') return;
    onShow();
    setAgain(false);
  };
  return (
    <div className="checkout-word">
      <GrowArea
        aria-label="Your one word"
        placeholder="Say it aloud"
        maxLength={40}
        value={text}
        onChange={(next) => onWrite(next.replace(/\n/g, ' '))}
        onEnter={show}
        autoFocus={again}
      />
      <Button size="small" isDisabled={text.trim() === ''} onPress={show}>
        Show it to the room
      </Button>
    </div>
  );
}
