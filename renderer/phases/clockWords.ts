/** What a phase's clock shows and says. It counts down to its box, then over. */

/** 'last': the last minute, or a short box's last third; 'over': the box is used up. */
export type ClockTone = 'time' | 'last' | 'over';

export interface ClockFace {
  /** "07:42", and over time "+0:40". */
  readonly text: string;
  readonly tone: ClockTone;
  /** For screen readers: "7 minutes 42 seconds left", "40 seconds over". */
  readonly said: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** `box` and `elapsed` in ms. */
export function readClock(box: number, elapsed: number): ClockFace {
  const left = box - elapsed;
  if (left <= 0) {
    const over = Math.floor(-left / SECOND);
    return {
      text: `+${Math.floor(over / 60)}:${pad(over % 60)}`,
      tone: 'over',
      said: `${sayTime(over)} over`,
    };
  }
  const seconds = Math.ceil(left / SECOND);
  return {
    text: `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`,
    tone: left <= lastOf(box) ? 'last' : 'time',
    said: `${sayTime(seconds)} left`,
  };
}

/** What is rung and said when the clock comes from one tone to the next; null: nothing. Time that is given back is silent. */
export function turnOfClock(
  before: ClockTone,
  now: ClockTone,
  { box, advances = false }: { readonly box: number; readonly advances?: boolean | undefined },
): string | null {
  if (before === 'time' && now === 'last') return `${sayTime(Math.round(lastOf(box) / SECOND))} left.`;
  if (before !== 'over' && now === 'over') {
    return advances ? 'Time is over.' : 'Time is over. The clock counts on.';
  }
  return null;
}

/** How much of a box is its end, ms: were all of a short one, red would warn of nothing. */
function lastOf(box: number): number {
  return Math.min(MINUTE, box / 3);
}

/** "9 min", "1.5 min". */
export function sayMinutes(minutes: number): string {
  return `${Math.round(minutes * 10) / 10} min`;
}

function sayTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    minutes === 0 ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    rest === 0 && minutes > 0 ? '' : `${rest} ${rest === 1 ? 'second' : 'seconds'}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function pad(figure: number): string {
  return String(figure).padStart(2, '0');
}
