import Papa from 'papaparse';
import { readFormulaCell } from './formulaCell.ts';
import { findColumns } from './tableColumns.ts';
import { tabTable } from './tables.ts';

/** A larger table is no handful of notes; its rows become ideas instead. */
const MOST_CELLS = 600;

/**
 * Cells copied out of a spreadsheet, row by row, empty ones as ''. null for anything else: lines, a table whose columns
 * have names that we know (each of its rows is one idea), a very large one.
 */
export function readCells(text: string): string[][] | null {
  if (!tabTable.sniff(text)) return null;
  const { data } = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: 'greedy' });
  const rows = data.map((row) => row.map((cell) => readFormulaCell(cell).trim()));
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) return null;
  return rows.length === 0 || findColumns(rows).hasHeader ? null : rows;
}
