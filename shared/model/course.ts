/**
 * The jam's course as plain values: the setlist, its runs, their clock, who hosts, and what people said by rule
 * (nominations, ballots, answers). What follows from them together is folded in `shared/phases`.
 */
import type { DeviceId, IdeaId, MemberId } from './ids.ts';
import type { Stamp } from './stamp.ts';

/** One line of the setlist. */
export type PhaseId = string;
/** One performance of a phase. */
export type RunId = string;

/** What a run names as its phase when the setlist was left: the open board. */
export const NO_PHASE: PhaseId = 'none';

export interface PhaseOptions {
  /** Names are not shown: no initials, no named cursors, until a vote closes. */
  readonly unsigned: boolean;
  /** Goes on by itself when the box is over; a vote is closed. */
  readonly advances: boolean;
  /** How often the phase is played in a row: rounds of a rotation. */
  readonly rounds: number;
  /** Dots a person has in a vote, and how many of them may lie on one idea. */
  readonly dots: number;
  readonly cap: number;
  /** How many ideas each person may nominate. */
  readonly nominations: number;
}

export const PLAIN_OPTIONS: PhaseOptions = {
  unsigned: false,
  advances: false,
  rounds: 1,
  dots: 5,
  cap: 3,
  nominations: 2,
};

/** What a setlist line says: goal, box, and how its kind is played here. */
export interface PhasePlan {
  /** A name in the phase kinds' registry; an unknown one of a newer version is played as a free phase. */
  readonly kind: string;
  readonly title: string;
  /** What the host asks in this phase, or empty. */
  readonly prompt: string;
  /** The time box of one round, minutes. */
  readonly minutes: number;
  readonly options: PhaseOptions;
}

export interface Phase extends PhasePlan {
  readonly id: PhaseId;
  /** Between those of its neighbours: a fractional index. */
  readonly order: number;
  readonly gone: boolean;
}

/** One performance. What it was played by is frozen in it, so that editing the setlist changes no run. */
export interface Run extends Stamp {
  readonly id: RunId;
  readonly phase: PhaseId;
  /** The run that its host saw as the current one: of two with the same, the lower lamport counts. */
  readonly after: RunId | null;
  readonly kind: string;
  /** From 1; counts the runs of this phase in a row. */
  readonly round: number;
  readonly options: PhaseOptions;
  /** Who was there, frozen. */
  readonly roster: readonly MemberId[];
  /** A rotation's sheets for each seat, the first one first. */
  readonly dealt: ReadonlyMap<MemberId, readonly IdeaId[]>;
  /** What is on the list of a vote. */
  readonly list: readonly IdeaId[];
  /** A vote's sealing key (X25519, base64url), and its secret half sealed to each holder's device. */
  readonly seal: string | null;
  readonly holders: ReadonlyMap<DeviceId, string>;
}

/** The end of a vote: which ballots were counted, and what they came to. */
export interface Close extends Stamp {
  readonly run: RunId;
  /** Keys of the ballots that were counted, one a person. */
  readonly counted: readonly string[];
  /** The latest ballots of the other seats that lay there: of a person's second device, or not valid. What is in neither came later. */
  readonly aside: readonly string[];
  /** How many people gave this idea one, two, three ... dots. */
  readonly totals: ReadonlyMap<IdeaId, readonly number[]>;
  readonly voters: number;
}

/** 'close': stopped for good, a vote is being counted. */
export const CLOCK_MOVES = ['start', 'pause', 'resume', 'add', 'close'] as const;
export type ClockMove = (typeof CLOCK_MOVES)[number];

export interface ClockEvent extends Stamp {
  readonly key: string;
  readonly run: RunId;
  readonly move: ClockMove;
  /** What the run's clock showed then, ms. */
  readonly elapsed: number;
  /** Of 'add': how much longer, ms. */
  readonly ms: number;
}

/** Who may lead. The creator always; others when named. */
export interface HostSeat extends Stamp {
  readonly member: MemberId;
  readonly host: boolean;
  /** The lamport at which this person took the lead, or 0. */
  readonly took: number;
}

export interface Nomination extends Stamp {
  readonly run: RunId;
  readonly member: MemberId;
  readonly idea: IdeaId;
  readonly gone: boolean;
}

/** Two nominees that say the same: `from` stands on the list as `into`. */
export interface Merge extends Stamp {
  readonly from: IdeaId;
  readonly into: IdeaId;
  readonly gone: boolean;
}

export interface Ballot extends Stamp {
  readonly key: string;
  readonly run: RunId;
  readonly device: DeviceId;
  /** The sealed dots, base64url. */
  readonly box: string;
}

/** An answer at the check-out. */
export interface Reflection extends Stamp {
  readonly key: string;
  readonly run: RunId;
  readonly question: string;
  readonly text: string;
}

/** A device's public key for what is sealed to it (X25519, base64url). */
export interface BoxKey {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly key: string;
}

export interface CourseRecords {
  /** When the jam must end, wall time in ms, or null. */
  readonly endsAt: number | null;
  readonly template: string | null;
  readonly phases: ReadonlyMap<PhaseId, Phase>;
  readonly runs: ReadonlyMap<RunId, Run>;
  readonly closes: ReadonlyMap<string, Close>;
  readonly clock: ReadonlyMap<string, ClockEvent>;
  readonly hosts: ReadonlyMap<MemberId, HostSeat>;
  readonly nominations: ReadonlyMap<string, Nomination>;
  readonly merges: ReadonlyMap<string, Merge>;
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly reflections: ReadonlyMap<string, Reflection>;
  readonly boxKeys: ReadonlyMap<DeviceId, BoxKey>;
}

/** A jam without a course. */
export const NO_COURSE: CourseRecords = {
  endsAt: null,
  template: null,
  phases: new Map(),
  runs: new Map(),
  closes: new Map(),
  clock: new Map(),
  hosts: new Map(),
  nominations: new Map(),
  merges: new Map(),
  ballots: new Map(),
  reflections: new Map(),
  boxKeys: new Map(),
};

/** Bounds of a setlist: what a template or a hand asks beyond them is brought back to them when read. */
export const COURSE_LIMITS = {
  minutes: { least: 0.5, most: 240 },
  rounds: 12,
  dots: 50,
  nominations: 20,
  prompt: 1_000,
  title: 120,
  phases: 200,
  list: 60,
  roster: 200,
} as const;
