import { fieldKey } from '../doc/schema.ts';
import type { Writer } from '../doc/writer.ts';
import { deriveGroupTree } from '../ideas/groupTree.ts';
import { nextClaim } from '../ideas/labels.ts';
import type { Rect } from '../model/geometry.ts';
import { type BoardId, type GroupId, type IdeaId, type MemberId, riffKey } from '../model/ids.ts';
import type { Bond, BriefField, CallClaim } from '../model/snapshot.ts';
import { labelOfClaim } from './claimLabel.ts';
import { command, type Scene } from './command.ts';

/** Many things at once, placed already: an import, a paste, a duplicate. `ref`s hold only inside this input. */
export interface Batch {
  readonly board: BoardId;
  readonly ideas: readonly BatchIdea[];
  readonly groups: readonly BatchGroup[];
  readonly connectors: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly brief?: Partial<Record<BriefField, string>>;
}

export interface BatchIdea {
  readonly ref: string;
  readonly text: string;
  readonly detail: string;
  readonly kind: string;
  /** A `ref` of this batch, or the id of an idea that the jam has. Parents stand before their children. */
  readonly parents: readonly { readonly ref: string; readonly bond: Bond }[];
  /** A group's `ref` of this batch, the id of a group of the jam, or null. */
  readonly group: string | null;
  /** On the board, not relative to the group. */
  readonly x: number;
  readonly y: number;
  readonly auto: boolean;
  /** Whose voice, when it is somebody else's; null: mine. */
  readonly author: string | null;
}

export interface BatchGroup extends Rect {
  readonly ref: string;
  readonly name: string;
  readonly role?: 'area' | 'fresh';
}

export interface BatchResult {
  readonly ideas: ReadonlyMap<string, IdeaId>;
  readonly groups: ReadonlyMap<string, GroupId>;
}

/** One step is one envelope of at most 16 MiB, and a letter may take three bytes. */
const MOST_LETTERS = 4_000_000;

/** Adds the batch as one step: one transaction, one envelope, one undo. */
export const jamImport = command<Batch, BatchResult>({
  title: 'add many ideas',
  act: 'add',
  refuse({ ideas, groups }) {
    if (ideas.length + groups.length === 0) {
      return { code: 'nothing', sentence: 'There was nothing in it to put on the board.' };
    }
    const letters = ideas.reduce((sum, { text, detail }) => sum + text.length + detail.length, 0);
    if (letters <= MOST_LETTERS) return null;
    return { code: 'too-large', sentence: 'This is too much text for one step. Take it in parts.' };
  },
  run(batch, scene, write) {
    const groups = addGroups(batch, scene, write);
    const ideas = new Map<string, IdeaId>(batch.ideas.map(({ ref }) => [ref, scene.newId()]));
    const authors = createAuthors(scene, write);
    const claims = createClaims(scene);
    const { by, lamport, at } = scene.stamp;

    for (const entry of batch.ideas) {
      const id = ideas.get(entry.ref);
      if (id === undefined) continue;
      const parents = entry.parents.flatMap(({ ref, bond }) => {
        const idea = ideas.get(ref) ?? (scene.snapshot.ideas.has(ref) ? ref : undefined);
        return idea === undefined || idea === id ? [] : [{ idea, bond }];
      });
      const claim = claims.next(id, parents[0]?.idea ?? null);
      const area = entry.group === null ? undefined : groups.get(entry.group);
      const origin = area ?? { id: null, x: 0, y: 0 };
      write.addIdea({
        id,
        born: {
          author: authors(entry.author),
          hand: scene.device,
          created: at,
          lamport,
          run: null,
          framing: null,
          claim,
        },
        kind: entry.kind.slice(0, 40) || 'note',
        place: {
          board: batch.board,
          group: origin.id,
          x: entry.x - origin.x,
          y: entry.y - origin.y,
          auto: entry.auto,
        },
        text: entry.text.slice(0, 20_000),
        detail: entry.detail.slice(0, 200_000),
      });
      for (const [index, { idea, bond }] of parents.entries()) {
        write.set('riffs', riffKey(id, idea), [bond, by, lamport + index, at, 0]);
      }
      if (scene.isHost) write.set('settled', id, [claims.label(id, claim), by, lamport, at]);
    }
    addConnectors(batch, ideas, groups, scene, write);
    for (const [field, text] of Object.entries(batch.brief ?? {})) {
      if (text !== undefined && text !== '') write.setBriefText(field as BriefField, text.slice(0, 20_000));
    }
    return { ideas, groups: new Map([...groups].map(([ref, { id }]) => [ref, id])) };
  },
});

