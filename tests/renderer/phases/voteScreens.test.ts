/** What the screens of nominating and voting derive, say and walk by. */
import { describe, expect, it } from 'vitest';
import {
  MOST_LISTED,
  readPress,
  roomsList,
  sheetGroups,
  voteAhead,
} from '../../../renderer/phases/nominateLists.ts';
import { placeDots } from '../../../renderer/phases/placeDots.ts';
import { type Spot, spotAfter } from '../../../renderer/phases/sheetWalk.ts';
import { dotsAfterKey } from '../../../renderer/phases/VoteSheets.tsx';
import {
  keyHolders,
  sayDots,
  sayHaste,
  sayHolders,
  sayKept,
  sayLate,
  sayPlacing,
} from '../../../renderer/phases/voteWords.ts';
import { coursePresence } from '../../../renderer/session/course/coursePresence.ts';
import type { SessionCourse } from '../../../renderer/session/course/sessionCourse.ts';
import { MOST_NOMINEES } from '../../../shared/phases/nominees.ts';
import { records, somePhase, someRun } from '../../shared/phases/someCourse.ts';
import { harnessView, idOf } from '../harness/harnessView.ts';

describe('the sheets to nominate', () => {
  const view = harnessView();
  const none = (): boolean => false;

  it('are the fresh ones, then tree by tree, each sheet once', () => {
    const { groups, more } = sheetGroups(view, '', none);
    expect(more).toBe(0);
    expect(groups[0]?.root).toBeNull();
    expect(groups[0]?.ideas.every((id) => view.lineage.isFresh(id))).toBe(true);
    for (const { root, ideas } of groups.slice(1))
      expect(ideas.map((id) => view.lineage.rootOf(id))).toEqual(ideas.map(() => root));
    const all = groups.flatMap(({ ideas }) => ideas);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe([...view.snapshot.ideas.values()].filter(({ bin }) => !bin).length);
    expect(all.length).toBeLessThan(MOST_LISTED);
  });

  it('are filtered by call number and words, and leave out what stands with another', () => {
    const d5 = idOf(view, 'D5');
    expect(sheetGroups(view, 'D5', none).groups.flatMap(({ ideas }) => ideas)).toEqual([d5]);
    expect(sheetGroups(view, 'D5', (idea) => idea === d5).groups).toEqual([]);
  });
});

describe('the room’s list so far', () => {
  it('stands by call number, not by how many nominated it, and what does not fit stands apart', () => {
    const ranked = Array.from({ length: MOST_NOMINEES + 1 }, (_, i) => ({
      idea: `i${i}`,
      merged: [],
      named: 30 - i,
    }));
    const labels = new Map(ranked.map(({ idea }, i) => [idea, String.fromCharCode(65 + MOST_NOMINEES - i)]));
    const { fit, over } = roomsList(ranked, labels);
    expect(over.map(({ idea }) => idea)).toEqual([`i${MOST_NOMINEES}`]);
    expect(fit.map(({ idea }) => labels.get(idea))).toEqual([...'BCDEFGHIJKLMNOPQRSTU']);
  });

  it('warns when the vote that comes leaves less than six seconds a sheet, and says what would do', () => {
    expect(sayHaste(20, 2)).toBeNull();
    expect(sayHaste(20, 1.5)).toMatchObject({
      minutes: 2,
      words: expect.stringContaining('four seconds a sheet'),
    });
    expect(sayHaste(0, 1)).toBeNull();
    const phases = [
      somePhase('a', 1, { kind: 'vote' }),
      somePhase('b', 2),
      somePhase('c', 3, { kind: 'vote' }),
    ];
    expect(voteAhead({ phases, current: someRun('r', { phase: 'b' }) })?.id).toBe('c');
    expect(voteAhead({ phases, current: someRun('r', { phase: 'c' }) })).toBeNull();
  });
});

describe('pressing a sheet', () => {
  // b stands with a; c was nominated by somebody else.
  const root = (idea: string): string => (idea === 'b' ? 'a' : idea);
  const hands = { holding: null, mine: ['b'], listed: new Set(['a', 'c']), root };

  it('answers which one says the same, while that is asked, and never takes a nomination back then', () => {
    const asked = { ...hands, holding: 'd' };
    expect(readPress('a', asked)).toEqual({ what: 'together', from: 'd', into: 'a' });
    expect(readPress('b', asked)).toEqual({ what: 'together', from: 'd', into: 'a' });
    expect(readPress('d', asked)).toEqual({ what: 'let-go' });
    expect(readPress('a', { ...asked, holding: 'b' })).toEqual({ what: 'let-go' });
  });

  it('otherwise nominates it, says when somebody did before, and takes back one’s own', () => {
    expect(readPress('d', hands)).toEqual({ what: 'nominate', idea: 'd', again: false });
    expect(readPress('c', hands)).toEqual({ what: 'nominate', idea: 'c', again: true });
    expect(readPress('a', hands)).toEqual({ what: 'take-back', idea: 'b' });
  });
});

