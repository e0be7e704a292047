/**
 * The incremental reader: one deep observe per root collects what a transaction touched, and after the transaction
 * only that is read again. Oracle: after any transaction the snapshot equals `readSnapshot` of the same document.
 */
import type * as Y from 'yjs';
import type { JamSnapshot, SnapshotChange } from '../model/snapshot.ts';
import { ShardedMap } from '../util/shardedMap.ts';
import { rereadCourse } from './courseReaders.ts';
import {
  readComment,
  readConnector,
  readDecision,
  readGroup,
  readIdea,
  readMember,
  readRiff,
  readSettled,
} from './readers.ts';
import { fieldsOf, readBoards, readBriefPart, readSnapshot } from './readSnapshot.ts';
import {
  BRIEF_FIELDS,
  briefText,
  COURSE_ROOTS,
  type CourseRoot,
  ideasRoot,
  type RegisterRoot,
  registers,
  splitFieldKey,
} from './schema.ts';

export interface SnapshotStore {
  /** The first call reads everything; until somebody asks, nothing is read or observed. */
  snapshot(): JamSnapshot;
  /** Called once per transaction that touched the jam, after it, with its origin. */
  subscribe(listener: (snapshot: JamSnapshot, change: SnapshotChange, origin: unknown) => void): () => void;
  dispose(): void;
}

type Touched = { [R in 'ideas' | Exclude<RegisterRoot, 'brief' | 'boards' | CourseRoot>]: Set<string> } & {
  course: Set<CourseRoot>;
  brief: boolean;
  boards: boolean;
};

export function createSnapshotStore(doc: Y.Doc): SnapshotStore {
  let snapshot: JamSnapshot | null = null;
  let touched = nothingTouched();
  const listeners = new Set<(snapshot: JamSnapshot, change: SnapshotChange, origin: unknown) => void>();
  const undo: (() => void)[] = [];

  const observe = <T extends Y.AbstractType<unknown>>(
    root: T,
    note: (events: Y.YEvent<never>[]) => void,
  ): void => {
    const handler = (events: unknown): void => note(events as Y.YEvent<never>[]);
    root.observeDeep(handler);
    undo.push(() => root.unobserveDeep(handler));
  };

  const observeAll = (): void => {
    const ideas = ideasRoot(doc);
    observe(ideas as never, (events) => {
      for (const event of events) {
        if ((event.target as unknown) === ideas) for (const id of event.keys.keys()) touched.ideas.add(id);
        else touched.ideas.add(String(event.path[0]));
      }
    });
    for (const root of ['riffs', 'comments', 'decisions', 'members', 'settled'] as const) {
      observe(registers(doc, root) as never, (events) => {
        for (const event of events) for (const key of event.keys.keys()) touched[root].add(key);
      });
    }
    for (const root of ['connectors', 'groups'] as const) {
      observe(registers(doc, root) as never, (events) => {
        for (const event of events) {
          for (const key of event.keys.keys()) {
            const split = splitFieldKey(key);
            if (split !== null) touched[root].add(split.id);
          }
        }
      });
    }
    for (const root of COURSE_ROOTS) observe(registers(doc, root) as never, () => touched.course.add(root));
    observe(registers(doc, 'boards') as never, () => {
      touched.boards = true;
    });
    for (const root of [registers(doc, 'brief'), ...BRIEF_FIELDS.map((field) => briefText(doc, field))]) {
      observe(root as never, () => {
        touched.brief = true;
      });
    }
  };

  const afterTransaction = (transaction: Y.Transaction): void => {
    if (snapshot === null || isNothing(touched)) return;
    const done = touched;
    touched = nothingTouched();
    snapshot = advance(doc, snapshot, done);
    const change: SnapshotChange = {
      ideas: done.ideas,
      riffs: done.riffs,
      connectors: done.connectors,
      groups: done.groups,
      comments: done.comments,
      decisions: done.decisions,
      members: done.members,
      course: done.course.size > 0,
    };
    for (const listener of [...listeners]) listener(snapshot, change, transaction.origin);
  };
  /** A log that is replayed before anybody looks is not read slice by slice. */
  const current = (): JamSnapshot => {
    if (snapshot !== null) return snapshot;
    snapshot = { ...readSnapshot(doc), revision: 1, structure: 1 };
    observeAll();
    doc.on('afterTransaction', afterTransaction);
    return snapshot;
  };

  return {
    snapshot: current,
    subscribe(listener) {
      current();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      doc.off('afterTransaction', afterTransaction);
      for (const stop of undo) stop();
      listeners.clear();
    },
  };
}

function advance(doc: Y.Doc, before: JamSnapshot, touched: Touched): JamSnapshot {
  const ideas = reread(before.ideas, touched.ideas, (id) => readIdea(id, ideasRoot(doc).get(id)));
  const flat = <T>(
    root: RegisterRoot,
    records: ReadonlyMap<string, T>,
    keys: ReadonlySet<string>,
    read: (key: string, value: unknown) => T | null,
  ) => reread(records, keys, (key) => read(key, registers(doc, root).get(key)));
  const spread = <T>(
    root: RegisterRoot,
    records: ReadonlyMap<string, T>,
    ids: ReadonlySet<string>,
    read: (id: string, fields: ReadonlyMap<string, unknown>) => T | null,
  ) => reread(records, ids, (id) => read(id, fieldsOf(registers(doc, root), id)));

  return {
    ...before,
    ...(touched.brief ? readBriefPart(doc) : null),
    revision: before.revision + 1,
    structure: before.structure + (changesStructure(before, ideas, touched) ? 1 : 0),
    course: touched.course.size > 0 ? rereadCourse(doc, before.course, touched.course) : before.course,
    boards: touched.boards ? readBoards(doc) : before.boards,
    ideas,
    riffs: flat('riffs', before.riffs, touched.riffs, readRiff),
    connectors: spread('connectors', before.connectors, touched.connectors, readConnector),
    groups: spread('groups', before.groups, touched.groups, readGroup),
    comments: flat('comments', before.comments, touched.comments, readComment),
    decisions: flat('decisions', before.decisions, touched.decisions, readDecision),
    members: flat('members', before.members, touched.members, readMember),
    settled: flat('settled', before.settled, touched.settled, (_key, value) => readSettled(value)),
  };
}

function changesStructure(before: JamSnapshot, ideas: JamSnapshot['ideas'], touched: Touched): boolean {
  if (touched.riffs.size > 0 || touched.settled.size > 0) return true;
  for (const id of touched.ideas) {
    const was = before.ideas.get(id);
    const is = ideas.get(id);
    if (was === undefined || is === undefined || was.bin !== is.bin || was.kind !== is.kind) return true;
  }
  return false;
}

/** The same map when nothing was touched, otherwise a copy with the touched records read again. */
function reread<T>(
  records: ReadonlyMap<string, T>,
  touched: ReadonlySet<string>,
  read: (id: string) => T | null,
): ReadonlyMap<string, T> {
  if (touched.size === 0) return records;
  const sharded = records instanceof ShardedMap ? (records as ShardedMap<T>) : ShardedMap.from(records);
  return sharded.with(touched, read);
}

function nothingTouched(): Touched {
  return {
    ideas: new Set(),
    riffs: new Set(),
    connectors: new Set(),
    groups: new Set(),
    comments: new Set(),
    decisions: new Set(),
    members: new Set(),
    settled: new Set(),
    course: new Set(),
    brief: false,
    boards: false,
  };
}

function isNothing(touched: Touched): boolean {
  return !Object.values(touched).some((part) => (typeof part === 'boolean' ? part : part.size > 0));
}
