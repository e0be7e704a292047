/** Snapshots for tests, made by hand: only what a test cares about is said, the rest is filled in. */
import { NO_COURSE } from '../../../shared/model/course.ts';
import { type IdeaId, MAIN_BOARD, riffKey } from '../../../shared/model/ids.ts';
import type {
  Comment,
  Connector,
  Decision,
  Group,
  Idea,
  JamSnapshot,
  Member,
  Riff,
  Settled,
  SnapshotChange,
} from '../../../shared/model/snapshot.ts';

type Partly<T> = { -readonly [K in keyof T]?: T[K] };
const STAMP = { by: 'alice', lamport: 1, at: 0 };

export function someIdea(
  id: IdeaId,
  {
    born = {},
    place = {},
    ...rest
  }: Omit<Partly<Idea>, 'born' | 'place'> & {
    born?: Partly<Idea['born']>;
    place?: Partly<Idea['place']>;
  } = {},
): Idea {
  return {
    id,
    kind: 'note',
    text: id,
    detail: '',
    bin: false,
    lock: false,
    ...rest,
    born: {
      author: 'alice',
      hand: 'device',
      created: 0,
      lamport: 1,
      run: null,
      framing: null,
      claim: null,
      ...born,
    },
    place: { board: MAIN_BOARD, group: null, x: 0, y: 0, auto: false, ...place },
  };
}

export function someRiff(child: IdeaId, parent: IdeaId, rest: Partly<Riff> = {}): Riff {
  return { ...STAMP, key: riffKey(child, parent), child, parent, bond: 'build', gone: false, ...rest };
}

export function someGroup(id: string, rest: Partly<Group> = {}): Group {
  return {
    ...STAMP,
    id,
    board: MAIN_BOARD,
    parent: null,
    name: id,
    role: 'area',
    x: 0,
    y: 0,
    w: 318,
    h: 402,
    bin: false,
    ...rest,
  };
}

export interface JamParts {
  readonly ideas?: Iterable<Idea>;
  readonly riffs?: Iterable<Riff>;
  readonly groups?: Iterable<Group>;
  readonly connectors?: Iterable<Connector>;
  readonly comments?: Iterable<Comment>;
  readonly decisions?: Iterable<Decision>;
  readonly members?: Iterable<Member>;
  readonly settled?: Iterable<readonly [IdeaId, Settled]>;
  readonly revision?: number;
  readonly structure?: number;
}

export function someJam(parts: JamParts): JamSnapshot {
  const byId = <T extends { readonly id: string }>(all: Iterable<T> = []) =>
    new Map([...all].map((one) => [one.id, one]));
  const byKey = <T extends { readonly key: string }>(all: Iterable<T> = []) =>
    new Map([...all].map((one) => [one.key, one]));
  return {
    revision: parts.revision ?? 1,
    structure: parts.structure ?? 1,
    brief: {
      challenge: '',
      why: '',
      stakeholders: '',
      constraints: '',
      unknowns: '',
      decider: '',
      title: null,
    },
    creator: 'alice',
    created: 0,
    boards: new Map(),
    ideas: byId(parts.ideas),
    riffs: byKey(parts.riffs),
    groups: byId(parts.groups),
    connectors: byId(parts.connectors),
    comments: byKey(parts.comments),
    decisions: byKey(parts.decisions),
    members: byId(parts.members),
    course: NO_COURSE,
    settled: new Map(parts.settled ?? []),
  };
}

export const NO_CHANGE: SnapshotChange = {
  ideas: new Set(),
  riffs: new Set(),
  connectors: new Set(),
  groups: new Set(),
  comments: new Set(),
  decisions: new Set(),
  members: new Set(),
  course: false,
};
