/** Finding a thing by a few of its letters. Letters must come in order; word beginnings and runs count for more. */

interface FuzzyMatch {
  /** Higher is better; comparable between texts for one query. */
  readonly score: number;
  /** Character positions in the text that were matched, ascending. */
  readonly at: readonly number[];
}

const marks = /\p{M}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII, all of it
const plain = /^[\u0000-\u007f]*$/;

/** Lower case without accents, one character for one (so that positions stay true). */
export function foldText(text: string): string {
  // Most texts are plain: ten thousand of them are folded at each key.
  if (plain.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    const base =
      unit < '\u0080' ? unit.toLowerCase() : unit.normalize('NFD').replace(marks, '').toLowerCase();
    folded += base.length === 1 ? base : unit;
  }
  return folded;
}

/** The best match of the query in a short title, or null. Blanks part words that may come in any order. */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  return matchAll(query, text, matchWord);
}

/** As `fuzzyMatch`, for sentences: each word of the query must stand in the text in one piece. */
export function wordsMatch(query: string, text: string): FuzzyMatch | null {
  return matchAll(query, text, findWhole);
}

function matchAll(
  query: string,
  text: string,
  matchOne: (word: string, text: string) => FuzzyMatch | null,
): FuzzyMatch | null {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folded = foldText(text);
  const at = new Set<number>();
  let score = 0;
  for (const word of words) {
    const match = matchOne(word, folded);
    if (match === null) return null;
    score += match.score;
    for (const position of match.at) at.add(position);
  }
  // Of two that match alike, the shorter says it more exactly.
  return { score: score - folded.length / 200, at: [...at].sort((a, b) => a - b) };
}

function matchWord(word: string, text: string): FuzzyMatch | null {
  const whole = findWhole(word, text);
  if (whole !== null) return whole;
  const at: number[] = [];
  let score = 0;
  let from = 0;
  for (const letter of word) {
    const position = nextPlace(letter, text, from);
    if (position < 0) return null;
    score += isWordStart(text, position) ? 6 : at.at(-1) === position - 1 ? 4 : 0;
    score -= Math.min(3, position - from) / 4;
    at.push(position);
    from = position + 1;
  }
  // Letters strewn over a whole sentence are no find.
  return score >= word.length * 3 ? { score, at } : null;
}

function findWhole(word: string, text: string): FuzzyMatch | null {
  let found = -1;
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (isWordStart(text, i)) {
      found = i;
      break;
    }
    if (found < 0) found = i;
  }
  if (found < 0) return null;
  const end = found + word.length;
  const start = isWordStart(text, found) ? (end === text.length || isWordStart(text, end + 1) ? 12 : 10) : 2;
  return {
    score: word.length * 6 + start + (found === 0 ? 4 : 0),
    at: Array.from(word, (_, i) => found + i),
  };
}

/** A word beginning with the letter is worth a look ahead; otherwise the next one. */
function nextPlace(letter: string, text: string, from: number): number {
  const next = text.indexOf(letter, from);
  if (next < 0 || next === from || isWordStart(text, next)) return next;
  for (let i = next; i >= 0; i = text.indexOf(letter, i + 1)) if (isWordStart(text, i)) return i;
  return next;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string);
}
