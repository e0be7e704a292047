/** What the library shows of a jam, read from the open jam: title, numbers, the picture of its trees, its signature. */
import { deriveLineage, type Lineage } from '../../shared/ideas/lineage.ts';
import type { JamCard } from '../../shared/ipc/shell.ts';
import type { Log } from '../../shared/log/log.ts';
import type { IdeaId, JamId } from '../../shared/model/ids.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';

const TREES = 12;
const SHEETS = 40;
const SLOTS = 48;
/** A pause longer than this counts as one of this length: a signature shows the jam, not the night between. */
const LONGEST_PAUSE = 3 * 60_000;

export function readJamCard(jam: JamId, snapshot: JamSnapshot, log: Log, sample: boolean): JamCard {
  const walls = readWalls(log);
  const lineage = deriveLineage(snapshot);
  const live = [...snapshot.ideas.values()].filter((idea) => !idea.bin);
  const promoted = promotedIdeas(snapshot);
  // Somebody came by an invite, and nobody of the jam has answered yet.
  const isHere = snapshot.creator !== null || snapshot.ideas.size > 0;
  const people = new Set(live.map((idea) => idea.born.author));
  for (const comment of snapshot.comments.values()) people.add(comment.by);
  return {
    jam,
    title: isHere ? jamTitle(snapshot.brief) : 'Invited',
    challenge: snapshot.brief.challenge,
    created: snapshot.created || (walls[0] ?? 0),
    changed: walls.at(-1) ?? snapshot.created,
    people: isHere ? Math.max(1, people.size) : 0,
    ideas: live.length,
    promoted: live.filter((idea) => promoted.has(idea.id)).length,
    sample,
    trees: drawTrees(snapshot, lineage, promoted),
    signature: readSignature(walls),
    binned: null,
  };
}

function readWalls(log: Log): number[] {
  const walls: number[] = [];
  for (const session of log.sessions()) {
    for (let seq = 0; seq < log.length(session); seq++) {
      const envelope = log.stored(session, seq)?.envelope;
      // Hellos and seals are not acts.
      if (envelope?.kind === 'edit') walls.push(envelope.wall);
    }
  }
  return walls.sort((a, b) => a - b);
}

/** Acts per slot of the jam's active time, the fullest slot 1. */
export function readSignature(walls: readonly number[]): number[] {
  const at: number[] = [];
  let time = 0;
  for (const [index, wall] of walls.entries()) {
    time += index === 0 ? 0 : Math.min(LONGEST_PAUSE, wall - (walls[index - 1] ?? wall));
    at.push(time);
  }
  const slots = new Array<number>(SLOTS).fill(0);
  for (const moment of at) {
    const slot = time === 0 ? 0 : Math.min(SLOTS - 1, Math.floor((moment / time) * SLOTS));
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  const fullest = Math.max(1, ...slots);
  return slots.map((acts) => Math.round((Math.sqrt(acts / fullest) + Number.EPSILON) * 100) / 100);
}

function promotedIdeas(snapshot: JamSnapshot): ReadonlySet<IdeaId> {
  const latest = new Map<IdeaId, { lamport: number; outcome: string | null }>();
  for (const decision of snapshot.decisions.values()) {
    const known = latest.get(decision.idea);
    if (known === undefined || known.lamport < decision.lamport) latest.set(decision.idea, decision);
  }
  return new Set([...latest].filter(([, { outcome }]) => outcome === 'promote').map(([idea]) => idea));
}

/** The largest trees, each as its sheets' columns and rows: children in the next column, stacked. */
function drawTrees(snapshot: JamSnapshot, lineage: Lineage, promoted: ReadonlySet<IdeaId>): JamCard['trees'] {
  const isLive = (id: IdeaId): boolean => snapshot.ideas.get(id)?.bin === false;
  const childrenOf = (id: IdeaId): IdeaId[] =>
    lineage.children(id).filter((child) => isLive(child) && lineage.parents(child)[0] === id);
  const trees: [number, number, number][][] = [];
  for (const root of lineage.roots) {
    if (!isLive(root) || childrenOf(root).length === 0) continue;
    const sheets: [number, number, number][] = [];
    let row = 0;
    const lay = (id: IdeaId, column: number): void => {
      if (sheets.length >= SHEETS) return;
      sheets.push([column, row, promoted.has(id) ? 1 : 0]);
      if (column >= 6) return;
      for (const [index, child] of childrenOf(id).entries()) {
        if (index > 0) row++;
        lay(child, column + 1);
      }
    };
    lay(root, 0);
    trees.push(sheets);
  }
  return trees.sort((a, b) => b.length - a.length).slice(0, TREES);
}
