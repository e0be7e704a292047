/**
 * Spreadsheets run a cell that begins like a formula (OWASP, "CSV injection"). An apostrophe before it makes it text;
 * ours are put there by the export and taken off by the import, so that a text comes back as it was.
 */
const formula = /^'*\s*[=+\-@＝＋－＠\t\r]/;

export function writeFormulaCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export function readFormulaCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
