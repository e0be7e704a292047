/** The whole snapshot from scratch: the first read, and the oracle that the incremental store is held against. */
import type * as Y from 'yjs';
import { MAIN_BOARD } from '../model/ids.ts';
import type { Board, Brief, JamSnapshot } from '../model/snapshot.ts';
import { ShardedMap } from '../util/shardedMap.ts';
import { readCourseRecords } from './courseReaders.ts';
import {
  asInstant,
  asText,
  firstValue,
  readBoard,
  readComment,
  readConnector,
  readDecision,
  readGroup,
  readIdea,
  readMember,
  readRiff,
  readSettled,
} from './readers.ts';
import { BRIEF_FIELDS, briefText, fieldKey, ideasRoot, registers, splitFieldKey } from './schema.ts';

export function readSnapshot(doc: Y.Doc): JamSnapshot {
  return {
    revision: 0,
    structure: 0,
    ...readBriefPart(doc),
    boards: readBoards(doc),
    ideas: readAll(ideasRoot(doc), readIdea),
    riffs: readAll(registers(doc, 'riffs'), readRiff),
    connectors: readSpread(registers(doc, 'connectors'), readConnector),
    groups: readSpread(registers(doc, 'groups'), readGroup),
    comments: readAll(registers(doc, 'comments'), readComment),
    decisions: readAll(registers(doc, 'decisions'), readDecision),
    members: readAll(registers(doc, 'members'), readMember),
    settled: readAll(registers(doc, 'settled'), (_id, value) => readSettled(value)),
    course: readCourseRecords(doc),
  };
}

export function readBriefPart(doc: Y.Doc): Pick<JamSnapshot, 'brief' | 'creator' | 'created'> {
  const root = registers(doc, 'brief');
  const texts = Object.fromEntries(BRIEF_FIELDS.map((field) => [field, briefText(doc, field).toString()]));
  const title = asText(root.get('title'), 200);
  return {
    brief: { ...(texts as unknown as Brief), title: title === '' ? null : title },
    creator: asText(firstValue(root, 'creator'), 200) || null,
    created: asInstant(firstValue(root, 'created')),
  };
}

export function readBoards(doc: Y.Doc): ReadonlyMap<string, Board> {
  const boards = new Map(readSpread(registers(doc, 'boards'), readBoard));
  if (!boards.has(MAIN_BOARD)) boards.set(MAIN_BOARD, { id: MAIN_BOARD, name: '', order: 'a0', bin: false });
  return boards;
}

function readAll<V, T>(root: Y.Map<V>, read: (id: string, value: V) => T | null): ReadonlyMap<string, T> {
  const found: [string, T][] = [];
  for (const [id, value] of root.entries()) {
    const record = read(id, value);
    if (record !== null) found.push([id, record]);
  }
  return ShardedMap.from(found);
}

/** The fields of one record that is spread over flat keys. `known` are all the names its reader asks for. */
export const SPREAD_FIELDS = ['ends', 'label', 'bin', 'born', 'at', 'name', 'order'] as const;

export function fieldsOf(root: Y.Map<unknown>, id: string): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const field of SPREAD_FIELDS) {
    const key = fieldKey(id, field);
    if (root.has(key)) fields.set(field, root.get(key));
  }
  return fields;
}

function readSpread<T>(
  root: Y.Map<unknown>,
  read: (id: string, fields: ReadonlyMap<string, unknown>) => T | null,
): ReadonlyMap<string, T> {
  const ids = new Set<string>();
  for (const key of root.keys()) {
    const split = splitFieldKey(key);
    if (split !== null) ids.add(split.id);
  }
  const found: [string, T][] = [];
  for (const id of ids) {
    const record = read(id, fieldsOf(root, id));
    if (record !== null) found.push([id, record]);
  }
  return ShardedMap.from(found);
}
