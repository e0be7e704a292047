/** Above the board while a room riffs: a card to draw, two ideas to marry, and the sheets that nobody has touched. */
import { Dices, Sparkles, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { PROMPT_DECK, type PromptCard } from '../../shared/phases/promptDeck.ts';
import { combine, riffOn } from '../ideas/makeIdea.ts';
import { goToIdea } from '../jam/goToIdea.ts';
import type { JamSession } from '../session/jamSession.ts';
import { NOTHING_SELECTED } from '../stores/uiStore.ts';
import { Button } from '../ui/Button.tsx';
import { sayCount } from '../ui/counts.ts';
import { useCourse, useSession, useView } from '../ui/session.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { freshFor, pairOf } from './riffHelp.ts';
import './RiffHelp.css';

export function RiffHelp() {
  const kind = useCourse(({ course }) => course.kind.name);
  if (kind === 'fresh') return <FreshBar />;
  return kind === 'riff' ? <PromptBar /> : null;
}

function FreshBar() {
  const session = useSession();
  const view = useView((jam) => jam);
  const fresh = useMemo(() => freshFor(view, session.jam.me), [view, session]);
  const [at, setAt] = useState(0);
  const idea = fresh[at % Math.max(1, fresh.length)];
  return (
    <aside className="riff-help" aria-label="Fresh sheets">
      {idea === undefined ? (
        <p role="status">Every sheet has a riff now. Until we go on, riff where you like.</p>
      ) : (
        <>
          <Button
            size="small"
            look="word"
            onPress={() => {
              goToIdea(session, fresh[(at + 1) % fresh.length] ?? idea);
              setAt(at + 1);
            }}
          >
            Show me the next
          </Button>
          <Button size="small" onPress={() => riffOn(session, idea)}>
            Riff on {view.labels.get(idea) ?? 'it'}
          </Button>
          <p>
            <b>{sayCount(fresh.length, 'sheet')}</b> that nobody has touched
          </p>
        </>
      )}
    </aside>
  );
}

function PromptBar() {
  const session = useSession();
  const [card, setCard] = useState<PromptCard | null>(null);
  const [pair, setPair] = useState<readonly [IdeaId, IdeaId] | null>(null);
  const labels = useView((view) => view.labels);
  const putAway = useCallback((): void => {
    setCard(null);
    setPair(null);
  }, []);
  useEscape(card === null && pair === null ? null : putAway);
  return (
    <aside className="riff-help" aria-label="When thoughts stand still">
      <Button
        size="small"
        look="word"
        onPress={() => {
          setPair(null);
          setCard(draw(card));
        }}
      >
        <Sparkles size={16} aria-hidden="true" />
        Draw a card
      </Button>
      <Button
        size="small"
        look="word"
        onPress={() => {
          setCard(null);
          const two = pairOf(session.view(), pick);
          setPair(two);
          if (two === null) session.notify('Two ideas of different trees are needed for that.');
          else showBoth(session, two);
        }}
      >
        <Dices size={16} aria-hidden="true" />
        Two at random
      </Button>
      <p role="status">
        {card === null ? null : (
          <>
            <i>{card.family}</i> <b>{card.text}</b>
          </>
        )}
        {pair === null ? null : (
          <>
            <b>
              {labels.get(pair[0])} and {labels.get(pair[1])}
            </b>{' '}
            in one?
          </>
        )}
      </p>
      {pair === null ? null : (
        <Button
          size="small"
          onPress={() => {
            combine(session, pair);
            putAway();
          }}
        >
          Combine them
        </Button>
      )}
      {card === null && pair === null ? null : (
        <Button look="icon" aria-label="Put it away" aria-keyshortcuts="Escape" onPress={putAway}>
          <X size={16} strokeWidth={2.2} aria-hidden="true" />
        </Button>
      )}
    </aside>
  );
}

function showBoth(session: JamSession, [a, b]: readonly [IdeaId, IdeaId]): void {
  session.set({ selection: { ...NOTHING_SELECTED, ideas: new Set([a, b]) }, focus: a });
  session.act('camera.selection');
}

function pick(sides: number): number {
  return Math.floor(Math.random() * sides);
}

function draw(before: PromptCard | null): PromptCard | null {
  const others = PROMPT_DECK.filter((card) => card !== before);
  return others[pick(others.length)] ?? null;
}
