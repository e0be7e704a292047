import { compareLabels } from '../ideas/compareLabels.ts';
import { deriveLineage, type Lineage } from '../ideas/lineage.ts';
import { latestDecision } from '../ideas/tallies.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import type { Comment, Decision, Idea, Riff } from '../model/snapshot.ts';
import { signingOf } from '../phases/signing.ts';
import type { ExportInput } from './exporter.ts';

/** What the exporters ask of a snapshot, read once. Only live ideas of the selection count. */
export interface ExportScene {
  readonly lineage: Lineage;
  has(id: IdeaId): boolean;
  /** Tree by tree in the order of call numbers, parents before children, siblings by number. */
  readonly ideas: readonly Idea[];
  label(id: IdeaId): string;
  /** Where it stands under its nearest exported ancestor; 0 for one that stands alone. */
  depth(id: IdeaId): number;
  /** Riffs to exported parents, in the lineage's order. */
  riffsTo(id: IdeaId): readonly Riff[];
  decision(id: IdeaId): Decision | null;
  /** Oldest first. */
  comments(id: IdeaId): readonly Comment[];
  /** Empty where it is unsigned. */
  author(idea: Idea): string;
  /** Whose comment it is; empty where it is unsigned. */
  sayer(comment: Comment): string;
  /** People of the band, alphabetical; nobody while one of them wrote unsigned. */
  band(id: IdeaId): readonly string[];
}

export function exportScene({ snapshot, labels, selection }: ExportInput): ExportScene {
  const lineage = deriveLineage(snapshot);
  const has = (id: IdeaId): boolean => {
    const idea = snapshot.ideas.get(id);
    return idea !== undefined && !idea.bin && (selection === undefined || selection.has(id));
  };
  const label = (id: IdeaId): string => labels.get(id) ?? '';
  const signing = signingOf(snapshot);
  const name = (member: MemberId): string => snapshot.members.get(member)?.name.trim() || 'somebody';
  const byNumber = (a: IdeaId, b: IdeaId): number => compareLabels(label(a), label(b));

  const ideas: Idea[] = [];
  const depths = new Map<IdeaId, number>();
  const visited = new Set<IdeaId>();
  // A stack, not recursion: riffs may go as deep as there are ideas.
  const open = [...lineage.roots]
    .sort(byNumber)
    .reverse()
    .map((id) => ({ id, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    if (visited.has(next.id)) continue;
    visited.add(next.id);
    const idea = snapshot.ideas.get(next.id);
    const counts = idea !== undefined && has(next.id);
    if (counts) {
      ideas.push(idea);
      depths.set(next.id, next.depth);
    }
    const id = next.id;
    const depth = next.depth + (counts ? 1 : 0);
    const children = lineage.children(id).filter((child) => lineage.parents(child)[0] === id);
    for (const child of [...children].sort(byNumber).reverse()) open.push({ id: child, depth });
  }

  const decisions = groupBy([...snapshot.decisions.values()], ({ idea }) => idea);
  const comments = groupBy(
    [...snapshot.comments.values()]
      .filter(({ gone }) => !gone)
      .sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1)),
    ({ idea }) => idea,
  );
  return {
    lineage,
    has,
    ideas,
    label,
    depth: (id) => depths.get(id) ?? 0,
    riffsTo: (id) =>
      lineage
        .parentRiffs(id)
        .flatMap((key) => snapshot.riffs.get(key) ?? [])
        .filter(({ parent }) => has(parent)),
    decision: (id) => latestDecision(decisions.get(id) ?? []),
    comments: (id) => comments.get(id) ?? [],
    author: (idea) => (signing.isSigned(idea) ? name(idea.born.author) : ''),
    sayer: (comment) => (signing.isSignedAct(comment) ? name(comment.by) : ''),
    band(id) {
      const led = [id, ...lineage.ancestors(id)].flatMap((one) => snapshot.ideas.get(one) ?? []);
      return led.every(signing.isSigned) ? [...new Set(lineage.band(id).map(name))].sort(compareWords) : [];
    },
  };
}

/** Alphabetical for people, the same on every machine. */
export function compareWords(a: string, b: string): number {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) || (a < b ? -1 : a > b ? 1 : 0);
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => IdeaId): Map<IdeaId, T[]> {
  const groups = new Map<IdeaId, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
