import type { Exporter, ExportInput } from '../../../shared/export/exporter.ts';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { deriveLabels } from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import type { ImportedJam } from '../../../shared/import/importedJam.ts';
import { importFile } from '../../../shared/import/importFile.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';

export function exportInput(snapshot: JamSnapshot, more: Partial<ExportInput> = {}): ExportInput {
  return {
    snapshot,
    layout: layoutFromScratch(snapshot, MAIN_BOARD),
    labels: deriveLabels(snapshot, deriveLineage(snapshot)),
    title: 'A title',
    now: Date.UTC(2026, 4, 1, 12),
    ...more,
  };
}

export function exported(exporter: Exporter, input: ExportInput): string {
  const output = exporter.run(input);
  return typeof output === 'string' ? output : new TextDecoder().decode(output);
}

export function roundTrip(exporter: Exporter, input: ExportInput): ImportedJam {
  const result = importFile(`a.${exporter.extension}`, toUtf8(exported(exporter, input)));
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/** What people have pasted into idea boards before. */
export const NASTY = [
  '# Not a heading',
  '- not an item\n- nor this',
  '1. nor a number',
  '```\nnot code',
  '<script>alert("x")</script>',
  '<!-- open',
  ']]> & &amp; &#60; "quoted" \'single\'',
  '[a](javascript:alert(1)) ![b](http://example.org/x.png)',
  '*a* _b_ **c** ~~d~~ `e` | f | \\',
  '> quote\n\n---\n===',
  '=HYPERLINK("http://example.org")',
  "-1+1|'@+",
  '\ttab, comma; semicolon "and quote"\r\nand CRLF',
  'https://example.org www.example.org a@example.org',
  'Žluťoučký 漢字 👩‍👩‍👧 مرحبا',
  '__proto__',
  '[ref]: http://example.org',
  'x'.repeat(300),
] as const;
