import { describe, expect, it } from 'vitest';
import { type ListFilter, listRows, NO_FILTER } from '../../../renderer/review/listRows.ts';
import { decisionsOf } from '../../../renderer/ui/records.ts';
import { deriveLabels } from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { someIdea, someJam } from '../../shared/ideas/someJam.ts';
import { harnessView } from '../harness/harnessView.ts';

const view = harnessView();
const rows = (filter: Partial<ListFilter> = {}) =>
  listRows(view, { ...NO_FILTER, ...filter }, decisionsOf(view.snapshot));
const labels = (filter: Partial<ListFilter> = {}): string[] =>
  rows(filter).map(({ id }) => view.labels.get(id) ?? '');

describe('the jam as a list', () => {
  it('lists every idea once, fresh sheets first', () => {
    expect(labels()).toHaveLength(29);
    expect(new Set(labels()).size).toBe(29);
    expect(labels().slice(0, 7)).toEqual(['E', 'F', 'G', 'H', 'I', 'J', 'A']);
  });

  it('sets each riff under what it grew from, one step in', () => {
    const all = rows();
    const at = (label: string) => all[labels().indexOf(label)];
    expect(at('A')?.depth).toBe(0);
    expect(at('A4')?.depth).toBe(1);
    expect(at('A5')?.depth).toBe(2);
    expect(labels().indexOf('A5')).toBeGreaterThan(labels().indexOf('A4'));
  });

  it('filters by what is fresh, decided, open, by kind and by words', () => {
    expect(labels({ show: 'fresh' })).toEqual(['E', 'F', 'G', 'H', 'I', 'J']);
    expect(labels({ show: 'decided' })).toEqual(['A5', 'B2']);
    expect(labels({ show: 'open' })).toEqual(['D5']);
    expect(labels({ kind: 'insight' })).toEqual(['F', 'A2', 'C3']);
    expect(labels({ text: 'door' })).toEqual(['A', 'A2']);
    expect(labels({ text: 'd5' })).toEqual(['D5']);
  });

  it('stands in another order when asked: the newest first, or what most grew from', () => {
    expect(labels({ order: 'newest' })).toHaveLength(29);
    const lamports = rows({ order: 'newest' }).map(
      ({ id }) => view.snapshot.ideas.get(id)?.born.lamport ?? 0,
    );
    expect(lamports).toEqual([...lamports].sort((a, b) => b - a));
    const growths = rows({ order: 'riffs' }).map(({ id }) => view.lineage.growth(id));
    expect(growths).toEqual([...growths].sort((a, b) => b - a));
    expect(growths[0]).toBeGreaterThan(0);
  });

  it('is flat in another order: no riff is set under what stands elsewhere', () => {
    expect(rows({ order: 'newest' }).every(({ depth, first }) => depth === 0 && !first)).toBe(true);
  });

  it('looks into the detail too', () => {
    expect(labels({ text: 'quiet since' })).toEqual(['D3']);
  });
});

describe('sheets of a reveal', () => {
  it('stand by the numbers that they were laid with, never in blocks of one hand', () => {
    // Ana handed in two, then Bo two; laid they became A to D in another order.
    const laid: readonly (readonly [string, string, number])[] = [
      ['ana1', 'C', 5],
      ['ana2', 'A', 5],
      ['bo1', 'D', 6],
      ['bo2', 'B', 6],
    ];
    const snapshot = someJam({
      ideas: laid.map(([id, , lamport]) => someIdea(id, { born: { run: 'solo', lamport } })),
      settled: new Map(laid.map(([id, label]) => [id, { label, by: 'ana', lamport: 9, at: 0 }])),
    });
    const lineage = deriveLineage(snapshot);
    const seen = { snapshot, lineage, labels: deriveLabels(snapshot, lineage) };
    for (const order of ['trees', 'newest', 'riffs'] as const) {
      const ids = listRows(seen, { ...NO_FILTER, order }, new Map()).map(({ id }) => id);
      expect(ids).toEqual(['ana2', 'bo2', 'ana1', 'bo1']);
    }
  });
});
