import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../../shared/export/markdownToHtml.ts';
import { report } from '../../../shared/export/report.ts';
import { reportPage } from '../../../shared/export/reportPage.ts';
import type { CourseRecords } from '../../../shared/model/course.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { someIdea, someJam } from '../ideas/someJam.ts';
import { records, someRun } from '../phases/someCourse.ts';
import { exported, exportInput, NASTY } from './exporting.ts';

describe('the report as a page', () => {
  it.each(NASTY)('holds no markup of anybody’s, whatever they wrote: %s', (text) => {
    const jam = someJam({
      ideas: [someIdea('a', { text, detail: text })],
      members: [{ id: 'ana', name: text, expertise: text, lamport: 1 }],
    });
    const page = exported(
      reportPage,
      exportInput({ ...jam, brief: { ...jam.brief, challenge: text } }, { title: text }),
    );
    const tags = [...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name]) => name?.toLowerCase());
    const ours =
      'html head meta title style body main h1 h2 h3 p em strong blockquote ul ol li code pre br hr a !doctype'.split(
        ' ',
      );
    expect(tags.filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    const links = [...page.matchAll(/\s(href|src)="([^"]*)"/g)].map(([, , address]) => address);
    expect(links.filter((address) => !/^(https:|mailto:)/.test(address ?? ''))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
  });

  it('says in words what Markdown says in marks', () => {
    expect(markdownToHtml('# A\n\n- **b** *c*\n  - d\n\n[e](javascript:x) [f](https://example.org/)')).toBe(
      '<h1 dir="auto">A</h1>\n<ul><li><p dir="auto"><strong>b</strong> <em>c</em></p><ul><li><p dir="auto">d</p></li></ul></li></ul>\n<p dir="auto">e <a href="https://example.org/">f</a></p>',
    );
  });
});

function playedJam(voters: number): JamSnapshot {
  const runs = [
    someRun('r1', { kind: 'vote', list: ['a', 'b'] }),
    someRun('r2', { kind: 'checkout', after: 'r1', lamport: 2, phase: 'p2' }),
  ];
  const said = (key: string, by: string, question: string, text: string) =>
    [key, { key, run: 'r2', question, text, by, lamport: 5, at: 0 }] as const;
  const more: Partial<CourseRecords> = {
    closes: new Map([
      [
        'k',
        {
          run: 'r1',
          counted: [],
          aside: [],
          voters,
          totals: new Map([
            ['a', [0, 2, 1]],
            ['b', [1, 0, 0]],
          ]),
          by: 'ana',
          lamport: 2,
          at: 0,
        },
      ],
    ]),
    reflections: new Map([said('1', 'bo', 'word', 'awake'), said('2', 'bo', 'surprised', 'how many | rode')]),
  };
  return {
    ...someJam({
      ideas: [someIdea('a', { text: 'Seats' }), someIdea('b', { text: 'Stops' })],
      members: [{ id: 'bo', name: 'Bo', expertise: '', lamport: 1 }],
    }),
    creator: 'ana',
    course: records({ runs, more }),
  };
}

describe('a session in the report', () => {
  it('shows how the vote gave in bands, and in numbers only from six voters on', () => {
    const few = exported(report, exportInput(playedJam(5)));
    expect(few).toContain('### Most dots');
    expect(few.indexOf('Seats')).toBeLessThan(few.indexOf('### Fewest dots'));
    expect(few).not.toMatch(/\d dots?\)/);
    expect(exported(report, exportInput(playedJam(6)))).toContain('Seats (7 dots)');
  });

  it('has everybody’s word without a name, and shared answers with theirs', () => {
    const text = exported(report, exportInput(playedJam(5)));
    expect(text).toContain('One word each: awake.');
    expect(text).toContain('### What surprised you?\n\n- *Bo:* how many \\| rode');
  });

  it('is silent about what was not played', () => {
    const text = exported(report, exportInput(someJam({ ideas: [someIdea('a', { text: 'x' })] })));
    expect(text).not.toMatch(/## (The vote|Check-out)/);
  });
});
