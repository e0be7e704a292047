/**
 * The tolerant reader of each record: takes whatever the document holds and gives a plain, bounded value or null.
 * Never throws; never passes an object of the document through (keys such as `__proto__` stay behind).
 */
import * as Y from 'yjs';
import { ideaOfKey, MAIN_BOARD } from '../model/ids.ts';
import {
  BONDS,
  type Board,
  type Bond,
  type Born,
  type Comment,
  type Connector,
  type Decision,
  type Group,
  type Idea,
  type Member,
  OUTCOMES,
  type Outcome,
  type Place,
  type Riff,
  type Settled,
} from '../model/snapshot.ts';
import { lastInstant } from '../util/lastInstant.ts';

/** Page units: beyond this a place is somebody's mistake and would break every sum that follows. */
const FARTHEST = 10_000_000;

export function readIdea(id: string, value: unknown): Idea | null {
  if (!(value instanceof Y.Map)) return null;
  const born = readBorn(firstValue(value, 'born'));
  const text = value.get('text');
  if (born === null || !(text instanceof Y.Text)) return null;
  const detail = value.get('detail');
  return {
    id,
    born,
    kind: asText(value.get('kind'), 40) || 'note',
    place: readPlace(value.get('at')),
    text: text.toString(),
    detail: detail instanceof Y.Text ? detail.toString() : '',
    bin: value.get('bin') === true,
    lock: value.get('lock') === true,
  };
}

function readBorn(value: unknown): Born | null {
  if (!Array.isArray(value)) return null;
  const [author, hand, created, lamport, run, framing, claimRoot, claimN] = value as unknown[];
  if (typeof author !== 'string') return null;
  const n = asCount(claimN);
  return {
    author,
    hand: asText(hand, 200),
    created: asInstant(created),
    lamport: asCount(lamport),
    run: asTextOrNull(run),
    framing: asTextOrNull(framing),
    claim: n > 0 ? { root: asTextOrNull(claimRoot), n } : null,
  };
}

function readPlace(value: unknown): Place {
  const [board, group, x, y, auto] = Array.isArray(value) ? (value as unknown[]) : [];
  return {
    board: asText(board, 100) || MAIN_BOARD,
    group: asTextOrNull(group),
    x: asCoordinate(x),
    y: asCoordinate(y),
    auto: auto === 1,
  };
}

export function readRiff(key: string, value: unknown): Riff | null {
  const child = ideaOfKey(key);
  const parent = key.slice(child.length + 1);
  if (!Array.isArray(value) || child === '' || parent === '' || child === parent) return null;
  const [bond, by, lamport, at, gone] = value as unknown[];
  return { key, child, parent, bond: asBond(bond), ...stamp(by, lamport, at), gone: gone === 1 };
}

export function readConnector(id: string, fields: ReadonlyMap<string, unknown>): Connector | null {
  const ends = fields.get('ends');
  if (!Array.isArray(ends)) return null;
  const [fromType, from, toType, to, by, lamport, at] = ends as unknown[];
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return {
    id,
    from: { type: fromType === 'group' ? 'group' : 'idea', id: from },
    to: { type: toType === 'group' ? 'group' : 'idea', id: to },
    label: asText(fields.get('label'), 500),
    bin: fields.get('bin') === true,
    ...stamp(by, lamport, at),
  };
}

export function readGroup(id: string, fields: ReadonlyMap<string, unknown>): Group | null {
  const born = fields.get('born');
  const place = fields.get('at');
  if (!Array.isArray(born) || !Array.isArray(place)) return null;
  const [by, lamport, at, role] = born as unknown[];
  const [board, parent, x, y, w, h] = place as unknown[];
  return {
    id,
    board: asText(board, 100) || MAIN_BOARD,
    parent: asTextOrNull(parent),
    name: asText(fields.get('name'), 500),
    role: role === 'fresh' ? 'fresh' : 'area',
    x: asCoordinate(x),
    y: asCoordinate(y),
    w: Math.max(0, asCoordinate(w)),
    h: Math.max(0, asCoordinate(h)),
    bin: fields.get('bin') === true,
    ...stamp(by, lamport, at),
  };
}

export function readBoard(id: string, fields: ReadonlyMap<string, unknown>): Board {
  return {
    id,
    name: asText(fields.get('name'), 200),
    order: asText(fields.get('order'), 200),
    bin: fields.get('bin') === true,
  };
}

export function readComment(key: string, value: unknown): Comment | null {
  const fields = asRecord(value);
  if (fields === null || typeof fields['text'] !== 'string') return null;
  return {
    key,
    idea: ideaOfKey(key),
    text: asText(fields['text'], 20_000),
    gone: fields['gone'] === true,
    ...stamp(fields['by'], fields['lamport'], fields['at']),
  };
}

export function readDecision(key: string, value: unknown): Decision | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  const outcome = fields['outcome'];
  return {
    key,
    idea: ideaOfKey(key),
    outcome: OUTCOMES.includes(outcome as Outcome) ? (outcome as Outcome) : null,
    reason: asText(fields['reason'], 5_000),
    owner: asText(fields['owner'], 200),
    firstStep: asText(fields['firstStep'], 2_000),
    due: /^\d{4}-\d{2}-\d{2}$/.test(asText(fields['due'], 10)) ? asText(fields['due'], 10) : '',
    dissent: asText(fields['dissent'], 5_000),
    accepted: fields['accepted'] !== false,
    ...stamp(fields['by'], fields['lamport'], fields['at']),
  };
}

export function readMember(id: string, value: unknown): Member | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  return {
    id,
    name: asText(fields['name'], 120),
    expertise: asText(fields['expertise'], 120),
    lamport: asCount(fields['lamport']),
  };
}

export function readSettled(value: unknown): Settled | null {
  if (!Array.isArray(value)) return null;
  const [label, by, lamport, at] = value as unknown[];
  const text = asText(label, 20);
  return text === '' ? null : { label: text, ...stamp(by, lamport, at) };
}

/**
 * What the first writer of a key wrote: for values that never change, so that nobody rewrites an idea's birth.
 * A key's items are linked to the left; with `gc: false` the overwritten ones keep their content.
 */
export function firstValue(map: Y.Map<unknown>, key: string): unknown {
  let item = map._map.get(key);
  while (item?.left) item = item.left;
  const content = item?.content.getContent();
  return content?.[0];
}

/** Who, when by the log's clock, when by the wall, of a value that is an object. */
export function readStamp(fields: Readonly<Record<string, unknown>>) {
  return stamp(fields['by'], fields['lamport'], fields['at']);
}

function asBond(value: unknown): Bond {
  return BONDS.includes(value as Bond) ? (value as Bond) : 'build';
}

function stamp(by: unknown, lamport: unknown, at: unknown) {
  return { by: asText(by, 200), lamport: asCount(lamport), at: asInstant(at) };
}

export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

export function asText(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

export function asTextOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}

function asCoordinate(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.min(FARTHEST, Math.max(-FARTHEST, value));
}

export function asInstant(value: unknown): number {
  return Math.min(asCount(value), lastInstant);
}

export function asCount(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? Math.min(value, Number.MAX_SAFE_INTEGER)
    : 0;
}