type Area = { id: GroupId; x: number; y: number };

function addGroups(batch: Batch, scene: Scene, write: Writer): Map<string, Area> {
  const areas = new Map<string, Area>();
  const tree = deriveGroupTree(scene.snapshot.groups);
  for (const id of scene.snapshot.groups.keys()) areas.set(id, { id, ...tree.originOf(id) });
  const { by, lamport, at } = scene.stamp;
  for (const { ref, name, role, x, y, w, h } of batch.groups) {
    const id = scene.newId();
    areas.set(ref, { id, x, y });
    write.set('groups', fieldKey(id, 'born'), [by, lamport, at, role ?? 'area']);
    write.set('groups', fieldKey(id, 'at'), [batch.board, null, x, y, w, h]);
    write.set('groups', fieldKey(id, 'name'), name.slice(0, 500));
    write.set('groups', fieldKey(id, 'bin'), false);
  }
  return areas;
}

function addConnectors(
  batch: Batch,
  ideas: ReadonlyMap<string, IdeaId>,
  groups: ReadonlyMap<string, Area>,
  scene: Scene,
  write: Writer,
): void {
  const { by, lamport, at } = scene.stamp;
  const endOf = (ref: string): [type: 'idea' | 'group', id: string] | null => {
    const idea = ideas.get(ref);
    if (idea !== undefined) return ['idea', idea];
    const group = groups.get(ref);
    return group === undefined ? null : ['group', group.id];
  };
  for (const { from, to, label } of batch.connectors) {
    const start = endOf(from);
    const end = endOf(to);
    if (start === null || end === null || start[1] === end[1]) continue;
    const id = scene.newId();
    write.set('connectors', fieldKey(id, 'ends'), [...start, ...end, by, lamport, at]);
    write.set('connectors', fieldKey(id, 'label'), label.slice(0, 500));
    write.set('connectors', fieldKey(id, 'bin'), false);
  }
}

/** A member for each voice that the jam does not know by name yet; without a name it is mine. */
function createAuthors(scene: Scene, write: Writer): (name: string | null) => MemberId {
  const byName = new Map(
    [...scene.snapshot.members.values()].map(({ id, name }) => [name.toLowerCase(), id]),
  );
  return (name) => {
    const known = name?.trim().slice(0, 120) ?? '';
    if (known === '') return scene.me;
    const found = byName.get(known.toLowerCase());
    if (found !== undefined) return found;
    const id = scene.newId();
    byName.set(known.toLowerCase(), id);
    write.set('members', id, { name: known, expertise: '', lamport: scene.stamp.lamport });
    return id;
  };
}

/** Call numbers for a whole batch in one pass: asking the snapshot for each would be quadratic. */
function createClaims(scene: Scene) {
  const lineage = scene.lineage();
  const labels = new Map(scene.labels());
  const rootOf = new Map<IdeaId, IdeaId>();
  const used = new Map<IdeaId | null, number>();
  return {
    next(id: IdeaId, parent: IdeaId | null): CallClaim {
      const root = parent === null ? null : (rootOf.get(parent) ?? lineage.rootOf(parent));
      rootOf.set(id, root ?? id);
      const isNewTree = root !== null && !scene.snapshot.ideas.has(root);
      const n = (used.get(root) ?? (isNewTree ? 1 : nextClaim(scene.snapshot, lineage, root).n - 1)) + 1;
      used.set(root, n);
      return { root, n };
    },
    label(id: IdeaId, claim: CallClaim): string {
      const label = labelOfClaim(claim, labels);
      labels.set(id, label);
      return label;
    },
  };
}
