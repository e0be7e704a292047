import { describe, expect, it } from 'vitest';
import { createViewStore } from '../../../renderer/session/viewStore.ts';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { MODULE } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { openPerson } from '../../support/threePeople.ts';

/** Forty columns of sheets. */
function openLarge(ideas: number) {
  const { jam } = openPerson('alice', 1);
  jam.run('jam.start', { challenge: 'Who opens when nobody is at the counter?', name: 'Alice' });
  const batch = Array.from({ length: ideas }, (_, n) => ({
    ref: `i${n}`,
    text: `idea ${n}`,
    detail: '',
    kind: 'note' as const,
    parents: [],
    group: null,
    x: (n % 40) * MODULE.pitchX,
    y: Math.floor(n / 40) * MODULE.pitchY,
    auto: false,
    author: null,
  }));
  jam.run('jam.import', { board: MAIN_BOARD, ideas: batch, groups: [], connectors: [] });
  return jam;
}

function look(ideas: number) {
  const jam = openLarge(ideas);
  const waiting: (() => void)[] = [];
  const views = createViewStore(jam, MAIN_BOARD, {
    strip: { left: 0, right: 4 * MODULE.pitchX - 60 },
    whenIdle: (run) => {
      waiting.push(run);
      return () => waiting.splice(waiting.indexOf(run), 1);
    },
  });
  return { jam, views, waiting };
}

describe('the view of a jam that is opened', () => {
  it('is whole at once where there are few ideas', () => {
    const { views, waiting } = look(200);
    expect(views.view()).toMatchObject({ whole: true, layout: { sheets: { size: 200 } } });
    expect(waiting).toHaveLength(0);
  });

  it('begins with the columns that are looked at, with their numbers, and is whole once the page was idle', () => {
    const { jam, views, waiting } = look(2_000);
    const { layout, whole, labels } = views.view();
    expect([whole, layout.sheets.size, labels.size]).toEqual([false, 200, 2_000]);
    const told: number[] = [];
    views.subscribe((view) => told.push(view.dirty?.size ?? -1));
    while (waiting.length > 0) waiting.shift()?.();
    expect(told.length).toBeGreaterThan(1);
    expect(told.reduce((sum, size) => sum + size, 0)).toBe(1_800);
    expect(views.view().whole).toBe(true);
    const scratch = layoutFromScratch(jam.snapshot(), MAIN_BOARD);
    expect(new Map(views.view().layout.sheets)).toEqual(new Map(scratch.sheets));
  });

  it('is whole as soon as somebody is about to act, and then waits for nothing', () => {
    const { views, waiting } = look(2_000);
    views.finish();
    expect(views.view()).toMatchObject({ whole: true, layout: { sheets: { size: 2_000 } } });
    waiting.shift()?.();
    expect(waiting).toHaveLength(0);
  });

  it('takes in what somebody else does meanwhile, and stops when the jam is closed', () => {
    const { jam, views } = look(2_000);
    jam.run('brief.set', { field: 'challenge', text: 'Who closes?' });
    expect(views.view()).toMatchObject({ whole: true, snapshot: { brief: { challenge: 'Who closes?' } } });
    const closed = look(2_000);
    closed.views.dispose();
    expect(closed.waiting).toHaveLength(0);
  });
});
