/** When a session must end, between a time of day as a field holds it ("15:05") and a moment. */

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
/** A time of day that went by longer ago than this, ms, means tomorrow. */
const JUST_GONE = 60 * MINUTE;

/** The next moment that the clock on the wall shows this; null when it is no time of day, or empty: no end. */
export function readEndsAt(value: string, now: number): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(value.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at.getTime() < now - JUST_GONE) at.setDate(at.getDate() + 1);
  return at.getTime();
}

/** As the field holds it, in this laptop's time. */
export function writeEndsAt(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** When a session of so many minutes may end: never before its boxes do, at the next five minutes. */
export function suggestEnd(minutes: number, now: number): number {
  return Math.ceil((now + minutes * MINUTE) / STEP) * STEP;
}
