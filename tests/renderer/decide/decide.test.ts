import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readAncestry } from '../../../renderer/decide/ancestry.ts';
import { DecideForm, EMPTY_DRAFT } from '../../../renderer/decide/DecideForm.tsx';
import { decideQueue, nextOpen } from '../../../renderer/decide/decideQueue.ts';
import {
  sayBand,
  sayDecided,
  sayEmpty,
  sayLeftOpen,
  sayMissing,
} from '../../../renderer/decide/decideWords.ts';
import { UNDO_ACTIONS } from '../../../renderer/session/undoActions.ts';
import type { DecisionDraft } from '../../../renderer/stores/uiStore.ts';
import { decisionsOf } from '../../../renderer/ui/records.ts';
import type { Decision } from '../../../shared/model/snapshot.ts';
import { createTestBoard } from '../canvas/testBoard.ts';
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

const decided: Decision = {
  key: 'd',
  idea: 'a',
  outcome: 'promote',
  reason: 'It can be tried',
  owner: '',
  firstStep: '',
  due: '',
  dissent: '',
  accepted: true,
  by: 'ana',
  lamport: 1,
  at: 0,
};

describe('the form', () => {
  const print = (draft: Partial<DecisionDraft>, decision?: Decision): string =>
    renderToStaticMarkup(
      createElement(DecideForm, {
        draft: { ...EMPTY_DRAFT, ...draft },
        onChange: () => undefined,
        onDecide: () => undefined,
        onTakeBack: () => undefined,
        decision,
        me: 'Ana',
        onCarry: () => true,
        onTake: () => undefined,
        names: ['Ana'],
        now: 0,
      }),
    ).replace(/<[^>]+>/g, ' ');

  it('asks only for what is missing', () => {
    expect(print({})).toContain('Choose one of the three, and say why.');
    expect(print({ reason: 'so' })).toContain('Choose one of the three.');
    expect(print({ outcome: 'later' })).toContain('Now say why, in a few words.');
    expect(print({ outcome: 'later' })).not.toContain('Choose');
    expect(sayMissing('no', 'so')).toBeNull();
  });

  it('says where nobody carries what was promoted, until somebody does', () => {
    const words = 'Nobody carries it yet.';
    expect(print(decided, decided)).toContain(words);
    expect(print({ ...decided, outcome: 'later' }, { ...decided, outcome: 'later' })).not.toContain(words);
    expect(print({ ...decided, owner: 'Bo' }, { ...decided, owner: 'Bo' })).not.toContain(words);
  });
});

describe('deciding in words', () => {
  it('says what came of it, and who carries it or nobody', () => {
    expect(sayDecided(decided)).toBe('Promoted. Nobody carries it yet');
    expect(sayDecided({ ...decided, owner: 'Bo' })).toBe('Promoted. Bo carries this');
    expect(sayDecided({ ...decided, owner: 'Bo', accepted: false })).toBe(
      'Promoted. Bo is asked to carry this',
    );
    expect(sayDecided({ ...decided, outcome: 'no' })).toBe('Not this time');
  });

  it('gives whereabouts where a number could point at somebody, and one line to what is empty', () => {
    expect(['most', 'middle', 'fewest'].map((band) => sayBand(band as 'most'))).toEqual([
      'Among those with the most dots',
      'In the middle',
      'Among those with the fewest dots',
    ]);
    expect(sayEmpty(false, false)).toBe('Nothing came before it, and nothing was said about it.');
    expect(sayEmpty(true, true)).toBeNull();
  });

  it('tells a host what is left undecided, and everybody that what they began is kept', () => {
    expect(sayLeftOpen(3, ['B'], true)).toBe(
      'Three sheets are not decided. The reason you began for B is kept for you under Decide.',
    );
    expect(sayLeftOpen(1, [], true)).toBe('One sheet is not decided.');
    expect(sayLeftOpen(3, [], false)).toBeNull();
    expect(sayLeftOpen(3, ['B', 'C'], false)).toMatch(/^The reasons you began for B, C are kept/);
    expect(sayLeftOpen(0, [], true)).toBeNull();
  });
});

describe('a decision that is undone', () => {
  it('is said with its number, shown again, and its words are in the form', () => {
    const { session, jam, said, lay } = createTestBoard();
    const [a, b] = [lay(0, 0), lay(4, 0)];
    const how = { outcome: 'promote', reason: 'It can be tried', owner: '', firstStep: '', due: '' } as const;
    jam.run('decision.set', { idea: a, ...how });
    session.set({ view: 'decide', deciding: b });
    UNDO_ACTIONS['edit.undo']?.run(session);
    expect(said).toEqual(['A is not decided any more.']);
    expect(session.ui.getState().deciding).toBe(a);
    expect(session.ui.getState().decisionDrafts.get(a)).toMatchObject({
      outcome: 'promote',
      reason: how.reason,
    });
    UNDO_ACTIONS['edit.redo']?.run(session);
    expect(said).toEqual(['A is not decided any more.', 'A is decided again.']);
    expect(session.ui.getState().decisionDrafts.has(a)).toBe(false);
  });

  it('takes nobody to it who looks at the board, and undo of anything else says nothing of it', () => {
    const { session, jam, said, lay } = createTestBoard();
    const a = lay(0, 0);
    const how = { outcome: 'no', reason: 'Too dear', owner: '', firstStep: '', due: '' } as const;
    jam.run('decision.set', { idea: a, ...how });
    jam.run('idea.bin', { ideas: [lay(4, 0)], bin: true });
    UNDO_ACTIONS['edit.undo']?.run(session);
    expect(said).toEqual([]);
    UNDO_ACTIONS['edit.undo']?.run(session);
    UNDO_ACTIONS['edit.undo']?.run(session);
    expect(said).toEqual(['A is not decided any more.']);
    expect(session.ui.getState().deciding).toBeNull();
  });
});
