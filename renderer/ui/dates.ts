/** Days and times as people say them. The interface is in English, so its dates are too. */

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** "18 May"; with its year when that is not the present one. */
export function sayDay(at: number, now: number): string {
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(at);
}

/** "14:13" on the same day, else "18 May". */
export function sayWhen(at: number, now: number): string {
  return isSameDay(at, now) ? clock.format(at) : sayDay(at, now);
}

/** "Today", "Yesterday", "18 May". */
export function sayRecent(at: number, now: number): string {
  if (isSameDay(at, now)) return 'Today';
  if (isSameDay(at, now - 86_400_000)) return 'Yesterday';
  return sayDay(at, now);
}

export function sayTime(at: number): string {
  return clock.format(at);
}

/** "Wednesday 20 May" of an ISO date; what was written, when it is none. */
export function sayDue(iso: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T12:00:00`) : Number.NaN;
  return Number.isNaN(at) ? iso : weekday.format(at).replace(',', '');
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
