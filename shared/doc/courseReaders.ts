/**
 * The tolerant reader of the course's roots. As with every reader: whatever the document holds becomes a plain, bounded
 * value or nothing. The roots are small and read whole, each when something in it changed.
 */
import type * as Y from 'yjs';
import {
  type Ballot,
  type BoxKey,
  CLOCK_MOVES,
  type ClockEvent,
  type ClockMove,
  type Close,
  COURSE_LIMITS,
  type CourseRecords,
  type HostSeat,
  type Merge,
  type Nomination,
  type Phase,
  type PhaseOptions,
  PLAIN_OPTIONS,
  type Reflection,
  type Run,
} from '../model/course.ts';
import { asCount, asRecord, asText, asTextOrNull, firstValue, readStamp } from './readers.ts';
import { COURSE_ROOTS, type CourseRoot, registers, splitFieldKey } from './schema.ts';

/** Entries of one root beyond this are not read: nobody's jam has them, and everybody would pay. */
const MOST = 20_000;

type Part = Partial<CourseRecords>;

const READERS: Readonly<Record<CourseRoot, (root: Y.Map<unknown>) => Part>> = {
  setlist: (root) => ({ ...readHead(root), phases: readPhases(root) }),
  runs: (root) => ({ runs: readAll(root, readRun) }),
  closes: (root) => ({ closes: readAll(root, readClose) }),
  clock: (root) => ({ clock: readAll(root, readClockEvent) }),
  hosts: (root) => ({ hosts: readAll(root, readHost) }),
  nominations: (root) => ({ nominations: readAll(root, readNomination) }),
  merges: (root) => ({ merges: readAll(root, readMergeOf) }),
  ballots: (root) => ({ ballots: readAll(root, readBallot) }),
  reflections: (root) => ({ reflections: readAll(root, readReflection) }),
  boxKeys: (root) => ({ boxKeys: readAll(root, readBoxKey) }),
};

export function readCourseRecords(doc: Y.Doc): CourseRecords {
  return rereadCourse(doc, {} as CourseRecords, COURSE_ROOTS);
}

/** The records with these roots read again; the others stay identical. */
export function rereadCourse(doc: Y.Doc, before: CourseRecords, roots: Iterable<CourseRoot>): CourseRecords {
  let records = before;
  for (const root of roots) records = { ...records, ...READERS[root](registers(doc, root)) };
  return records;
}

function readAll<T>(
  root: Y.Map<unknown>,
  read: (key: string, value: unknown) => T | null,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const key of root.keys()) {
    if (found.size >= MOST) break;
    const record = read(key, root.get(key));
    if (record !== null) found.set(key, record);
  }
  return found;
}

function readHead(root: Y.Map<unknown>): Pick<CourseRecords, 'endsAt' | 'template'> {
  const ends = root.get('ends');
  return {
    endsAt: typeof ends === 'number' && Number.isSafeInteger(ends) && ends > 0 ? ends : null,
    template: asTextOrNull(root.get('template')),
  };
}

function readPhases(root: Y.Map<unknown>): ReadonlyMap<string, Phase> {
  const phases = new Map<string, Phase>();
  for (const key of root.keys()) {
    const split = splitFieldKey(key);
    if (split?.field !== 'kind' || phases.size >= COURSE_LIMITS.phases) continue;
    // The kind never changes: nobody turns somebody's vote into another phase.
    const kind = asText(firstValue(root, key), 40);
    if (kind === '') continue;
    const field = (name: string): unknown => root.get(`${split.id}:${name}`);
    phases.set(split.id, {
      id: split.id,
      kind,
      title: asText(field('title'), COURSE_LIMITS.title),
      prompt: asText(field('prompt'), COURSE_LIMITS.prompt),
      minutes: asMinutes(field('minutes')),
      options: readOptions(field('options')),
      order: asSpan(field('order')),
      gone: field('gone') === true,
    });
  }
  return phases;
}

export function readOptions(value: unknown): PhaseOptions {
  const fields = asRecord(value) ?? {};
  return {
    unsigned: fields['unsigned'] === true,
    advances: fields['advances'] === true,
    rounds: asWhole(fields['rounds'], PLAIN_OPTIONS.rounds, COURSE_LIMITS.rounds),
    dots: asWhole(fields['dots'], PLAIN_OPTIONS.dots, COURSE_LIMITS.dots),
    cap: asWhole(fields['cap'], PLAIN_OPTIONS.cap, COURSE_LIMITS.dots),
    nominations: asWhole(fields['nominations'], PLAIN_OPTIONS.nominations, COURSE_LIMITS.nominations),
  };
}

