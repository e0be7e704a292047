/**
 * The jam as everything above the document sees it: plain, deeply immutable values.
 * The incremental reader makes a new snapshot per transaction and keeps what did not change identical (`===`),
 * so selectors and caches may compare by identity.
 */
import type { CourseRecords } from './course.ts';
import type {
  BoardId,
  CommentKey,
  ConnectorId,
  DecisionKey,
  DeviceId,
  GroupId,
  IdeaId,
  MemberId,
  RiffKey,
} from './ids.ts';
import type { Stamp } from './stamp.ts';

export type { Stamp } from './stamp.ts';

/** The wicked problem. Free text, each a Y.Text of its own; `challenge` is the one line that makes a jam. */
export interface Brief {
  readonly challenge: string;
  readonly why: string;
  readonly stakeholders: string;
  readonly constraints: string;
  readonly unknowns: string;
  readonly decider: string;
  /** Set when somebody named the jam by hand; otherwise the title is the challenge's first words (`jamTitle`). */
  readonly title: string | null;
}
export type BriefField = Exclude<keyof Brief, 'title'>;

export interface Board {
  readonly id: BoardId;
  readonly name: string;
  /** Fractional index. */
  readonly order: string;
  readonly bin: boolean;
}

/** A number that an idea asked for at birth: `root: null` asks for letter n (1 = A), otherwise riff n (from 2) of that root. */
export interface CallClaim {
  readonly root: IdeaId | null;
  readonly n: number;
}

/** What never changes about an idea. `author` is whose voice it is, `hand` whose device wrote it. */
export interface Born {
  readonly author: MemberId;
  readonly hand: DeviceId;
  /** Wall time, ms. */
  readonly created: number;
  readonly lamport: number;
  readonly run: string | null;
  readonly framing: string | null;
  readonly claim: CallClaim | null;
}

/** Where an idea lies. Page units, top left; relative to its group's origin when it has one. One value: a move is one item. */
export interface Place {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly x: number;
  readonly y: number;
  /** Laid by the app beside its parent: goes along when the root moves. A hand that moves it makes it false. */
  readonly auto: boolean;
}

export interface Idea {
  readonly id: IdeaId;
  readonly born: Born;
  /** A name in the kinds' registry; unknown kinds of newer versions survive and are drawn as a note. */
  readonly kind: string;
  readonly place: Place;
  /** On the sheet. */
  readonly text: string;
  /** In the panel, Markdown. */
  readonly detail: string;
  readonly bin: boolean;
  readonly lock: boolean;
}

export const BONDS = ['build', 'twist', 'combine', 'question'] as const;
export type Bond = (typeof BONDS)[number];

/** A child idea's typed bond to a parent. A combine has several parents, so several riffs. */
export interface Riff extends Stamp {
  readonly key: RiffKey;
  readonly child: IdeaId;
  readonly parent: IdeaId;
  readonly bond: Bond;
  readonly gone: boolean;
}

/** A thing that a connector can end at. */
export interface ThingRef {
  readonly type: 'idea' | 'group';
  readonly id: IdeaId | GroupId;
}

export interface Connector extends Stamp {
  readonly id: ConnectorId;
  readonly from: ThingRef;
  readonly to: ThingRef;
  readonly label: string;
  readonly bin: boolean;
}

/** A named, headed area. `role: 'fresh'` is the column of sheets nobody has riffed on yet. */
export interface Group extends Stamp {
  readonly id: GroupId;
  readonly board: BoardId;
  readonly parent: GroupId | null;
  readonly name: string;
  readonly role: 'area' | 'fresh';
  /** Page units; relative to the parent group's origin when it has one. Width and height of the asked area. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly bin: boolean;
}

export interface Comment extends Stamp {
  readonly key: CommentKey;
  readonly idea: IdeaId;
  readonly text: string;
  readonly gone: boolean;
}

export const OUTCOMES = ['promote', 'later', 'no'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What was decided about an idea. The one with the highest lamport counts; earlier ones stay in the record. */
export interface Decision extends Stamp {
  readonly key: DecisionKey;
  readonly idea: IdeaId;
  /** null: taken back. */
  readonly outcome: Outcome | null;
  readonly reason: string;
  /** A person's name as written; a member's when it matches one. */
  readonly owner: string;
  readonly firstStep: string;
  /** ISO date `2026-05-20`, or empty. */
  readonly due: string;
  /** Who sees it otherwise, and why: the minority note. */
  readonly dissent: string;
  /** false: somebody else named the owner, who has not said "I carry this" yet. */
  readonly accepted: boolean;
}

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  /** What they know, in a word or two ("telecoms"). */
  readonly expertise: string;
  readonly lamport: number;
}

/** A call number written down once by the acting host; see `labels.ts` in ideas. */
export interface Settled extends Stamp {
  readonly label: string;
}

export interface JamSnapshot {
  /** Grows with every snapshot of one reader. */
  readonly revision: number;
  /** Changes only when labels, lineage, kinds, bins or settled numbers may have: not with texts and places. */
  readonly structure: number;
  readonly brief: Brief;
  /** Who made the jam: the host while there is no circle yet. null in a jam without a genesis. */
  readonly creator: MemberId | null;
  readonly created: number;
  readonly boards: ReadonlyMap<BoardId, Board>;
  /** All ideas, binned ones too. */
  readonly ideas: ReadonlyMap<IdeaId, Idea>;
  readonly riffs: ReadonlyMap<RiffKey, Riff>;
  readonly connectors: ReadonlyMap<ConnectorId, Connector>;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly comments: ReadonlyMap<CommentKey, Comment>;
  readonly decisions: ReadonlyMap<DecisionKey, Decision>;
  readonly members: ReadonlyMap<MemberId, Member>;
  readonly settled: ReadonlyMap<IdeaId, Settled>;
  /** Setlist, runs, clock and what people said by rule; one object, identical while none of it changed. */
  readonly course: CourseRecords;
}

/**
 * What differs between a snapshot and the one before it, for caches and the painter's dirty regions. Brief and boards
 * are compared by identity; settled numbers show in `structure`.
 */
export interface SnapshotChange {
  readonly ideas: ReadonlySet<IdeaId>;
  readonly riffs: ReadonlySet<RiffKey>;
  readonly connectors: ReadonlySet<ConnectorId>;
  readonly groups: ReadonlySet<GroupId>;
  readonly comments: ReadonlySet<CommentKey>;
  readonly decisions: ReadonlySet<DecisionKey>;
  readonly members: ReadonlySet<MemberId>;
  readonly course: boolean;
}
