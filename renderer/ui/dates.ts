/**
 * Days and times as people say them: in English, as the interface is, and in the order of the person's own region
 * ("20 May, 14:13" in Leeds and in Kassel, "May 20, 2:13 PM" in Boston).
 */

interface Dates {
  /** A BCP 47 tag, for what else is written in this way: "en-DE". */
  readonly locale: string;
  /** "18 May"; with its year when that is not the present one. */
  sayDay(at: number, now: number): string;
  /** "14:13" on the same day, else "18 May". */
  sayWhen(at: number, now: number): string;
  /** "Today", "Yesterday", "18 May". */
  sayRecent(at: number, now: number): string;
  sayTime(at: number): string;
  /** "Wednesday 20 May" of an ISO date; what was written, when it is none. */
  sayDue(iso: string): string;
}

/** `language`: the person's own, as the system names it ("de-AT"). Without a region its most likely one counts. */
export function createDates(language: string): Dates {
  const locale = `en-${new Intl.Locale(language).maximize().region ?? 'GB'}`;
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, parts);
  const day = format({ day: 'numeric', month: 'long' });
  const dayAndYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const clock = format({ timeStyle: 'short' });
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'long' });

  const sayDay: Dates['sayDay'] = (at, now) =>
    (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(at);
  return {
    locale,
    sayDay,
    sayWhen: (at, now) => (isSameDay(at, now) ? clock.format(at) : sayDay(at, now)),
    sayRecent(at, now) {
      if (isSameDay(at, now)) return 'Today';
      if (isSameDay(at, now - 86_400_000)) return 'Yesterday';
      return sayDay(at, now);
    },
    sayTime: (at) => clock.format(at),
    sayDue(iso) {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T12:00:00`) : Number.NaN;
      return Number.isNaN(at) ? iso : weekday.format(at);
    },
  };
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

// Node 20, which may run the tests, knows no navigator.
const language = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;

export const { locale: DATE_LOCALE, sayDay, sayWhen, sayRecent, sayTime, sayDue } = createDates(language);
