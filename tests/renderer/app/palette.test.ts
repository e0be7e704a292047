import { describe, expect, it } from 'vitest';
import { findIdeas } from '../../../renderer/app/find/findIdeas.ts';
import { helpGroups } from '../../../renderer/app/help/helpGroups.ts';
import { paletteActions } from '../../../renderer/app/palette/paletteItems.ts';
import { ACTIONS } from '../../../shared/actions/registry.ts';
import { harnessView } from '../harness/harnessView.ts';

const all = () => true;

describe('the palette', () => {
  it('offers every action that is meant for it', () => {
    const offered = paletteActions('', all, []).map(({ action }) => action.id);
    expect(offered.sort()).toEqual(
      ACTIONS.filter(({ palette }) => palette)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('puts what was used last first, while nothing is asked', () => {
    const [first, second] = paletteActions('', all, ['view.list', 'jam.brief']);
    expect([first?.action.id, second?.action.id]).toEqual(['view.list', 'jam.brief']);
  });

  it('finds by a few letters', () => {
    expect(paletteActions('zoom fit', all, [])[0]?.action.id).toBe('camera.fit');
    expect(paletteActions('undo', all, [])[0]?.action.id).toBe('edit.undo');
  });

  it('puts what cannot be done now at the end, and says so', () => {
    const offered = paletteActions('', (id) => id !== 'library.new', []);
    expect(offered.at(-1)?.action.id).toBe('library.new');
    expect(offered.at(-1)?.enabled).toBe(false);
  });
});

describe('finding ideas', () => {
  const view = harnessView();
  const found = (query: string) => findIdeas(view, query).map(({ id }) => view.labels.get(id));

  it('goes to a call number however it is typed', () => {
    for (const query of ['d5', 'D5', ' d 5 ']) expect(found(query)[0]).toBe('D5');
    expect(found('a')[0]).toBe('A');
  });

  it('finds words, also in the detail', () => {
    expect(found('baker')).toEqual(['A4']);
    expect(found('quiet since noon')).toContain('D3');
    expect(found('zebra')).toEqual([]);
  });
});

describe('the page of all keys', () => {
  it('has every action with a key exactly once', () => {
    const listed = helpGroups().flatMap(({ actions }) => actions.map(({ id }) => id));
    expect(listed.sort()).toEqual(
      ACTIONS.filter(({ keys }) => keys.length > 0)
        .map(({ id }) => id)
        .sort(),
    );
  });
});
