import { describe, expect, it } from 'vitest';
import { canvasExport } from '../../../shared/export/canvasExport.ts';
import { ideaTable } from '../../../shared/export/ideaTable.ts';
import { report } from '../../../shared/export/report.ts';
import { createBoardLayout, layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { createStructureReader } from '../../../shared/ideas/structure.ts';
import { reportMerge } from '../../../shared/jam/mergeReport.ts';
import { type CourseRecords, PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { createSigningReader, readSigning, signingOf } from '../../../shared/phases/signing.ts';
import { exported, exportInput } from '../export/exporting.ts';
import { NO_CHANGE, someIdea, someJam, someRiff } from '../ideas/someJam.ts';
import { records, someEvent, someRun } from './someCourse.ts';

const unsigned = { ...PLAIN_OPTIONS, unsigned: true };
const open = someRun('open', { lamport: 10 });
const solo = someRun('solo', { kind: 'solo', options: unsigned, after: 'open', lamport: 20 });
const decide = someRun('decide', { kind: 'decide', after: 'solo', lamport: 30 });
const vote = someRun('vote', { kind: 'vote', options: unsigned, after: 'decide', lamport: 40 });
const close = {
  run: 'vote',
  counted: [],
  aside: [],
  totals: new Map(),
  voters: 2,
  by: 'ana',
  lamport: 45,
  at: 0,
};
const closed = { closes: new Map([['k', close]]) };

function courseOf(
  runs: CourseRecords['runs'] extends ReadonlyMap<string, infer R> ? readonly R[] : never,
  more = {},
) {
  return readCourse(records({ runs, more }), 'ana');
}

/** Bo's sheet from writing alone, riffed on by Cy, with a word of Bo's. */
function jamIn(course: CourseRecords): JamSnapshot {
  const stamp = { by: 'bo', lamport: 25, at: 0 };
  return {
    ...someJam({
      ideas: [
        someIdea('a', { born: { author: 'bo', run: 'solo', lamport: 21 } }),
        someIdea('b', { born: { author: 'cy', run: 'decide', lamport: 31 } }),
      ],
      riffs: [someRiff('b', 'a')],
      comments: [{ ...stamp, key: 'a:1', idea: 'a', text: 'Really?', gone: false }],
      decisions: [
        {
          ...stamp,
          by: 'ana',
          lamport: 35,
          key: 'b:1',
          idea: 'b',
          outcome: 'promote',
          reason: 'It works',
          owner: '',
          firstStep: '',
          dissent: '',
          accepted: true,
          due: '',
        },
      ],
      members: [
        { id: 'bo', name: 'Bo Marr', expertise: 'buses', lamport: 1 },
        { id: 'cy', name: 'Cy Ives', expertise: '', lamport: 1 },
      ],
    }),
    creator: 'ana',
    course,
  };
}

const stillHidden = jamIn(records({ runs: [open, solo, decide] }));
const allShown = jamIn(records({ runs: [open, solo, decide, vote], more: closed }));

describe('signing', () => {
  it('hides ideas and words while a phase is unsigned, and those of that phase until a vote is closed', () => {
    const during = readSigning(courseOf([open, solo]));
    expect(during.unsigned).toBe(true);
    expect(during.isSignedAct({ lamport: 12 })).toBe(false);

    const after = readSigning(courseOf([open, solo, decide]));
    expect(after.unsigned).toBe(false);
    expect([5, 12, 20, 29, 30, 99].map((lamport) => after.isSignedAct({ lamport }))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);

    const counted = readSigning(courseOf([open, solo, decide, vote], closed));
    expect(counted.isSignedAct({ lamport: 25 })).toBe(true);
  });

  it('hides of every idea what was born unsigned with no closed vote since, whatever runs there are', () => {
    const later = someRun('later', { kind: 'solo', options: unsigned, after: 'vote', lamport: 50 });
    const end = someRun('end', { after: 'later', lamport: 60 });
    const apart = someRun('apart', { options: unsigned, after: 'open', lamport: 21 });
    const runs = [open, solo, decide, vote, later, end];
    const bornUnsigned = new Set(['solo', 'vote', 'later', 'apart']);
    const order = ['open', 'solo', 'apart', 'decide', 'vote', 'later', 'end'];
    for (let length = 0; length <= runs.length; length++) {
      for (const more of [{}, closed]) {
        const played = [...runs.slice(0, length), ...(length > 1 ? [apart] : [])];
        const signing = readSigning(courseOf(played, more));
        const isThere = (id: string): boolean => played.some((run) => run.id === id);
        const counted = more === closed && isThere('vote') ? order.indexOf('vote') : -1;
        const last = runs[length - 1];
        const now = last !== undefined && bornUnsigned.has(last.id) && !(last === vote && more === closed);
        for (const run of [null, 'nowhere', ...order]) {
          const hidden =
            run !== null && isThere(run) && bornUnsigned.has(run) && order.indexOf(run) > counted;
          const idea = someIdea('a', { born: { run } });
          expect([length, run, signing.isSigned(idea)]).toEqual([length, run, !now && !hidden]);
        }
      }
    }
    const { isSigned } = readSigning(courseOf(runs, closed));
    expect(['solo', 'vote', 'later', 'end'].map((run) => isSigned(someIdea('a', { born: { run } })))).toEqual(
      [true, true, false, true],
    );
  });

  it('stays the same object while only the clock moves', () => {
    const read = createSigningReader();
    const before = read(courseOf([open, solo]));
    const clock = new Map([['e', someEvent('e', { run: 'solo' })]]);
    expect(read(courseOf([open, solo], { clock }))).toBe(before);
    expect(read(courseOf([open, solo, decide]))).not.toBe(before);
  });
});

describe('what is unsigned carries no name', () => {
  it('on its sheet, as soon as the phase says so and no later', () => {
    const board = createBoardLayout(
      MAIN_BOARD,
      createStructureReader(),
      (snapshot) => signingOf(snapshot).isSigned,
    );
    const initials = (snapshot: JamSnapshot, change: typeof NO_CHANGE | null) =>
      [...board.update(snapshot, change).sheets.values()].map((sheet) => sheet.initials);
    const turned = { ...NO_CHANGE, course: true };
    expect(initials(jamIn(records({ runs: [open] })), null)).toEqual(['BM', 'CI']);
    expect(initials(jamIn(records({ runs: [open, solo] })), turned)).toEqual(['', '']);
    expect(initials(stillHidden, turned)).toEqual(['', 'CI']);
    expect(initials(allShown, turned)).toEqual(['BM', 'CI']);
    expect([...layoutFromScratch(allShown, MAIN_BOARD).sheets.values()][0]?.initials).toBe('BM');
  });

  it.each([report, ideaTable, canvasExport])('in an export ($id)', (exporter) => {
    const people = /## People[^#]*/;
    const hidden = exported(exporter, exportInput(stillHidden)).replace(people, '');
    expect(hidden).not.toMatch(/Bo Marr/);
    expect(hidden).toMatch(/Cy Ives/);
    expect(exported(exporter, exportInput(allShown)).replace(people, '')).toMatch(/Bo Marr/);
  });

  it('in the band of a decision, as long as one of them wrote unsigned', () => {
    expect(exported(report, exportInput(stillHidden))).not.toMatch(/Band:/);
    expect(exported(report, exportInput(allShown))).toMatch(/Band: Bo Marr, Cy Ives/);
  });

  it('in the line that says what a merge brought', () => {
    const before = { ...allShown, ideas: new Map(), comments: new Map(), decisions: new Map() };
    const counts = { added: 3, edits: 3, duplicates: 0 };
    expect(reportMerge(before, allShown, counts, 3, null).people).toEqual(['Bo Marr', 'Cy Ives']);
    expect(reportMerge(before, stillHidden, counts, 3, null).people).toEqual(['Cy Ives']);
  });
});
