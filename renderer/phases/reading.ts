/** Reading a room's sheets: how long it takes, and the way from one to the next. */
import { sayCount } from '../ui/counts.ts';

/** Seconds that reading one sheet takes. */
const SHEET = 4;

/** "36 sheets: about 2½ minutes to read them all." A hint for the room, and nobody's stopwatch. */
export function sayReading(sheets: number): string {
  if (sheets === 0) return 'Nobody put a sheet in: go back and write, or go on.';
  const halves = Math.max(1, Math.round((sheets * SHEET) / 30));
  const whole = Math.floor(halves / 2);
  const time =
    halves === 1 ? 'half a minute' : halves % 2 === 0 ? sayCount(whole, 'minute') : `${whole}½ minutes`;
  return `${sayCount(sheets, 'sheet')}: about ${time} to read ${sheets === 1 ? 'it' : 'them all'}.`;
}

/** Where a key leads from the sheet `at`, in a grid of so many columns; null: it is no key of the walk. */
export function stepTo(key: string, at: number, sheets: number, columns: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: sheets - 1,
  };
  const to = steps[key];
  return to === undefined || sheets === 0 ? null : Math.min(sheets - 1, Math.max(0, to));
}
