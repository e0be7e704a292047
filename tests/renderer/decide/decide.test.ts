import { describe, expect, it } from 'vitest';
import { readAncestry } from '../../../renderer/decide/ancestry.ts';
import { compareLabels, decideQueue, nextOpen } from '../../../renderer/decide/decideQueue.ts';
import { decisionsOf } from '../../../renderer/ui/records.ts';
import { harnessView, idOf } from '../harness/harnessView.ts';

const view = harnessView();
const decisions = decisionsOf(view.snapshot);
const labels = (ids: readonly string[]): string[] => ids.map((id) => view.labels.get(id) ?? '');

describe('the queue', () => {
  it('holds what was decided, then the open proposals', () => {
    expect(labels(decideQueue(view, decisions, new Set()))).toEqual(['B2', 'A5', 'D5']);
  });

  it('takes in what somebody chose, in the order of call numbers', () => {
    const chosen = new Set([idOf(view, 'F'), idOf(view, 'C')]);
    expect(labels(decideQueue(view, decisions, chosen))).toEqual(['B2', 'A5', 'C', 'D5', 'F']);
  });

  it('goes on to the next open one, round the end', () => {
    const queue = decideQueue(view, decisions, new Set([idOf(view, 'C')]));
    expect(view.labels.get(nextOpen(queue, decisions, idOf(view, 'D5')) ?? '')).toBe('C');
    expect(nextOpen([idOf(view, 'D5')], decisions, idOf(view, 'D5'))).toBeNull();
  });

  it('orders call numbers as people count them', () => {
    expect(['AA', 'B', 'A10', 'A', 'A2', 'Z'].sort(compareLabels)).toEqual([
      'A',
      'A2',
      'A10',
      'B',
      'Z',
      'AA',
    ]);
  });
});

describe('how an idea came about', () => {
  it('puts each ancestor left of what grew from it', () => {
    const { nodes, links, columns } = readAncestry(view, idOf(view, 'D5'));
    const column = new Map(nodes.map((node) => [node.id, node.column]));
    expect(labels(nodes.map(({ id }) => id)).sort()).toEqual(['C', 'C4', 'D', 'D3', 'D5']);
    expect(columns).toBe(3);
    for (const { from, to } of links) expect(column.get(from)).toBeLessThan(column.get(to) ?? 0);
  });

  it('says the bond of each step', () => {
    const { links } = readAncestry(view, idOf(view, 'D5'));
    expect(links.map(({ bond }) => bond).sort()).toEqual(['build', 'combine', 'combine', 'twist']);
  });

  it('is the idea alone when nothing came before it', () => {
    const { nodes, links } = readAncestry(view, idOf(view, 'A'));
    expect(nodes).toHaveLength(1);
    expect(links).toEqual([]);
  });
});
