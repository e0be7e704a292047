import Papa from 'papaparse';
import { BONDS, type Bond } from '../model/snapshot.ts';
import { type Result, refuse } from '../util/result.ts';
import { finishImport } from './finishImport.ts';
import { readFormulaCell } from './formulaCell.ts';
import type { ImportedGroup, ImportedIdea, ImportedJam, ImportedParent } from './importedJam.ts';
import type { Importer } from './importer.ts';
import { countOf } from './plainText.ts';
import { type Column, findColumns, type TableColumns } from './tableColumns.ts';

/** Comma, semicolon or whatever separates: one row an idea. Columns are found by name; without names the first is the text. */
export const commaTable: Importer = {
  id: 'csv',
  title: 'CSV table',
  extensions: ['csv'],
  sniff: (text) => /^"?(id|text|idea|title)"?[,;]/i.test(text),
  run: (text) => readTable(text, ''),
};

export const tabTable: Importer = {
  id: 'tsv',
  title: 'TSV table',
  extensions: ['tsv', 'tab'],
  sniff: (text) =>
    text
      .slice(0, 4000)
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .slice(0, 5)
      .every((line) => /\S\t|\t\S/.test(line)) && /\t/.test(text),
  run: (text) => readTable(text, '\t'),
};

type Row = readonly string[];

function readTable(text: string, delimiter: string): Result<ImportedJam> {
  const rows: Row[] = Papa.parse<string[]>(text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, ''), {
    delimiter,
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  }).data;
  if (rows.length === 0) return refuse('nothing', 'There are no rows in this table.');
  const columns = findColumns(rows);
  const body = columns.hasHeader ? rows.slice(1) : rows;
  const notes: string[] = [];
  const groups = new Map<string, ImportedGroup>();
  const drafts = body.map((row, i) => readRow(row, i, columns, groups));
  const ideas = linkParents(drafts, notes);
  const named = columns.rest.filter(({ name }) => name !== '');
  if (named.length > 0) {
    notes.push(`What stood in ${named.map(({ name }) => `“${name}”`).join(', ')} is in each idea’s detail.`);
  }
  return finishImport({ title: null, ideas, groups: [...groups.values()], connectors: [], notes });
}

interface DraftRow {
  readonly idea: ImportedIdea;
  /** Id, call number, text: empty where the table has none. */
  readonly names: readonly [string, string, string];
  readonly parent: string;
  readonly bonds: readonly Bond[];
}

function readRow(
  row: Row,
  index: number,
  columns: TableColumns,
  groups: Map<string, ImportedGroup>,
): DraftRow {
  const cell = (column: Column): string => {
    const at = columns.at.get(column);
    return at === undefined ? '' : readFormulaCell(row[at] ?? '').trim();
  };
  const x = readNumber(cell('x'));
  const y = readNumber(cell('y'));
  const detail = [cell('detail')];
  for (const { index: at, name } of columns.rest) {
    const value = readFormulaCell(row[at] ?? '').trim();
    if (value !== '') detail.push(name === '' ? value : `${name}: ${value}`);
  }
  const groupName = cell('group');
  const idea: ImportedIdea = {
    ref: `row-${index + 1}`,
    text: cell('text'),
    detail: detail.filter((part) => part !== '').join('\n\n'),
    kind: cell('kind').toLowerCase() || 'note',
    parents: [],
    group: groupName === '' ? null : groupRef(groupName, groups),
    place: Number.isNaN(x) || Number.isNaN(y) ? null : { x, y },
    author: cell('author') || null,
  };
  return {
    idea,
    names: [cell('id'), cell('label'), idea.text],
    parent: cell('parent'),
    bonds: splitList(cell('bond')).map(readBond),
  };
}

/** By id first, then by call number, then by the very text: whatever the table's parent column speaks of. */
function linkParents(rows: readonly DraftRow[], notes: string[]): ImportedIdea[] {
  const byName = new Map<string, string>();
  for (const rank of [0, 1, 2] as const) {
    for (const { names, idea } of rows) if (!byName.has(names[rank])) byName.set(names[rank], idea.ref);
  }
  let unknown = 0;
  const ideas = rows.map(({ idea, parent, bonds }): ImportedIdea => {
    const parents = byName.has(parent) && parent !== '' ? [parent] : splitList(parent);
    const found = parents.flatMap((name, i): ImportedParent[] => {
      const ref = byName.get(name);
      if (ref === undefined) unknown++;
      return ref === undefined
        ? []
        : [{ ref, bond: bonds[i] ?? bonds[0] ?? (parents.length > 1 ? 'combine' : 'build') }];
    });
    return { ...idea, parents: found };
  });
  if (unknown > 0)
    notes.push(
      `${countOf(unknown, 'parent is', 'parents are')} not in the table; those ideas came in as roots.`,
    );
  return ideas;
}

function groupRef(name: string, groups: Map<string, ImportedGroup>): string {
  const known = groups.get(name);
  if (known) return known.ref;
  const ref = `group-${groups.size + 1}`;
  groups.set(name, { ref, name, role: 'area', rect: null, parent: null });
  return ref;
}

function splitList(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readBond(word: string): Bond {
  return BONDS.find((bond) => bond === word.toLowerCase()) ?? 'build';
}

/** 1.5 and 1,5; anything else is no place. */
function readNumber(cell: string): number {
  return /^-?\d{1,15}([.,]\d{1,15})?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
}
