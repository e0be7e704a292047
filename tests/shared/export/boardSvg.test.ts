import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardSvg } from '../../../shared/export/boardSvg.ts';
import type { Exporter } from '../../../shared/export/exporter.ts';
import { EXPORTERS } from '../../../shared/export/registry.ts';
import { escapeXml } from '../../../shared/export/svgMarkup.ts';
import { someIdea, someJam } from '../ideas/someJam.ts';
import { sampleSnapshot } from '../sample/sampleSnapshot.ts';
import { exported, exportInput, NASTY } from './exporting.ts';

/** A small strict reader of well-formed XML: gives the element names in order and the text, or throws. */
function readXml(xml: string): { names: string[]; text: string } {
  const names: string[] = [];
  const open: string[] = [];
  const text: string[] = [];
  const token =
    /<\?[^>]*\?>|<\/([a-zA-Z]+)>|<([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>|([^<]+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 80)}`);
    const [, end, start, , single, words] = match;
    if (end !== undefined && open.pop() !== end) throw new Error(`</${end}> closes something else`);
    if (start !== undefined) {
      names.push(start);
      if (single !== '/') open.push(start);
    }
    if (words !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(words)) throw new Error(`a bare & in ${words}`);
      text.push(words);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join()}`);
  return {
    names,
    text: text
      .join('\n')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  };
}

describe('the SVG of a board', () => {
  it('draws every sheet, cable, group and connector of the sample', () => {
    const input = exportInput(sampleSnapshot());
    const svg = exported(boardSvg, input);
    const { names, text } = readXml(svg);
    expect(names.filter((name) => name === 'title')).toHaveLength(1 + input.layout.sheets.size);
    for (const { lines } of input.layout.sheets.values())
      for (const line of lines) expect(text).toContain(line);
    for (const { name } of input.layout.groups.values()) expect(text).toContain(name);
    const count = (part: string) => svg.split(part).length - 1;
    const bonds = [...input.layout.cables.values()].map(({ bond }) => bond);
    expect(count('class="double"')).toBe(bonds.filter((bond) => bond === 'combine').length);
    expect(count('class="dots"')).toBe(bonds.filter((bond) => bond === 'question').length);
    expect(count('r="5.2"')).toBe(bonds.filter((bond) => bond === 'build').length);
    expect(count('class="words"')).toBe(input.layout.connectors.size);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|oklch/);
  });

  it('is well-formed whatever people write, and shows it as text', () => {
    const ideas = NASTY.map((text, i) =>
      someIdea(`i${i}`, {
        text: `${text}\u0000\ud800`,
        place: { x: 400 * (i % 5), y: 1200 * Math.floor(i / 5) },
      }),
    );
    const { names, text } = readXml(
      exported(boardSvg, exportInput(someJam({ ideas }), { title: NASTY.join(' ') })),
    );
    expect(names).not.toContain('script');
    expect(text).toContain('<script>');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (any) => {
        readXml(`<a b="${escapeXml(any)}">${escapeXml(any)} </a>`);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('of an empty board is an empty sheet of paper', () => {
    expect(readXml(exported(boardSvg, exportInput(someJam({})))).names).toEqual([
      'svg',
      'title',
      'style',
      'rect',
    ]);
  });

  it('of a selection holds only what is selected', () => {
    const svg = exported(boardSvg, exportInput(sampleSnapshot(), { selection: new Set(['wait', 'homes']) }));
    expect(readXml(svg).names.filter((name) => name === 'title')).toHaveLength(3);
    expect(svg.split('class="cable"').length - 1).toBe(1);
  });
});

describe.each(EXPORTERS.map((exporter): [string, Exporter] => [exporter.id, exporter]))(
  'exporter %s',
  (id, exporter) => {
    it('has an id of its own, words for menu and dialog, and gives the same bytes for the same jam', () => {
      expect(EXPORTERS.filter((other) => other.id === id)).toHaveLength(1);
      expect(exporter.title.length * exporter.typeName.length).toBeGreaterThan(0);
      expect(exporter.extension).toMatch(/^[a-z]+$/);
      expect(exporter.mime).toMatch(/^[a-z]+\/[a-z+]+$/);
      const input = exportInput(sampleSnapshot());
      expect(exporter.run(input)).toEqual(exporter.run(input));
      expect(exporter.run(exportInput(someJam({}))).length).toBeGreaterThan(0);
    });
  },
);
