import { describe, expect, it } from 'vitest';
import { authorName, bandNames, doerName, introduceAuthor, sayerName } from '../../../renderer/ui/records.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { readSigning } from '../../../shared/phases/signing.ts';
import { someIdea, someJam, someRiff } from '../../shared/ideas/someJam.ts';
import { records, someRun } from '../../shared/phases/someCourse.ts';

const hidden = { ...PLAIN_OPTIONS, unsigned: true };
const solo = someRun('solo', { options: hidden, lamport: 10 });
const open = someRun('open', { after: 'solo', lamport: 20 });

const written = someIdea('a', { born: { author: 'bo', run: 'solo', lamport: 11 } });
const riff = someIdea('b', { born: { author: 'cy', run: 'open', lamport: 21 } });
const snapshot = someJam({
  ideas: [written, riff],
  riffs: [someRiff('b', 'a')],
  members: [
    { id: 'bo', name: 'Bo Marr', expertise: 'buses', lamport: 1 },
    { id: 'cy', name: '', expertise: '', lamport: 1 },
  ],
});
const viewIn = (...runs: (typeof solo)[]) => ({
  snapshot,
  lineage: deriveLineage(snapshot),
  signing: readSigning(readCourse(records({ runs }), 'ana')),
});

describe('a name', () => {
  it('stands beside what somebody wrote, said and does', () => {
    const view = viewIn();
    expect(authorName(view, written)).toBe('Bo Marr');
    expect(introduceAuthor(view, written)).toBe('Bo Marr, buses');
    expect(authorName(view, riff)).toBe('Somebody');
    expect(sayerName(view, { by: 'bo', lamport: 11 })).toBe('Bo Marr');
    expect(bandNames(view, 'b')).toEqual(['Bo Marr', 'Somebody']);
    expect(doerName(view.signing, { name: 'Bo Marr' })).toBe('Bo Marr');
  });

  it('stands nowhere in an unsigned phase', () => {
    const view = viewIn(solo);
    for (const idea of [written, riff]) {
      expect(authorName(view, idea)).toBeNull();
      expect(introduceAuthor(view, idea)).toBeNull();
      expect(bandNames(view, idea.id)).toBeNull();
    }
    expect(sayerName(view, { by: 'bo', lamport: 1 })).toBeNull();
    expect(doerName(view.signing, { name: 'Bo Marr' })).toBeNull();
  });

  it('stays away from what was written unsigned when a phase is signed again', () => {
    const view = viewIn(solo, open);
    expect(authorName(view, written)).toBeNull();
    expect(authorName(view, riff)).toBe('Somebody');
    expect([11, 21].map((lamport) => sayerName(view, { by: 'bo', lamport }))).toEqual([null, 'Bo Marr']);
    expect([bandNames(view, 'a'), bandNames(view, 'b')]).toEqual([null, null]);
  });
});
