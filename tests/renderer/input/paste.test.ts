import { describe, expect, it } from 'vitest';
import { pasteText } from '../../../renderer/input/actions/clipboardActions.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

function paste(text: string) {
  const test = createTestBoard();
  test.lay(0, 1);
  pasteText(test.session, text);
  const { snapshot, layout } = test.session.view();
  const at = (words: string) => {
    const idea = [...snapshot.ideas.values()].find((one) => one.text === words);
    const sheet = layout.sheets.get(idea?.id ?? '');
    return sheet === undefined ? null : [sheet.x / 176, sheet.y / 92];
  };
  return { ...test, at, count: () => test.session.view().layout.sheets.size };
}

describe('pasting text', () => {
  it('cells become ideas that lie as they stood in their table, covering nothing, as one step', () => {
    const { at, count, jam } = paste('Ana\tknocks on doors\nBo\t\nCleo\tcalls the driver');
    const [x = 0, y = 0] = at('Ana') ?? [];
    expect(at('knocks on doors')).toEqual([x + 1, y]);
    expect(at('Bo')).toEqual([x, y + 1]);
    expect(at('calls the driver')).toEqual([x + 1, y + 2]);
    expect(count()).toBe(6);
    expect([at('Ana'), at('Bo'), at('Cleo')]).not.toContainEqual([0, 1]);
    jam.undo();
    expect(count()).toBe(1);
  });

  it('a table whose columns have names that we know is one idea a row', () => {
    const { count, at } = paste('text\tauthor\nKnock on doors\tAna\nCall the driver\tBo');
    expect(count()).toBe(3);
    expect(at('Knock on doors')).not.toBeNull();
    expect(at('Ana')).toBeNull();
  });

  it('two hundred lines become two hundred ideas in one step, a field and not a ribbon', () => {
    const { count, jam, session } = paste(Array.from({ length: 200 }, (_, i) => `Line ${i}`).join('\n'));
    expect(count()).toBe(201);
    const { w = 0, h = 0 } = session.view().layout.bounds ?? {};
    expect(w / h).toBeLessThan(3);
    jam.undo();
    expect(count()).toBe(1);
  });
});
