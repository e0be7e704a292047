/**
 * The jam document's shape: every root and every field, in one place. Its reader (`readers.ts`) stands beside it and
 * is tolerant: values may come from newer versions or from a hostile hand.
 *
 * Nothing is ever Yjs-deleted except characters, and containers are made once, with their idea: a container made at
 * first use by two people loses one of them. Everything else is a register (last writer wins), one value per key:
 *
 *   brief            Y.Map   creator, created (first writer counts), title
 *   brief/<field>    Y.Text  challenge, why, stakeholders, constraints, unknowns, decider
 *   boards           `id:name` `id:order` `id:bin`
 *   ideas            id -> Y.Map {born, kind, at, text: Y.Text, detail: Y.Text, bin, lock}
 *   riffs            `child:parent` -> [bond, by, lamport, at, gone]
 *   connectors       `id:ends` [fromType, from, toType, to, by, lamport, at] · `id:label` · `id:bin`
 *   groups           `id:born` [by, lamport, at, role] · `id:at` [board, parent, x, y, w, h] · `id:name` · `id:bin`
 *   comments         `idea:uuid` -> {text, by, lamport, at, gone}
 *   decisions        `idea:uuid` -> {outcome, reason, owner, firstStep, due, dissent, accepted, by, lamport, at}
 *   members          id -> {name, expertise, lamport}
 *   settled          idea -> [label, by, lamport, at]
 *
 * The jam's course (read whole, root by root; every value an object that carries {by, lamport, at}):
 *
 *   setlist          `ends` ms · `template` name · `id:kind` (first writer counts) `id:title` `id:prompt` `id:minutes`
 *                    `id:options` `id:order` `id:gone`
 *   runs             id -> {phase, after, kind, round, options, roster, dealt, list, seal, holders}
 *   closes           `run:uuid` -> {counted, aside, totals, voters}
 *   clock            `run:uuid` -> {move, elapsed, ms}
 *   hosts            member -> {host, took}
 *   nominations      `run:member:idea` -> {gone}
 *   merges           `from:into` -> {gone}
 *   ballots          `run:uuid` -> {device, box}
 *   reflections      `run:uuid` -> {question, text}
 *   boxKeys          device -> {member, key}
 */
import type * as Y from 'yjs';
import type { IdeaId } from '../model/ids.ts';
import type { Born, BriefField, Place } from '../model/snapshot.ts';

export const COURSE_ROOTS = [
  'setlist',
  'runs',
  'closes',
  'clock',
  'hosts',
  'nominations',
  'merges',
  'ballots',
  'reflections',
  'boxKeys',
] as const;
export type CourseRoot = (typeof COURSE_ROOTS)[number];

export const REGISTER_ROOTS = [
  'brief',
  'boards',
  'riffs',
  'connectors',
  'groups',
  'comments',
  'decisions',
  'members',
  'settled',
  ...COURSE_ROOTS,
] as const;
export type RegisterRoot = (typeof REGISTER_ROOTS)[number];

export const BRIEF_FIELDS = [
  'challenge',
  'why',
  'stakeholders',
  'constraints',
  'unknowns',
  'decider',
] as const satisfies readonly BriefField[];

/** Plain JSON, as a register holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type IdeaMap = Y.Map<unknown>;
export type IdeaRegister = 'kind' | 'at' | 'bin' | 'lock';

export function registers(doc: Y.Doc, root: RegisterRoot): Y.Map<unknown> {
  return doc.getMap(root);
}

export function ideasRoot(doc: Y.Doc): Y.Map<IdeaMap> {
  return doc.getMap('ideas');
}

export function briefText(doc: Y.Doc, field: BriefField): Y.Text {
  return doc.getText(`brief/${field}`);
}

export function encodeBorn(born: Born): Json {
  const { author, hand, created, lamport, run, framing, claim } = born;
  return [author, hand, created, lamport, run, framing, claim?.root ?? null, claim?.n ?? 0];
}

export function encodePlace(place: Place): Json {
  return [place.board, place.group, place.x, place.y, place.auto ? 1 : 0];
}

/** `id:field` of a record that is spread over flat keys. */
export function fieldKey(id: string, field: string): string {
  return `${id}:${field}`;
}

export function splitFieldKey(key: string): { id: IdeaId; field: string } | null {
  const colon = key.lastIndexOf(':');
  return colon < 1 ? null : { id: key.slice(0, colon), field: key.slice(colon + 1) };
}
