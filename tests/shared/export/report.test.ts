import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { report } from '../../../shared/export/report.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { someIdea, someJam, someRiff } from '../ideas/someJam.ts';
import { sampleSnapshot } from '../sample/sampleSnapshot.ts';
import { exported, exportInput, NASTY } from './exporting.ts';

const stamp = { by: 'alice', lamport: 1, at: 0 };

/** The same jam with one text everywhere that a person can write. */
function jamOf(text: string, detail: string): JamSnapshot {
  const jam = someJam({
    ideas: [
      someIdea('a', { text }),
      someIdea('b', { text, detail }),
      someIdea('c', { text }),
      someIdea('d', { text, detail }),
    ],
    riffs: [someRiff('b', 'a'), someRiff('c', 'b', { bond: 'twist' })],
    comments: [{ ...stamp, key: 'b:1', idea: 'b', text, gone: false }],
    decisions: [
      {
        ...stamp,
        key: 'c:1',
        idea: 'c',
        outcome: 'promote',
        reason: text,
        owner: text,
        firstStep: text,
        dissent: text,
        accepted: true,
        due: '',
      },
    ],
    members: [{ id: 'alice', name: text, expertise: text, lamport: 1 }],
  });
  return { ...jam, brief: { ...jam.brief, challenge: text, why: text.replace(/\s+/g, ' ') } };
}

/** Types only, quotations left out: people may use Markdown in details. */
function shape(node: Nodes): string {
  if (node.type === 'blockquote') return 'quote';
  return 'children' in node ? `${node.type}(${node.children.map(shape).join(' ')})` : node.type;
}

function words(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('\u0001') : '';
}

describe('the report', () => {
  const text = exported(report, exportInput(sampleSnapshot(), { title: 'Eighty Minutes' }));

  it('says of whom somebody else named that they are asked, until they have said yes', () => {
    const jam = jamOf('Bo', 'detail');
    const [decision] = [...jam.decisions.values()];
    const asked = { ...jam, decisions: new Map([['c:1', { ...decision!, accepted: false }]]) };
    expect(exported(report, exportInput(jam, { title: 'x' }))).toContain('  - Carried by: Bo\n');
    expect(exported(report, exportInput(asked, { title: 'x' }))).toContain('  - Asked to carry it: Bo\n');
  });

  it('says the challenge, the decisions with their reasons, the trees with their lineage, and who was there', () => {
    expect(text.startsWith('# Eighty Minutes\n\nRecord of a jam, 2026-05-01.\n')).toBe(true);
    expect(text).toContain(
      '**How might every birth in the upper valley stay safe when the nearest ward is 80 minutes away?**',
    );
    expect(text).toContain('### Promoted');
    expect(text).toContain(
      '  - Because: The 38 women due by June must not read it in the paper. Needs nobody’s leave.',
    );
    expect(text).toContain('  - Carried by: Ragna Thorsby');
    expect(text).toContain(
      '- **D8** Storm? Hosts open at noon (a combination with D6; a combination with A7; proposal, Mateus Figueira)',
    );
    expect(text).toContain('- *Petra Lindqvist:* Would the county have to license them?');
    expect(text).toMatch(/## Fresh: nobody has riffed on these yet\n\n- \*\*G\*\*/);
    const people = text.slice(text.indexOf('## People')).match(/^- [^,]+/gm) ?? [];
    expect(people).toEqual([...people].sort());
    expect(people).toHaveLength(9);
    expect(text).not.toMatch(/\n{3}/);
  });

  it('has a place for every live idea, once', () => {
    for (const idea of sampleSnapshot().ideas.values()) {
      const inTrees = text.slice(text.indexOf('## Ideas'), text.indexOf('## People'));
      expect(inTrees.split(idea.text).length - 1, idea.text).toBe(1);
    }
  });

  it.each(NASTY)('is not broken by what somebody wrote: %s', (nasty) => {
    const innocent = fromMarkdown(exported(report, exportInput(jamOf('word', 'detail'), { title: 'word' })));
    const markdown = exported(report, exportInput(jamOf(nasty, nasty), { title: nasty }));
    const tree = fromMarkdown(markdown);
    expect(shape(tree)).toBe(shape(innocent));
    const shown = nasty.replace(/\s+/g, ' ').trim();
    expect(words(tree).split(shown).length - 1).toBeGreaterThanOrEqual(10);
    expect(markdown.replace(/`[^`]*`/g, '')).not.toMatch(/(^|[^\\])<script/);
  });

  it('leaves binned ideas out and keeps what grew from them', () => {
    const jam = someJam({
      ideas: [
        someIdea('a', { text: 'gone', bin: true }),
        someIdea('b', { text: 'kept' }),
        someIdea('c', { text: 'child' }),
      ],
      riffs: [someRiff('b', 'a'), someRiff('c', 'b')],
    });
    const lines = exported(report, exportInput(jam));
    expect(lines).not.toContain('gone');
    expect(lines).toMatch(/### A2\. kept\n[\s\S]*\*\*A3\*\* child/);
  });

  it('writes a line of 5,000 riffs without overflowing or drifting off the page', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `i${i}`);
    const jam = someJam({
      ideas: ids.map((id, i) => someIdea(id, { born: { lamport: i } })),
      riffs: ids.slice(1).map((id, i) => someRiff(id, ids[i] as string, { lamport: i })),
    });
    const lines = exported(report, exportInput(jam)).split('\n');
    expect(lines.length).toBeGreaterThan(5000);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
  });
});
