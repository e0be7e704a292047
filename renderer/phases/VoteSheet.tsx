/** One sheet to vote on, its places beside it, never over its words. */
import type { IdeaId } from '../../shared/model/ids.ts';
import { useView } from '../ui/session.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import { MergedIdeas } from './MergedIdeas.tsx';
import { sayDots } from './voteWords.ts';
import './VoteSheet.css';

interface VoteSheetProps {
  readonly idea: IdeaId;
  readonly dots: number;
  /** How many may lie on it. */
  readonly cap: number;
  readonly merged: readonly IdeaId[];
  /** Tab stops here. */
  readonly stop: boolean;
  /** The rule that answered the last try. */
  readonly refused: string | null;
  readonly onPlace: (dots: number) => void;
}

/** More places than this are a number with a plus and a minus. */
const MOST_PLACES = 5;

export function VoteSheet({ idea, dots, cap, merged, stop, refused, onPlace }: VoteSheetProps) {
  const label = useView((view) => view.labels.get(idea) ?? '–');
  const words = useView((view) => {
    const found = view.snapshot.ideas.get(idea);
    return `${label}, ${found?.kind ?? 'note'}: ${found?.text || 'Not written yet'}`;
  });
  return (
    <li className="vote-cell" data-dots={dots > 0 || undefined}>
      <div className="vote-words">
        <button
          type="button"
          className="vote-press"
          data-sheet={idea}
          tabIndex={stop ? 0 : -1}
          aria-label={`${words}. ${sayDots(dots)} of yours. Press to add one.`}
          aria-keyshortcuts="1 2 3 0 + -"
          onClick={() => onPlace(dots + 1)}
        >
          <LargeSheet idea={idea} />
        </button>
        <MergedIdeas ideas={merged} title="Says the same, and counts here" />
        {refused === null ? null : (
          <p className="vote-refused" role="alert">
            {refused}
          </p>
        )}
      </div>
      <div className="vote-places">
        {cap > MOST_PLACES ? (
          <>
            <Step label={`One more dot on ${label}`} sign="+" onPress={() => onPlace(dots + 1)} />
            <span className="vote-count">{dots}</span>
            <Step label={`One dot fewer on ${label}`} sign="−" onPress={() => onPlace(dots - 1)} />
          </>
        ) : (
          Array.from({ length: cap }, (_, i) => i + 1).map((place) => (
            <button
              key={place}
              type="button"
              tabIndex={-1}
              className="vote-place"
              aria-label={`${sayDots(place)} on ${label}`}
              aria-pressed={place <= dots}
              onClick={() => onPlace(place === dots ? place - 1 : place)}
            />
          ))
        )}
      </div>
    </li>
  );
}

interface StepProps {
  readonly label: string;
  readonly sign: string;
  readonly onPress: () => void;
}

function Step({ label, sign, onPress }: StepProps) {
  return (
    <button type="button" tabIndex={-1} className="vote-step" aria-label={label} onClick={onPress}>
      {sign}
    </button>
  );
}