describe('placing dots', () => {
  it('never says that one is done, not with the last one either', () => {
    const said: boolean[] = [];
    const course = {
      place: () => null as string | null,
      sayReady: (ready: boolean) => void said.push(ready),
    };
    for (const dots of [3, 4, 5]) placeDots(course, 'a', dots);
    expect(said).toEqual([false, false, false]);
    course.place = () => 'You have 5 dots: take one back first.';
    expect(placeDots(course, 'a', 6)).toContain('take one back');
    expect(said).toHaveLength(3);
  });

  it('is told by as many keys as dots may lie on one sheet', () => {
    expect(sayPlacing(3)).toContain('1, 2, 3 give dots');
    expect(sayPlacing(1)).toContain('1 gives a dot');
  });
});

describe('keys on a sheet', () => {
  it.each<[string, number, number | null]>([
    ['2', 0, 2],
    ['0', 3, 0],
    ['+', 1, 2],
    ['=', 1, 2],
    ['-', 1, 0],
    ['-', 0, 0],
    ['Delete', 2, 0],
    ['a', 2, null],
    ['Enter', 2, null],
  ])('%s over %i dots asks for %s', (key, now, wanted) => {
    expect(dotsAfterKey(key, now)).toBe(wanted);
  });

  it('walk to the nearest sheet that way, at the end of a row on in reading order', () => {
    const spot = (x: number, y: number, h = 80): Spot => ({ left: x, top: y, right: x + 90, bottom: y + h });
    // Three in a row, two below; the second is taller than its row.
    const spots = [spot(0, 0), spot(100, 0, 120), spot(200, 0), spot(0, 130), spot(100, 130)];
    const walk = (from: number, key: string): number => spotAfter(spots, from, key);
    expect([walk(0, 'ArrowRight'), walk(1, 'ArrowLeft'), walk(0, 'ArrowDown'), walk(4, 'ArrowUp')]).toEqual([
      1, 0, 3, 1,
    ]);
    expect(walk(2, 'ArrowRight')).toBe(3);
    expect(walk(3, 'ArrowLeft')).toBe(2);
    expect(walk(2, 'ArrowDown')).toBe(4);
    expect([walk(4, 'ArrowRight'), walk(4, 'ArrowDown'), walk(0, 'ArrowLeft'), walk(0, 'x')]).toEqual([
      -1, -1, -1, -1,
    ]);
  });
});

describe('the words about the seal', () => {
  it('name nobody while names are hidden, and say when the key lies on one laptop only', () => {
    expect(sayHolders(2, null, true)).toBe(
      'The laptops of two hosts, this one among them, hold the key, so that one may fail. Only somebody who tampers with one could look earlier.',
    );
    expect(sayHolders(2, ['Ana', 'Bo'], false)).toContain('The laptops of Ana and Bo hold the key,');
    expect(sayHolders(1, null, false)).toBe(
      'Only the host’s laptop holds the key: if it is lost, so is the vote.',
    );
    expect(sayHolders(1, null, true)).toContain('Only this laptop');
    expect(sayKept(1, ['Cas'])).toContain('Cas’ laptop: only somebody who tampers with it');
    expect(sayKept(2, null)).toContain('the laptops of two hosts: only somebody who tampers with one');
  });

  it('count people who hold a key, not laptops', () => {
    const holders = new Map(['d1', 'd2', 'd3', 'gone'].map((device) => [device, 'box']));
    const key = (device: string, member: string) => [device, { device, member, key: 'k' }] as const;
    const { boxKeys } = records({
      more: { boxKeys: new Map([key('d1', 'bo'), key('d2', 'ana'), key('d3', 'bo')]) },
    });
    expect(keyHolders({ holders }, { boxKeys })).toEqual(['ana', 'bo']);
  });

  it('are in the right number', () => {
    expect([0, 1, 3, 20].map(sayDots)).toEqual(['no dots', 'one dot', 'three dots', '20 dots']);
    expect([1, 2].map(sayLate)).toEqual([
      '1 ballot came after the close and is not counted.',
      '2 ballots came after the close and are not counted.',
    ]);
  });
});

describe('presence in a vote', () => {
  it('is the same whatever dots lie where', () => {
    const presenceWith = (dots: Record<string, number>) =>
      coursePresence(
        {
          course: () => ({ current: someRun('r1', { kind: 'vote' }) }),
          store: { getState: () => ({ ready: false, lighting: null }) },
          privatePart: () => ({ drafts: [], dots: { r1: dots }, placedAt: { r1: 9 }, answers: {} }),
          isLeader: () => false,
          elapsed: () => 0,
        } as unknown as SessionCourse,
        false,
      );
    expect(presenceWith({ a: 3, b: 2 })).toEqual(presenceWith({}));
    expect(JSON.stringify(presenceWith({ a: 3 }))).not.toContain('"a"');
  });
});
