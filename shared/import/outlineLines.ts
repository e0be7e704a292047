/** One line of a Markdown outline, told apart by its shape alone: linear in its length, whatever stands in it. */
export type OutlineLine =
  | { readonly type: 'blank' | 'rule' }
  | { readonly type: 'fence'; readonly mark: string }
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  /** `=====` under a line makes that a heading; `-----` is a rule otherwise. */
  | { readonly type: 'underline'; readonly level: 1 | 2 }
  | { readonly type: 'item'; readonly indent: number; readonly text: string }
  | { readonly type: 'row'; readonly text: string }
  | { readonly type: 'words'; readonly indent: number; readonly text: string };

export function readOutlineLine(raw: string): OutlineLine {
  const line = raw.replace(/^(?: {0,3}> ?)+/, '');
  const body = line.trim();
  if (body === '') return { type: 'blank' };
  const indent = indentOf(line);
  const fence = /^(`{3,}|~{3,})/.exec(body)?.[1];
  if (fence) return { type: 'fence', mark: fence };
  const heading = indent < 4 ? /^(#{1,6})(?:\s+(.*))?$/.exec(body) : null;
  if (heading?.[1])
    return {
      type: 'heading',
      level: heading[1].length,
      text: (heading[2] ?? '').replace(/\s#+$/, '').trim(),
    };
  if (indent < 4 && /^=+$/.test(body)) return { type: 'underline', level: 1 };
  if (indent < 4 && /^-+$/.test(body) && body.length > 1) return { type: 'underline', level: 2 };
  if (indent < 4 && isRule(body)) return { type: 'rule' };
  const item = /^(?:[-*+•]|\d{1,9}[.)])(?:\s+(.*))?$/s.exec(body);
  if (item) return { type: 'item', indent, text: (item[1] ?? '').replace(/^\[[ xX-]\](?:\s+|$)/, '') };
  if (body.startsWith('|') && body.length > 1) return readRow(body);
  return { type: 'words', indent, text: body.replace(/\\$/, '') };
}

/** Three or more of one of `* _ -`, with nothing but spaces between. */
function isRule(body: string): boolean {
  const marks = body.replace(/\s/g, '');
  return (
    marks.length > 2 &&
    (marks[0] === '*' || marks[0] === '_' || marks[0] === '-') &&
    marks === (marks[0] as string).repeat(marks.length)
  );
}

function readRow(body: string): OutlineLine {
  const cells = body
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  return cells.every((cell) => /^:?-+:?$/.test(cell))
    ? { type: 'rule' }
    : { type: 'row', text: cells.join(' · ') };
}

/** In columns; a tab goes to the next multiple of four (CommonMark 2.2). */
function indentOf(line: string): number {
  let columns = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === ' ') columns++;
    else if (line[i] === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
