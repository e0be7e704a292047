/** Which column of a table is what, by tolerant names; German, French and Spanish spreadsheets are met too. */
export type Column =
  | 'id'
  | 'label'
  | 'parent'
  | 'bond'
  | 'text'
  | 'detail'
  | 'author'
  | 'kind'
  | 'group'
  | 'x'
  | 'y';

const synonyms: Readonly<Record<Column, string>> = {
  id: 'id uid uuid key nr no number identifier ref',
  label: 'label call callnumber code',
  parent: 'parent parentid parents parentkey inreplyto replyto basedon riffof belongsto',
  bond: 'bond rifftype relation linktype',
  text: 'text idea ideas title name note content sticky stickynote card item topic subject statement headline message idee texte titre titel texto título thema inhalt',
  detail: 'detail details description notes body more beschreibung descripción',
  author:
    'author by who person creator createdby user owner member participant autor auteur von name(s) authorname',
  kind: 'kind type category kategorie art',
  group: 'group cluster theme section area frame column list lane tag gruppe groupe grupo',
  x: 'x left posx positionx xpos',
  y: 'y top posy positiony ypos',
};

const byName = new Map<string, Column>();
for (const column of Object.keys(synonyms) as Column[]) {
  for (const name of synonyms[column].split(' ')) if (!byName.has(name)) byName.set(name, column);
}

export interface TableColumns {
  readonly hasHeader: boolean;
  readonly at: ReadonlyMap<Column, number>;
  /** Columns that have no place of their own; their cells go into the idea's detail. */
  readonly rest: readonly { readonly index: number; readonly name: string }[];
}

/** Without a known header the first column with words in it is the text. */
export function findColumns(rows: readonly (readonly string[])[]): TableColumns {
  const first = rows[0] ?? [];
  const at = new Map<Column, number>();
  first.forEach((cell, i) => {
    const column = byName.get(cell.toLowerCase().replace(/[\s_\-.:#]/g, ''));
    if (column && !at.has(column)) at.set(column, i);
  });
  const hasHeader = at.size >= 2 || (at.size === 1 && (at.has('text') || first.length === 1));
  if (!hasHeader) {
    const text = widestColumn(rows, new Set());
    const rest = first.map((_, index) => ({ index, name: '' })).filter(({ index }) => index !== text);
    return { hasHeader, at: new Map([['text', text]]), rest };
  }
  if (!at.has('text')) at.set('text', widestColumn(rows.slice(1), new Set(at.values())));
  const known = new Set(at.values());
  const rest = first
    .map((name, index) => ({ index, name: name.trim() }))
    .filter(({ index }) => !known.has(index));
  return { hasHeader, at, rest };
}

/** With a header: the unnamed column with most words. Without: the first that is not just numbers. */
function widestColumn(rows: readonly (readonly string[])[], taken: ReadonlySet<number>): number {
  const sample = rows.slice(0, 50);
  const width = sample.reduce((most, row) => Math.max(most, row.length), 1);
  const letters = Array.from({ length: width }, (_, i) =>
    taken.has(i)
      ? -1
      : sample.reduce((sum, row) => sum + (row[i] ?? '').replace(/[\d\s.,:/-]/g, '').length, 0),
  );
  if (taken.size > 0) return letters.indexOf(Math.max(...letters));
  return Math.max(
    0,
    letters.findIndex((count) => count > 0),
  );
}