function readRun(id: string, value: unknown): Run | null {
  const fields = asRecord(value);
  const phase = asText(fields?.['phase'], 64);
  if (fields === null || phase === '') return null;
  return {
    id,
    phase,
    after: asTextOrNull(fields['after']),
    kind: asText(fields['kind'], 40) || 'free',
    round: asWhole(fields['round'], 1, 1_000),
    options: readOptions(fields['options']),
    roster: asIds(fields['roster'], COURSE_LIMITS.roster),
    dealt: new Map(
      entriesOf(fields['dealt'], COURSE_LIMITS.roster).map(([member, ideas]) => [member, asIds(ideas, 20)]),
    ),
    list: asIds(fields['list'], COURSE_LIMITS.list),
    seal: asTextOrNull(fields['seal']),
    holders: new Map(
      entriesOf(fields['holders'], COURSE_LIMITS.roster).flatMap(([device, box]) =>
        typeof box === 'string' ? [[device, box.slice(0, 400)] as const] : [],
      ),
    ),
    ...readStamp(fields),
  };
}

function readClose(key: string, value: unknown): Close | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  return {
    run: beforeColon(key),
    counted: asIds(fields['counted'], COURSE_LIMITS.roster),
    aside: asIds(fields['aside'], COURSE_LIMITS.roster),
    totals: new Map(
      entriesOf(fields['totals'], COURSE_LIMITS.list).flatMap(([idea, spread]) =>
        Array.isArray(spread) ? [[idea, spread.slice(0, COURSE_LIMITS.dots).map(asPeople)] as const] : [],
      ),
    ),
    voters: asPeople(fields['voters']),
    ...readStamp(fields),
  };
}

function readClockEvent(key: string, value: unknown): ClockEvent | null {
  const fields = asRecord(value);
  if (fields === null || !CLOCK_MOVES.includes(fields['move'] as ClockMove)) return null;
  return {
    key,
    run: beforeColon(key),
    move: fields['move'] as ClockMove,
    elapsed: Math.min(asCount(fields['elapsed']), LONGEST_MS),
    ms: asSpan(fields['ms']),
    ...readStamp(fields),
  };
}

function readHost(member: string, value: unknown): HostSeat | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  return { member, host: fields['host'] === true, took: asCount(fields['took']), ...readStamp(fields) };
}

function readNomination(key: string, value: unknown): Nomination | null {
  const [run = '', member = '', idea = ''] = key.split(':');
  const fields = asRecord(value);
  if (fields === null || run === '' || member === '' || idea === '') return null;
  return { run, member, idea, gone: fields['gone'] === true, ...readStamp(fields) };
}

function readMergeOf(key: string, value: unknown): Merge | null {
  const [from = '', into = ''] = key.split(':');
  const fields = asRecord(value);
  if (fields === null || from === '' || into === '') return null;
  return { from, into, gone: fields['gone'] === true, ...readStamp(fields) };
}

function readBallot(key: string, value: unknown): Ballot | null {
  const fields = asRecord(value);
  const box = asText(fields?.['box'], 4_000);
  if (fields === null || box === '') return null;
  return { key, run: beforeColon(key), device: asText(fields['device'], 64), box, ...readStamp(fields) };
}

function readReflection(key: string, value: unknown): Reflection | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  const text = asText(fields['text'], 5_000);
  return { key, run: beforeColon(key), question: asText(fields['question'], 40), text, ...readStamp(fields) };
}

function readBoxKey(device: string, value: unknown): BoxKey | null {
  const fields = asRecord(value);
  const key = asText(fields?.['key'], 64);
  return fields === null || key === '' ? null : { device, member: asText(fields['member'], 64), key };
}

const LONGEST_MS = 7 * 24 * 3_600_000;

function asSpan(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.min(LONGEST_MS, Math.max(-LONGEST_MS, value));
}

function asMinutes(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 5;
  return Math.min(COURSE_LIMITS.minutes.most, Math.max(COURSE_LIMITS.minutes.least, value));
}

function asWhole(value: unknown, otherwise: number, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? Math.min(value, most)
    : otherwise;
}

function asPeople(value: unknown): number {
  return Math.min(Math.floor(asCount(value)), 100_000);
}

function asIds(value: unknown, most: number): string[] {
  if (!Array.isArray(value)) return [];
  const ids = value.filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= 100,
  );
  return [...new Set(ids)].slice(0, most);
}

/** `Object.entries`, so that `__proto__` and its like stay words. */
function entriesOf(value: unknown, most: number): [string, unknown][] {
  const fields = asRecord(value);
  return fields === null ? [] : Object.entries(fields).slice(0, most);
}

function beforeColon(key: string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? key : key.slice(0, colon);
}
