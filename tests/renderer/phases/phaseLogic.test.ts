import { describe, expect, it } from 'vitest';
import { becameOf, sayBecame } from '../../../renderer/phases/becameOf.ts';
import { freshFor, pairOf } from '../../../renderer/phases/riffHelp.ts';
import { halfRiffs, riffDraftKey, riffedInRun } from '../../../renderer/phases/rotation.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import type { Decision } from '../../../shared/model/snapshot.ts';
import { someIdea, someJam, someRiff } from '../../shared/ideas/someJam.ts';
import { records, someRun } from '../../shared/phases/someCourse.ts';
import { createDice } from '../../support/threePeople.ts';

const by = (author: string, run: string | null = null) => ({ born: { author, run } });

describe('a seat in a rotation', () => {
  const jam = someJam({
    ideas: [
      someIdea('a', by('bo')),
      someIdea('b', by('bo')),
      someIdea('r', by('me', 'r1')),
      someIdea('s', by('bo', 'r1')),
    ],
    riffs: [someRiff('r', 'a'), someRiff('s', 'b')],
  });

  it('is done with the sheets that it riffed on itself, in this run', () => {
    expect([...riffedInRun(jam, someRun('r1'), 'me')]).toEqual(['a']);
    expect([...riffedInRun(jam, someRun('r2'), 'me')]).toEqual([]);
  });

  it('finds again what was half said when the bell came, on sheets that are still there', () => {
    const answers = {
      r1: {
        [riffDraftKey('a')]: 'yes, and',
        [riffDraftKey('b')]: ' ',
        [riffDraftKey('gone')]: 'lost',
        'riff-a:bond': 'twist',
      },
    };
    expect(halfRiffs(jam, [someRun('r1')], answers)).toEqual([{ run: 'r1', idea: 'a', text: 'yes, and' }]);
    expect(halfRiffs(jam, [someRun('r2')], answers)).toEqual([]);
  });
});

describe('when thoughts stand still', () => {
  const jam = someJam({
    ideas: [
      someIdea('mine', by('me')),
      someIdea('theirs', by('bo')),
      someIdea('grown'),
      someIdea('riff'),
      someIdea('binned', { bin: true }),
    ],
    riffs: [someRiff('riff', 'grown')],
  });
  const view = { snapshot: jam, lineage: deriveLineage(jam) };

  it('fresh sheets of others come first, one’s own after', () => {
    expect(freshFor(view, 'me')).toEqual(['theirs', 'mine']);
  });

  it('two at random are of different trees, and never binned', () => {
    const dice = createDice(3);
    for (let i = 0; i < 60; i++) {
      const [a, b] = pairOf(view, dice) ?? ['', ''];
      expect(view.lineage.rootOf(a)).not.toBe(view.lineage.rootOf(b));
      expect([a, b]).not.toContain('binned');
    }
    const one = someJam({ ideas: [someIdea('a')] });
    expect(pairOf({ snapshot: one, lineage: deriveLineage(one) }, dice)).toBeNull();
  });
});

describe('what became of what somebody wrote', () => {
  const jam = someJam({
    ideas: ['root', 'child', 'leaf', 'other'].map((id, i) =>
      someIdea(id, by(i === 0 || i === 3 ? 'me' : 'bo')),
    ),
    riffs: [someRiff('child', 'root'), someRiff('leaf', 'child')],
  });
  const decision = (idea: string): Decision => ({
    key: `${idea}:1`,
    idea,
    outcome: 'promote',
    reason: 'because',
    owner: '',
    firstStep: '',
    due: '',
    dissent: '',
    accepted: true,
    by: 'ana',
    lamport: 1,
    at: 0,
  });

  it('says what it led to, however far down, and how much of others grew from it', () => {
    const became = becameOf(jam, deriveLineage(jam), new Map([['leaf', decision('leaf')]]), 'me');
    expect(became).toEqual([
      {
        idea: 'root',
        under: 'root',
        grew: 2,
        led: { idea: 'leaf', outcome: 'promote', reason: 'because' },
        stood: null,
      },
      { idea: 'other', under: 'other', grew: 0, led: null, stood: null },
    ]);
  });

  it('names the nearest decision', () => {
    const decisions = new Map([
      ['leaf', decision('leaf')],
      ['child', decision('child')],
    ]);
    expect(becameOf(jam, deriveLineage(jam), decisions, 'me')[0]?.led?.idea).toBe('child');
  });

  it('says that it stood in the vote and is not decided, itself, by what grew from it, or under another', () => {
    const merge = { from: 'other', into: 'child', gone: false, by: 'ana', lamport: 1, at: 0 };
    const course = records({
      runs: [someRun('v', { kind: 'vote', list: ['child'] })],
      more: { merges: new Map([['other:child', merge]]) },
    });
    const became = becameOf({ ...jam, course }, deriveLineage(jam), new Map(), 'me');
    expect(became.map(({ stood }) => stood)).toEqual(['child', 'child']);
    const say = (one: (typeof became)[number] | undefined) =>
      one && sayBecame(one, (idea) => idea.toUpperCase());
    expect(say(became[0])).toBe(
      'Led to CHILD. Stood in the vote; not decided yet. 2 ideas of others grew from it.',
    );
    expect(say({ idea: 'child', under: 'child', grew: 0, led: null, stood: 'child' })).toBe(
      'Stood in the vote; not decided yet.',
    );
    expect(say(became[1])).toBe('Put together with CHILD. Stood in the vote; not decided yet.');
    const decided = new Map([['child', decision('child')]]);
    expect(becameOf({ ...jam, course }, deriveLineage(jam), decided, 'me')).toMatchObject([
      { idea: 'root', led: { idea: 'child' }, stood: null },
      { idea: 'other', led: { idea: 'child' }, stood: null },
    ]);
  });
});
