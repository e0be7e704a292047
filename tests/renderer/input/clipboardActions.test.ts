import { describe, expect, it } from 'vitest';
import { readClip } from '../../../renderer/input/actions/clipboard.ts';
import { layCopies } from '../../../renderer/input/actions/clipboardActions.ts';
import { importText } from '../../../shared/import/importFile.ts';
import { toBatch } from '../../../shared/import/toBatch.ts';
import { PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

/** A tree that came in as one step, all of it selected. */
function withTree(outline: string) {
  const { session } = createTestBoard();
  const imported = importText(outline);
  if (!imported.ok) throw new Error(imported.sentence);
  const { board } = session.ui.getState();
  const result = session.run('jam.import', toBatch(imported.value, board, session.view().layout));
  if (!result.ok) throw new Error(result.sentence);
  const ideas = new Set(result.value.ideas.values());
  session.set({ selection: { ideas, groups: new Set(), connectors: new Set() } });
  return session;
}

const CHAIN = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- Idea ${depth}`).join('\n');

describe('a copy of ideas that came in one step', () => {
  it('numbers its riffs by its own root', () => {
    const session = withTree(CHAIN);
    layCopies(session, { x: 0, y: 2_000 });
    const { labels } = session.view();
    const numbers = [...session.ui.getState().selection.ideas].map((id) => labels.get(id));
    expect(numbers.sort()).toEqual(['B', ...Array.from({ length: 11 }, (_, n) => `B${n + 2}`)].sort());
  });

  it('is copied in the order in which the board is read', () => {
    const session = withTree('First\nSecond\nThird\nFourth\nFifth');
    const { layout } = session.view();
    const copied = readClip(session)?.ideas ?? [];
    const places = copied
      .map(({ ref }) => layout.sheets.get(ref))
      .map((sheet) => (sheet?.y ?? 0) * 1e6 + (sheet?.x ?? 0));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('a copy of what is unsigned', () => {
  it('carries no name to where it is pasted', () => {
    const { session, jam, lay } = createTestBoard();
    const select = (id: string) =>
      session.set({ selection: { ideas: new Set([id]), groups: new Set(), connectors: new Set() } });
    const authors = () => readClip(session)?.ideas.map(({ author }) => author);
    select(lay(0, 0));
    expect(authors()).toEqual(['Alice']);
    const options = { ...PLAIN_OPTIONS, unsigned: true };
    const plans = [{ kind: 'riff', title: '', prompt: '', minutes: 5, options }];
    jam.run('course.load', { template: null, plans });
    const [phase = null] = jam.snapshot().course.phases.keys();
    jam.run('run.start', { phase, round: 1, roster: [], running: false });
    expect(authors()).toEqual([null]);
    const written = lay(2, 0);
    jam.run('run.start', { phase: null, round: 1, roster: [], running: false });
    expect(authors()).toEqual(['Alice']);
    select(written);
    expect(authors()).toEqual([null]);
  });
});
