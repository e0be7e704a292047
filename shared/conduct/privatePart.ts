/**
 * What a person keeps to themselves while a course runs: sheets before the reveal, dots under seal, answers before they
 * are shared. It stays on this laptop, beside the jam and never in it.
 */
import type { RunId } from '../model/course.ts';
import type { IdeaId } from '../model/ids.ts';
import { parseJson } from '../util/parseJson.ts';

/**
 * 'in' goes in at the reveal, 'mine' stays with me. 'desk' is under the pen: nobody said yet where it goes, so at the
 * reveal it waits until it is asked about.
 */
export type Tray = 'in' | 'mine' | 'desk';

export interface Draft {
  /** Becomes the idea's id. */
  readonly id: IdeaId;
  /** The run it was written in. */
  readonly run: RunId;
  readonly text: string;
  readonly kind: string;
  readonly tray: Tray;
}

export interface PrivatePart {
  readonly drafts: readonly Draft[];
  /** By run, then idea. */
  readonly dots: Readonly<Record<RunId, Readonly<Record<IdeaId, number>>>>;
  /** When they were placed last, by run: a lamport of the log. */
  readonly placedAt: Readonly<Record<RunId, number>>;
  /** By run, then question. */
  readonly answers: Readonly<Record<RunId, Readonly<Record<string, string>>>>;
}

export const NOTHING_PRIVATE: PrivatePart = { drafts: [], dots: {}, placedAt: {}, answers: {} };

/** Sheets of a run that its reveal takes; an empty one is no sheet. */
export function goingIn({ drafts }: Pick<PrivatePart, 'drafts'>, run: RunId | null): readonly Draft[] {
  return drafts.filter((draft) => draft.tray === 'in' && draft.run === run && isWritten(draft));
}

/** More than blanks stand on it. */
export function isWritten({ text }: Pick<Draft, 'text'>): boolean {
  return text.trim() !== '';
}

/** Where it is kept. `get` is at once; keeping what `set` gave is the owner's business. */
export interface PrivateStore {
  get(): PrivatePart;
  set(part: PrivatePart): void;
}

const MOST = 1_000;
const LONGEST = 20_000;

export function writePrivatePart(part: PrivatePart): string {
  return JSON.stringify(part);
}

/** Whatever was kept, as far as it can be read; never throws. */
export function readPrivatePart(text: string): PrivatePart {
  const raw = parseJson(text);
  if (typeof raw !== 'object' || raw === null) return NOTHING_PRIVATE;
  const { drafts, dots, placedAt, answers } = raw as Record<string, unknown>;
  return {
    drafts: (Array.isArray(drafts) ? drafts : []).slice(0, MOST).flatMap(readDraft),
    dots: readTable(dots, asWhole),
    placedAt: readFields(placedAt, asWhole),
    answers: readTable(answers, (value) => (typeof value === 'string' ? value.slice(0, LONGEST) : null)),
  };
}

function readDraft(raw: unknown): Draft[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const { id, run, text, kind, tray } = raw as Record<string, unknown>;
  if (typeof id !== 'string' || typeof run !== 'string' || typeof text !== 'string') return [];
  return [
    {
      id,
      run,
      text: text.slice(0, LONGEST),
      kind: typeof kind === 'string' ? kind.slice(0, 40) : 'note',
      tray: tray === 'mine' || tray === 'desk' ? tray : 'in',
    },
  ];
}

function readTable<T>(raw: unknown, read: (value: unknown) => T | null): Record<string, Record<string, T>> {
  return Object.fromEntries(entriesOf(raw).map(([run, fields]) => [run, readFields(fields, read)]));
}

function readFields<T>(raw: unknown, read: (value: unknown) => T | null): Record<string, T> {
  return Object.fromEntries(
    entriesOf(raw).flatMap(([name, value]) => {
      const found = read(value);
      return found === null ? [] : [[name, found]];
    }),
  );
}

function asWhole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function entriesOf(raw: unknown): [string, unknown][] {
  return typeof raw === 'object' && raw !== null ? Object.entries(raw).slice(0, MOST) : [];
}
