/** What lies face down, of everybody together: a sum and their backs, never whose. */
import { sayCount, sayNumber } from '../ui/counts.ts';

/** More backs than this are only counted. */
const MOST_BACKS = 90;

interface SoloSumProps {
  readonly mine: number;
  /** null: so few are here that it would point at somebody. */
  readonly sum: number | null;
}

export function SoloSum({ mine, sum }: SoloSumProps) {
  const shown = sum ?? mine;
  return (
    <aside className="solo-sum" aria-label="What will go in">
      <p>
        <b data-long={shown > 99 || undefined}>{sayNumber(shown)}</b>
        {lying(shown, sum === null)}
      </p>
      <div className="solo-backs" aria-hidden="true">
        {Array.from({ length: Math.min(MOST_BACKS, shown) }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: backs are alike
          <i key={i} />
        ))}
      </div>
      <p className="phase-quiet">
        {sum === null || mine === sum
          ? ''
          : mine === 0
            ? 'None of them is yours yet. '
            : `${sayCount(mine, 'of them is yours', 'of them are yours')}. `}
        What you write leaves this laptop at the reveal, not before.
      </p>
    </aside>
  );
}

/** "sheets lie face down", "sheet of yours lies face down". */
function lying(count: number, own: boolean): string {
  const of = own ? ' of yours' : '';
  return count === 1 ? `sheet${of} lies face down` : `sheets${of} lie face down`;
}
