/** What the sample's poster says before anybody has opened it: read from the sample itself. */
import type { JamCard } from '../../shared/ipc/shell.ts';
import { SAMPLE } from '../../shared/sample/sample.ts';
import type { SampleIdea, SampleJam } from '../../shared/sample/sampleJam.ts';

const TREES = 6;
const SLOTS = 48;

export const SAMPLE_POSTER: Pick<JamCard, 'title' | 'challenge' | 'trees' | 'signature'> = {
  title: SAMPLE.title,
  challenge: SAMPLE.brief.challenge,
  trees: sampleTrees(SAMPLE),
  signature: sampleSignature(SAMPLE),
};

function sampleTrees({ ideas, decisions }: SampleJam): JamCard['trees'] {
  const promoted = new Set<string>(
    decisions.filter(({ outcome }) => outcome === 'promote').map(({ idea }) => idea),
  );
  const childrenOf = new Map<string, SampleIdea[]>();
  for (const idea of ideas) {
    const parent = idea.parents[0]?.ref ?? '';
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), idea]);
  }
  const trees: [number, number, number][][] = [];
  for (const root of childrenOf.get('') ?? []) {
    const sheets: [number, number, number][] = [];
    let row = 0;
    const lay = (idea: SampleIdea, column: number): void => {
      sheets.push([column, row, promoted.has(idea.ref) ? 1 : 0]);
      for (const [i, child] of (childrenOf.get(idea.ref) ?? []).entries()) {
        if (i > 0) row++;
        lay(child, column + 1);
      }
    };
    lay(root, 0);
    if (sheets.length > 1) trees.push(sheets);
  }
  return trees.sort((a, b) => b.length - a.length).slice(0, TREES);
}

function sampleSignature({ ideas, comments, decisions, minutes }: SampleJam): readonly number[] {
  const slots = new Array<number>(SLOTS).fill(0);
  for (const { minute } of [...ideas, ...comments, ...decisions]) {
    const slot = Math.min(SLOTS - 1, Math.floor((minute / minutes) * SLOTS));
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  const fullest = Math.max(1, ...slots);
  return slots.map((acts) => Math.sqrt(acts / fullest));
}
