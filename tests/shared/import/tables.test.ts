import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormulaCell, writeFormulaCell } from '../../../shared/import/formulaCell.ts';
import { importFile, importText } from '../../../shared/import/importFile.ts';
import { forest, groupNameOf, ideaOf, imported } from './importing.ts';

describe('a table', () => {
  it('is read by the names of its columns, in any order and spelling', () => {
    const jam = imported(
      'a.csv',
      '\ufeffAuthor;Parent ID;Idea;ID;Cluster;Votes;X;Y\r\nAna;;"A ""quoted""\r\ntwo-liner; really";1;Doors;3;10,5;20\r\nBo;1;Child;2;Doors;;;\r\n;9;Lost;3;;1;;\r\n\r\n',
    );
    expect(forest(jam)).toEqual(['A "quoted"\ntwo-liner; really', '  Child', 'Lost']);
    expect(ideaOf(jam, 'Child')).toMatchObject({ author: 'Bo', place: null, detail: '' });
    expect(jam.ideas[0]).toMatchObject({ author: 'Ana', place: { x: 10.5, y: 20 }, detail: 'Votes: 3' });
    expect(groupNameOf(jam, 'Child')).toBe('Doors');
    expect(jam.groups).toHaveLength(1);
    expect(jam.notes).toEqual([
      '1 parent is not in the table; those ideas came in as roots.',
      'What stood in “Votes” is in each idea’s detail.',
    ]);
  });

  it('without a header takes the first column that has words', () => {
    expect(imported('a.csv', '1,Buy a bus,x\n2,Share a van,y').ideas).toMatchObject([
      { text: 'Buy a bus', detail: '1\n\nx' },
      { text: 'Share a van', detail: '2\n\ny' },
    ]);
    expect(imported('a.csv', 'Buy a bus\nShare a van').ideas).toHaveLength(2);
    expect(imported('a.csv', 'Idea\nShare a van').ideas).toHaveLength(1);
  });

  it('finds parents by id, by call number or by their very text', () => {
    expect(forest(imported('a.csv', 'text,parent\nRoot; one,\nChild,Root; one'))).toEqual([
      'Root; one',
      '  Child',
    ]);
    expect(forest(imported('a.csv', 'label,text,parent,bond\nA,Root,,\nA2,Child,A,twist'))).toEqual([
      'Root',
      '  twist: Child',
    ]);
    const both = imported('a.csv', 'id,text,parent,bond\n1,a,,\n2,b,,\n3,ab,1;2,combine;question');
    expect(ideaOf(both, 'ab').parents.map(({ bond }) => bond)).toEqual(['combine', 'question']);
  });

  it('reads TSV, Windows-1252 and UTF-16 as spreadsheets save them', () => {
    expect(imported('a.tsv', 'text\tauthor\nCaf\u00e9 "Nord\tAna').ideas[0]?.text).toBe('Caf\u00e9 "Nord');
    const latin = imported(
      'a.csv',
      Uint8Array.from('text\nCaf\u00e9 \u0080 5', (letter) => letter.charCodeAt(0)),
    );
    expect(latin.ideas[0]?.text).toBe('Café € 5');
    expect(latin.notes).toHaveLength(1);
    const utf16 = Uint8Array.of(
      0xff,
      0xfe,
      ...[...'text\tx\nČaj\t1'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    expect(imported('a.tsv', utf16).ideas[0]?.text).toBe('Čaj');
  });

  it('takes the first 20,000 of 50,000 rows and says how many did not come', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i},"Row, ""${i}"""`).join('\r\n');
    const jam = imported('big.csv', `id,text\r\n${rows}\r\n`);
    expect(jam.ideas).toHaveLength(20_000);
    expect(jam.ideas[19_999]?.text).toBe('Row, "19999"');
    expect(jam.notes).toEqual(['Only the first 20,000 ideas came in; 30,000 more did not.']);
  });

  it('survives an unclosed quote, ragged rows and dangerous names', () => {
    expect(imported('a.csv', 'text,author\n"never closed, x\nmore').ideas).toHaveLength(1);
    expect(imported('a.csv', 'text,author\na\nb,c,d,e').ideas).toHaveLength(2);
    const jam = imported(
      'a.csv',
      'id,text,parent,group\n__proto__,a,,__proto__\nconstructor,b,__proto__,constructor',
    );
    expect(forest(jam)).toEqual(['a', '  b']);
    expect(jam.groups.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('a cell that looks like a formula', () => {
  it('is made text, and comes back as it was', () => {
    expect(writeFormulaCell('=HYPERLINK("x")')).toBe('\'=HYPERLINK("x")');
    expect(writeFormulaCell("'tis")).toBe("'tis");
    const text = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\- \t-]{0,4}.{0,3}$/));
    fc.assert(
      fc.property(text, (value) => {
        const cell = writeFormulaCell(value);
        expect(readFormulaCell(cell)).toBe(value);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('plain text', () => {
  it('is one idea a line, without bullets', () => {
    expect(
      imported('a.txt', '• One\r\n\r\n2) Two\n[ ] three\n- [x] four\n-5 degrees\n').ideas.map(
        ({ text }) => text,
      ),
    ).toEqual(['One', 'Two', 'three', 'four', '-5 degrees']);
  });

  it('from the clipboard goes to the importer that knows it', () => {
    const texts = (text: string) => {
      const result = importText(text);
      return result.ok
        ? result.value.ideas.map((idea) => `${idea.text}${idea.parents.length > 0 ? '<' : ''}`)
        : result.code;
    };
    expect(texts('a\tb\nc\td')).toEqual(['a', 'c']);
    expect(texts('- a\n  - b')).toEqual(['a', 'b<']);
    expect(texts('one, two\nthree')).toEqual(['one, two', 'three']);
    expect(texts('{"nodes":[{"type":"text","text":"x"}]}')).toEqual(['x']);
    expect(texts(' \n ')).toBe('nothing');
  });

  it('refuses bytes that are no text, closed formats, whole jams and what is too large', () => {
    expect(importFile('a.csv', Uint8Array.of(1, 0, 2))).toMatchObject({ ok: false, code: 'unknown' });
    expect(
      importFile(
        'a.jam',
        Uint8Array.from('fig-jam.1', (letter) => letter.charCodeAt(0)),
      ),
    ).toMatchObject({ ok: false, code: 'figjam' });
    expect(importFile('a.riffjam', Uint8Array.of(1))).toMatchObject({ ok: false, code: 'is-a-jam' });
    expect(importFile('a.txt', new Uint8Array(33 * 1024 * 1024).fill(97))).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });
});
