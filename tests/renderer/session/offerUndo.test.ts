import { expect, it } from 'vitest';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { offerUndo } from '../../../renderer/session/offerUndo.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

/** Alice put A into the bin and is offered to take that back. */
function afterTheBin() {
  const { session: bare, jam, lay } = createTestBoard();
  const session: JamSession = {
    ...bare,
    notify: (text, tone = 'info', action = null, at = null) =>
      bare.set({ notices: [{ id: 1, text, tone, action, at }] }),
    act: (id) => void (id === 'edit.undo' && jam.undo()),
  };
  const [a, b] = [lay(0, 0), lay(4, 0)];
  const bin = (idea: string): void => void jam.run('idea.bin', { ideas: [idea], bin: true });
  bin(a);
  offerUndo(session, 'A in the bin.');
  const offers = () => session.ui.getState().notices;
  return {
    jam,
    a,
    b,
    bin,
    offers,
    press: offers()[0]?.action?.run ?? (() => undefined),
    isBinned: (idea: string) => jam.snapshot().ideas.get(idea)?.bin,
    settle: () => new Promise((done) => setTimeout(done)),
  };
}

it('an offer to undo takes back what it speaks of, and goes with it', async () => {
  const { a, offers, press, isBinned, settle } = afterTheBin();
  await settle();
  expect(offers()).toHaveLength(1);
  press();
  expect(isBinned(a)).toBe(false);
  await settle();
  expect(offers()).toEqual([]);
});

it('goes as soon as something else was done, and never takes that back instead', async () => {
  const { a, b, bin, offers, press, isBinned, settle } = afterTheBin();
  bin(b);
  press();
  expect([isBinned(a), isBinned(b)]).toEqual([true, true]);
  await settle();
  expect(offers()).toEqual([]);
});

it('goes when it was undone by other means, or something is typed', async () => {
  const undone = afterTheBin();
  undone.jam.undo();
  await undone.settle();
  expect(undone.offers()).toEqual([]);

  const typed = afterTheBin();
  const text = typed.jam.openText({ idea: typed.b, field: 'text' });
  if (!text.ok) throw new Error(text.sentence);
  await typed.settle();
  expect(typed.offers()).toHaveLength(1);
  typed.jam.doc.transact(() => text.value.ytext.insert(0, 'Also '), text.value.origin);
  typed.press();
  expect(typed.jam.snapshot().ideas.get(typed.b)?.text).toMatch(/^Also /);
  await typed.settle();
  expect(typed.offers()).toEqual([]);
});
