/** The course as it stands: one pure fold over the records, the same on every laptop that holds the same. */
import {
  type Ballot,
  type ClockEvent,
  type Close,
  type CourseRecords,
  type HostSeat,
  NO_PHASE,
  type Phase,
  type Run,
  type RunId,
} from '../model/course.ts';
import type { MemberId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { type ClockReading, foldClock } from './clock.ts';
import type { PhaseKind, PhaseScreen } from './phaseKind.ts';
import { kindNamed } from './registry.ts';

export interface Course {
  /** In order, those that were not dropped. */
  readonly phases: readonly Phase[];
  /** From the first to the current one. */
  readonly runs: readonly Run[];
  /** Started apart from these by another host; their work is kept, their clock is not. */
  readonly apart: readonly Run[];
  readonly current: Run | null;
  /** The law that holds now. Without a run: everything is open. */
  readonly kind: PhaseKind;
  /** The setlist's line of the current run; null when there is none, or it was dropped. */
  readonly phase: Phase | null;
  /** What "go on" starts: another round, the next phase, or null at the end. */
  readonly next: { readonly phase: Phase; readonly round: number } | null;
  readonly clock: ClockReading;
  /** The close that counts of each run. */
  readonly closes: ReadonlyMap<RunId, Close>;
  /** Who may lead, and who does. null while nobody made the jam. */
  readonly hosts: ReadonlySet<MemberId>;
  readonly leader: MemberId | null;
  /** Names are hidden now. */
  readonly unsigned: boolean;
}

const IDLE: ClockReading = { state: 'idle', elapsed: 0, closing: false, event: null, box: 0 };

export function readCourse(records: CourseRecords, creator: MemberId | null): Course {
  const phases = orderPhases(records.phases.values());
  const { hosts, leader } = readHosts(records.hosts.values(), creator);
  const { runs, apart } = chainRuns(records.runs.values(), hosts);
  const current = runs.at(-1) ?? null;
  const closes = readCloses(records.closes, hosts);
  const phase = current === null ? null : (phases.find(({ id }) => id === current.phase) ?? null);
  return {
    phases,
    runs,
    apart,
    current,
    kind: kindNamed(current?.kind ?? 'free'),
    phase,
    next: readNext(phases, records.phases, current),
    clock:
      current === null
        ? IDLE
        : foldClock(eventsOf(records.clock.values(), current.id), planOf(current, records)),
    closes,
    hosts,
    leader,
    unsigned: current?.options.unsigned === true && !closes.has(current.id),
  };
}

/** Remembers the last fold: the records stay identical while nothing of the course changed. */
export function createCourseReader(): (snapshot: Pick<JamSnapshot, 'course' | 'creator'>) => Course {
  let known: { records: CourseRecords; creator: MemberId | null; course: Course } | null = null;
  return ({ course: records, creator }) => {
    if (known === null || known.records !== records || known.creator !== creator) {
      known = { records, creator, course: readCourse(records, creator) };
    }
    return known.course;
  };
}

/** A phase of a setlist is being played: not before it began, nor after it was left. */
export function isPlaying({ current }: Pick<Course, 'current'>): boolean {
  return current !== null && current.phase !== NO_PHASE;
}

/** The setlist was played to its last line, and nothing was begun since. */
export function hasEnded({ current, runs, phases }: Pick<Course, 'current' | 'runs' | 'phases'>): boolean {
  return current?.phase === NO_PHASE && runs.length > 1 && runs.at(-2)?.phase === phases.at(-1)?.id;
}

/** What takes the stage now. */
export function screenNow(course: Pick<Course, 'current' | 'runs' | 'phases' | 'kind'>): PhaseScreen {
  return hasEnded(course) ? 'outcome' : course.kind.screen;
}

/** The vote that is on: dots are placed and not yet counted. */
export function openVote({ current, closes }: Pick<Course, 'current' | 'closes'>): Run | null {
  return current?.kind === 'vote' && !closes.has(current.id) ? current : null;
}

/** The course's last run whose vote was closed; null: no vote of it was. */
export function lastVoted({ runs, closes }: Pick<Course, 'runs' | 'closes'>): Run | null {
  return runs.findLast(({ id }) => closes.has(id)) ?? null;
}

/** The vote that was closed last, as it counts. */
export function latestClose(course: Pick<Course, 'runs' | 'closes'>): Close | null {
  const run = lastVoted(course);
  return run === null ? null : (course.closes.get(run.id) ?? null);
}

/** Phases by their place, those that were dropped left out. */
export function orderPhases(phases: Iterable<Phase>): readonly Phase[] {
  return [...phases].filter(({ gone }) => !gone).sort(byOrder);
}

/** Whose work stays without names, whatever phase comes after them, until a vote is closed. */
export function unsignedRuns(course: Pick<Course, 'runs' | 'apart' | 'closes'>): readonly Run[] {
  const since = runsSinceClose(course);
  const wasClosed = since.length < course.runs.length;
  return [...since, ...(wasClosed ? [] : course.apart)].filter(({ options }) => options.unsigned);
}

/** The runs after the last one whose vote was closed; all, when none was. */
export function runsSinceClose({ runs, closes }: Pick<Course, 'runs' | 'closes'>): readonly Run[] {
  return runs.slice(runs.findLastIndex(({ id }) => closes.has(id)) + 1);
}

/** Valid ballots of a run in the document, whoever sealed them. */
export function ballotsOf(records: CourseRecords, run: RunId): readonly Ballot[] {
  return [...records.ballots.values()].filter((ballot) => ballot.run === run);
}

function planOf(run: Run, records: CourseRecords): { minutes: number } {
  return { minutes: records.phases.get(run.phase)?.minutes ?? 5 };
}

function eventsOf(events: Iterable<ClockEvent>, run: RunId): ClockEvent[] {
  return [...events].filter((event) => event.run === run);
}

function byOrder(a: Phase, b: Phase): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function isEarlier(a: Run, b: Run): boolean {
  return a.lamport !== b.lamport ? a.lamport < b.lamport : a.id < b.id;
}

/** Runs hang on the one before; where two hosts went on apart, the lower lamport is the course. */
function chainRuns(all: Iterable<Run>, hosts: ReadonlySet<MemberId>): { runs: Run[]; apart: Run[] } {
  const followers = new Map<RunId | null, Run>();
  const rest = new Set<Run>();
  for (const run of all) {
    if (!hosts.has(run.by)) continue;
    rest.add(run);
    const other = followers.get(run.after);
    if (other === undefined || isEarlier(run, other)) followers.set(run.after, run);
  }
  const runs: Run[] = [];
  for (let run = followers.get(null); run !== undefined && rest.delete(run); run = followers.get(run.id)) {
    runs.push(run);
  }
  return { runs, apart: [...rest].sort((a, b) => (isEarlier(a, b) ? -1 : 1)) };
}

function readHosts(seats: Iterable<HostSeat>, creator: MemberId | null) {
  const hosts = new Set<MemberId>();
  if (creator !== null) hosts.add(creator);
  let leader = creator;
  let took = 0;
  const ordered = [...seats].filter(({ host }) => host).sort((a, b) => (a.member < b.member ? -1 : 1));
  for (const seat of ordered) {
    hosts.add(seat.member);
    if (seat.took > took) {
      took = seat.took;
      leader = seat.member;
    }
  }
  return { hosts, leader };
}

/** Of two hosts that closed apart the earlier counts; at one and the same lamport the smaller key. */
function readCloses(
  all: ReadonlyMap<string, Close>,
  hosts: ReadonlySet<MemberId>,
): ReadonlyMap<RunId, Close> {
  const closes = new Map<RunId, Close>();
  const ordered = [...all].sort(([a, one], [b, other]) => one.lamport - other.lamport || (a < b ? -1 : 1));
  for (const [, close] of ordered) {
    if (hosts.has(close.by) && !closes.has(close.run)) closes.set(close.run, close);
  }
  return closes;
}

function readNext(
  phases: readonly Phase[],
  all: ReadonlyMap<string, Phase>,
  current: Run | null,
): Course['next'] {
  if (current === null) return phases[0] === undefined ? null : { phase: phases[0], round: 1 };
  const played = all.get(current.phase);
  if (played !== undefined && !played.gone && current.round < played.options.rounds) {
    return { phase: played, round: current.round + 1 };
  }
  // A dropped phase still says where we are.
  const phase =
    played === undefined ? undefined : phases.find((one) => one.id !== played.id && byOrder(one, played) > 0);
  return phase === undefined ? null : { phase, round: 1 };
}
