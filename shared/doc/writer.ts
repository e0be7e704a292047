/**
 * The only hand that writes into the jam document for a command. Everything it writes it also notes down as a
 * `Written`, from which undo is made: so no command has to invent its own inverse, and none can forget it.
 */
import * as Y from 'yjs';
import type { IdeaId } from '../model/ids.ts';
import type { Born, BriefField, Place } from '../model/snapshot.ts';
import {
  briefText,
  encodeBorn,
  encodePlace,
  type IdeaMap,
  type IdeaRegister,
  ideasRoot,
  type Json,
  type RegisterRoot,
  registers,
} from './schema.ts';

/** Where a register stands: a key of a flat root, or a field of one idea. */
export type RegisterRef =
  | { readonly root: RegisterRoot; readonly key: string }
  | { readonly root: 'ideas'; readonly idea: IdeaId; readonly key: IdeaRegister };

export type Written =
  | {
      readonly type: 'register';
      readonly ref: RegisterRef;
      /** undefined: the key was not there. */
      readonly before: Json | undefined;
      readonly after: Json;
      /** The Yjs item that holds `after`: "it is still where I put it" means that this one is still current. */
      readonly item: Y.ID;
      /** The one that it took the place of; null: the key was not there. */
      readonly replaced: Y.ID | null;
    }
  | { readonly type: 'idea'; readonly idea: IdeaId }
  | { readonly type: 'text'; readonly manager: Y.UndoManager };

export interface NewIdea {
  readonly id: IdeaId;
  readonly born: Born;
  readonly kind: string;
  readonly place: Place;
  readonly text: string;
  readonly detail: string;
}

export interface Writer {
  set(root: RegisterRoot, key: string, value: Json): void;
  setIdea(idea: IdeaId, key: IdeaRegister, value: Json): void;
  placeIdea(idea: IdeaId, place: Place): void;
  addIdea(idea: NewIdea): void;
  /** Replaces the smallest differing middle, so that somebody's typing elsewhere in the text merges. */
  setIdeaText(idea: IdeaId, field: 'text' | 'detail', text: string): void;
  setBriefText(field: BriefField, text: string): void;
}

/**
 * Runs `write` in one transaction with the given origin.
 * `trackText(ytext)` must give an undo manager scoped to that text and origin, made before the text changes.
 */
export function writeInto<T>(
  doc: Y.Doc,
  origin: object,
  trackText: (ytext: Y.Text, origin: object) => Y.UndoManager,
  write: (writer: Writer) => T,
): { value: T; written: Written[] } {
  const written: Written[] = [];
  const managed = new Map<Y.Text, Y.UndoManager>();

  const setRegister = (map: Y.Map<unknown>, ref: RegisterRef, value: Json): void => {
    const before = map.get(ref.key) as Json | undefined;
    const replaced = map._map.get(ref.key)?.id ?? null;
    map.set(ref.key, value);
    const item = map._map.get(ref.key)?.id;
    if (item !== undefined) written.push({ type: 'register', ref, before, after: value, item, replaced });
  };
  const ideaMap = (idea: IdeaId): IdeaMap | undefined => {
    const map = ideasRoot(doc).get(idea);
    return map instanceof Y.Map ? map : undefined;
  };
  const replace = (ytext: Y.Text, text: string): void => {
    if (ytext.toString() === text) return;
    if (!managed.has(ytext)) {
      const manager = trackText(ytext, origin);
      managed.set(ytext, manager);
      written.push({ type: 'text', manager });
    }
    replaceMiddle(ytext, text);
  };

  const writer: Writer = {
    set(root, key, value) {
      setRegister(registers(doc, root), { root, key }, value);
    },
    setIdea(idea, key, value) {
      const map = ideaMap(idea);
      if (map !== undefined) setRegister(map, { root: 'ideas', idea, key }, value);
    },
    placeIdea(idea, place) {
      writer.setIdea(idea, 'at', encodePlace(place));
    },
    addIdea({ id, born, kind, place, text, detail }) {
      const map: IdeaMap = new Y.Map();
      map.set('born', encodeBorn(born));
      map.set('kind', kind);
      map.set('at', encodePlace(place));
      map.set('text', new Y.Text(text));
      map.set('detail', new Y.Text(detail));
      ideasRoot(doc).set(id, map);
      written.push({ type: 'idea', idea: id });
    },
    setIdeaText(idea, field, text) {
      const ytext = ideaMap(idea)?.get(field);
      if (ytext instanceof Y.Text) replace(ytext, text);
    },
    setBriefText(field, text) {
      replace(briefText(doc, field), text);
    },
  };

  let value: T | undefined;
  doc.transact(() => {
    value = write(writer);
  }, origin);
  return { value: value as T, written };
}

function replaceMiddle(ytext: Y.Text, text: string): void {
  const old = ytext.toString();
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  // Half of a surrogate pair must not stay behind.
  if (start > 0 && isHighSurrogate(old.charCodeAt(start - 1))) start--;
  if (end > 0 && isLowSurrogate(old.charCodeAt(old.length - end))) end--;
  if (old.length - start - end > 0) ytext.delete(start, old.length - start - end);
  if (text.length - start - end > 0) ytext.insert(start, text.slice(start, text.length - end));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
