import { deriveGroupTree, positionOf } from '../ideas/groupTree.ts';
import { writeFormulaCell } from '../import/formulaCell.ts';
import { signingOf } from '../phases/signing.ts';
import type { Exporter } from './exporter.ts';
import { exportScene } from './exportScene.ts';

const columns = [
  'id',
  'label',
  'parent',
  'bond',
  'text',
  'kind',
  'author',
  'group',
  'decision',
  'x',
  'y',
  'detail',
];

/**
 * One row an idea (RFC 4180, CRLF). With a byte order mark, or spreadsheets read the accents wrong. A combine names its
 * parents and bonds in the same order, separated by `;`. Cells that look like a formula are made text.
 */
export const ideaTable: Exporter = {
  id: 'csv',
  title: 'Table (CSV)',
  typeName: 'CSV table',
  extension: 'csv',
  mime: 'text/csv',
  run(input) {
    const scene = exportScene(input);
    const { snapshot, layout } = input;
    const groups = deriveGroupTree(snapshot.groups);
    const { isSigned } = signingOf(snapshot);
    const rows = scene.ideas.map((idea) => {
      const riffs = scene.riffsTo(idea.id);
      const at = layout.sheets.get(idea.id) ?? positionOf(idea.place, groups);
      const texts = [
        idea.id,
        scene.label(idea.id),
        riffs.map(({ parent }) => parent).join(';'),
        riffs.map(({ bond }) => bond).join(';'),
        idea.text,
        idea.kind,
        isSigned(idea) ? (snapshot.members.get(idea.born.author)?.name ?? '') : '',
        idea.place.group === null ? '' : (snapshot.groups.get(idea.place.group)?.name ?? ''),
        scene.decision(idea.id)?.outcome ?? '',
      ].map((text) => quote(writeFormulaCell(text)));
      return [...texts, rounded(at.x), rounded(at.y), quote(writeFormulaCell(idea.detail))].join(',');
    });
    return `\ufeff${[columns.join(','), ...rows].join('\r\n')}\r\n`;
  },
};

function quote(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
