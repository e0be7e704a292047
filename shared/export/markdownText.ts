/** Makes what people wrote safe inside a Markdown document: it is shown as it was written and changes nothing else. */

/** On one line, every mark escaped (CommonMark 2.4: any ASCII punctuation may be). */
export function markdownLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~!]/g, '\\$&')
    .replace(/^([-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/(https?|ftp)(:)/gi, '$1\\$2')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`);
}

/** Paragraphs, each on a line of its own. */
export function markdownParagraphs(text: string): string[] {
  return text
    .split(/\n\s*\n|\r\n\s*\r\n/)
    .map(markdownLine)
    .filter((line) => line !== '');
}

/**
 * Somebody's Markdown as a quotation: its lists and emphasis stay, and since every line carries the quote's mark nothing
 * in it can end the quote, be it an open code fence. HTML becomes text.
 */
export function markdownQuote(markdown: string, indent = ''): string[] {
  return markdown
    .trim()
    .split(/\r\n?|\n/)
    .map((line) =>
      `${indent}> ${line
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/^(\s{0,3})(#{1,6})(?=\s|$)/, '$1\\$2')}`.trimEnd(),
    );
}
