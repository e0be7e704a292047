import { describe, expect, it } from 'vitest';
import { ideaWords } from '../../../renderer/ideas/ideaWords.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

describe('an idea in one sentence', () => {
  const words = (test: ReturnType<typeof createTestBoard>, id: string): string => {
    const sheet = test.session.view().layout.sheets.get(id);
    return sheet === undefined ? '' : ideaWords(sheet, test.session.view());
  };

  it('says number, kind, where it came from, text and comments', () => {
    const test = createTestBoard();
    const a = test.lay(0, 0);
    const b = test.lay(1, 0, a, { bond: 'twist' });
    test.session.run('comment.add', { idea: b, text: 'Yes' });
    expect(words(test, b)).toBe('A2, note, a twist of A: At 1 0, 1 comment');
  });

  it('says that nobody riffed on a fresh one, and what was decided', () => {
    const test = createTestBoard();
    const a = test.lay(0, 0);
    expect(words(test, a)).toBe('A, note, fresh: At 0 0');
    test.session.run('idea.lock', { ideas: [a], lock: true });
    expect(words(test, a)).toBe('A, note, fresh: At 0 0, locked');
  });
});
