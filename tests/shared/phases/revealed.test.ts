import { describe, expect, it } from 'vitest';
import { UNLAID } from '../../../shared/model/ids.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { revealedIdeas } from '../../../shared/phases/revealed.ts';
import { someIdea, someJam } from '../ideas/someJam.ts';
import { records, someRun } from './someCourse.ts';

const solo = someRun('solo', { kind: 'solo' });
const reveal = someRun('reveal', { kind: 'reveal', after: 'solo', lamport: 2 });
const again = someRun('again', { kind: 'solo', after: 'reveal', lamport: 3 });
const second = someRun('second', { kind: 'reveal', after: 'again', lamport: 4 });
const courseOf = (...runs: (typeof solo)[]) => readCourse(records({ runs }), 'ana');

const ids = Array.from({ length: 12 }, (_, i) => `s${i}`);
const unlaid = { bin: true, place: { group: UNLAID } } as const;
/** Handed in, and laid at these lamports; the others not yet. */
const jamOf = (laid: Readonly<Record<string, number>>, written = ids) =>
  someJam({
    ideas: written.map((id) => someIdea(id, { born: { run: 'solo' }, ...(id in laid ? {} : unlaid) })),
    settled: Object.entries(laid).map(
      ([id, lamport]) => [id, { label: id, by: 'ana', lamport, at: 0 }] as const,
    ),
  });
const allLaid = Object.fromEntries(ids.map((id) => [id, 5]));

describe('the sheets of a reveal', () => {
  it('are there before they are laid, in an order of their own that laying does not change', () => {
    const course = courseOf(solo, reveal);
    const before = revealedIdeas(jamOf({}), course);
    expect([...before].sort()).toEqual([...ids].sort());
    expect(before).not.toEqual(ids);
    expect(revealedIdeas(jamOf(allLaid), course)).toEqual(before);
    expect(revealedIdeas(jamOf(allLaid), courseOf(solo, { ...reveal, id: 'another' }))).not.toEqual(before);
  });

  it('that came late stand at the end', () => {
    const course = courseOf(solo, reveal);
    const first = revealedIdeas(jamOf(allLaid), course);
    const withLate = revealedIdeas(jamOf({ ...allLaid, late: 9 }, ['later', 'late', ...ids]), course);
    expect(withLate).toEqual([...first, 'late', 'later']);
  });

  it('are those written since the reveal before, without what was put in the bin', () => {
    const ideas = [
      someIdea('old', { born: { run: 'solo' } }),
      someIdea('new', { born: { run: 'again' } }),
      someIdea('binned', { born: { run: 'again' }, bin: true }),
      someIdea('board', { born: { run: null } }),
    ];
    expect(revealedIdeas(someJam({ ideas }), courseOf(solo, reveal, again, second))).toEqual(['new']);
  });
});
