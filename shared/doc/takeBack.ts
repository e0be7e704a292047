/**
 * Undo: taking back what a `Written` notes, unless somebody changed it since. It never removes or changes what
 * somebody else did: a register goes back only while the very item I wrote is still the current one, an added idea
 * goes to the bin only while nobody else wrote into it or built on it, a text loses only my own characters.
 * (Y.UndoManager over the whole document would delete an idea together with what others wrote into it.)
 */
import * as Y from 'yjs';
import type { IdeaId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { type IdeaMap, ideasRoot, type Json, type RegisterRoot, registers } from './schema.ts';
import type { RegisterRef, Writer, Written } from './writer.ts';

/** What stayed as it is because somebody else had a hand in it; `null` for things without a name of their own. */
export type LeftAlone = { readonly idea: IdeaId | null };

/**
 * What was taken back is put there again as a new item. For the steps before and after, this one is the item that it
 * brought back; else of two moves of one sheet only the later could be taken back.
 */
export class StandIns {
  readonly #items = new Map<string, Y.ID>();

  /** `item` brought back what `replaced` had put there. */
  note(replaced: Y.ID, item: Y.ID): void {
    this.#items.set(keyOf(replaced), item);
  }

  /** The item that stands for this one now: itself, when it was never brought back. */
  of(item: Y.ID): Y.ID {
    let now = item;
    for (let next = this.#items.get(keyOf(now)); next !== undefined; next = this.#items.get(keyOf(now)))
      now = next;
    return now;
  }

  clear(): void {
    this.#items.clear();
  }
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}

export function takeBack(
  doc: Y.Doc,
  snapshot: JamSnapshot,
  me: string,
  written: readonly Written[],
  standIns: StandIns,
  writer: Writer,
): { left: LeftAlone[]; texts: Y.UndoManager[] } {
  const left: LeftAlone[] = [];
  const texts: Y.UndoManager[] = [];
  for (const entry of [...written].reverse()) {
    if (entry.type === 'text') texts.push(entry.manager);
    else if (entry.type === 'idea') {
      if (touchedByOthers(doc, snapshot, entry.idea, me)) left.push({ idea: entry.idea });
      else if (snapshot.ideas.get(entry.idea)?.bin === false) writer.setIdea(entry.idea, 'bin', true);
    } else {
      const value = entry.before === undefined ? withdrawn(entry.ref, entry.after) : entry.before;
      if (value === undefined) continue;
      const { ref, replaced } = entry;
      if (!isStillMine(doc, entry, standIns)) {
        left.push({ idea: ref.root === 'ideas' ? ref.idea : null });
        continue;
      }
      if (ref.root === 'ideas') writer.setIdea(ref.idea, ref.key, value);
      else writer.set(ref.root, ref.key, value);
      const item = itemAt(doc, ref);
      if (replaced !== null && item !== undefined) standIns.note(replaced, item);
    }
  }
  return { left, texts };
}

type Register = Extract<Written, { type: 'register' }>;

function isStillMine(doc: Y.Doc, { ref, item }: Register, standIns: StandIns): boolean {
  const now = itemAt(doc, ref);
  return now !== undefined && Y.compareIDs(now, standIns.of(item));
}

function itemAt(doc: Y.Doc, ref: RegisterRef): Y.ID | undefined {
  return mapOf(doc, ref)?._map.get(ref.key)?.id;
}

function mapOf(doc: Y.Doc, ref: RegisterRef): Y.Map<unknown> | undefined {
  return ref.root === 'ideas' ? ideasRoot(doc).get(ref.idea) : registers(doc, ref.root);
}

/**
 * A record that was not there before cannot be deleted (nothing is); it is withdrawn by its own mark. undefined: it
 * simply stays, harmless (a settled number keeps an idea's name for when it comes back from the bin).
 */
function withdrawn(ref: RegisterRef, after: Json): Json | undefined {
  if (ref.root === 'ideas') return typeof after === 'boolean' ? !after : undefined;
  const withdraw = WITHDRAW[ref.root];
  return withdraw?.(ref.key, after);
}

/** Made with `bin: false`, so taking back the making is `true`, and taking back a first binning is `false`. */
function unbin(_key: string, after: Json): Json | undefined {
  return typeof after === 'boolean' ? !after : undefined;
}

function markGone(_key: string, after: Json): Json {
  return { ...(after as Record<string, Json>), gone: true };
}

const WITHDRAW: Partial<Record<RegisterRoot, (key: string, after: Json) => Json | undefined>> = {
  riffs: (_key, after) => (Array.isArray(after) ? [...after.slice(0, 4), 1] : undefined),
  connectors: unbin,
  groups: unbin,
  boards: unbin,
  comments: markGone,
  nominations: markGone,
  merges: markGone,
  decisions: (_key, after) => ({ ...(after as Record<string, Json>), outcome: null }),
  brief: (key) => (key === 'title' ? '' : undefined),
};

/** Somebody else typed into it, riffed on it, or said something about it. */
export function touchedByOthers(doc: Y.Doc, snapshot: JamSnapshot, idea: IdeaId, me: string): boolean {
  const map = ideasRoot(doc).get(idea);
  if (map instanceof Y.Map && hasForeignItems(map, doc.clientID)) return true;
  for (const riff of snapshot.riffs.values()) {
    if (riff.parent === idea && !riff.gone && riff.by !== me) return true;
  }
  for (const comment of snapshot.comments.values())
    if (comment.idea === idea && comment.by !== me) return true;
  for (const decision of snapshot.decisions.values())
    if (decision.idea === idea && decision.by !== me) return true;
  return false;
}

function hasForeignItems(map: IdeaMap, client: number): boolean {
  for (const [key, last] of map._map) {
    for (let item: Y.Item | null = last; item !== null; item = item.left)
      if (item.id.client !== client) return true;
    const text = map.get(key);
    if (!(text instanceof Y.Text)) continue;
    for (let item = text._start; item !== null; item = item.right) {
      if (item.id.client !== client) return true;
    }
  }
  return false;
}
