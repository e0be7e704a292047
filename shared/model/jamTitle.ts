import type { Brief } from './snapshot.ts';

/** Words that carry no title: "How might we get the last bus home?" is about the last bus. */
const OPENERS =
  /^(how (might|can|could|do|should|will)( (we|i|you|they|a|an|the|our|no one|people))?|what if( we)?|why (do|does|is|are|did|can'?t|won'?t)|how|what|which|who|where|when)\s+/i;

/** Words that a title can't end with where it was cut: "Last bus still come to the". */
const LEFT_HANGING =
  /(\s+(a|an|the|our|their|its|to|of|in|on|at|for|from|by|with|and|or|but|as|that|which|who|when|where|if|is|are|be))+$/i;

/** What the jam is called: its given title, or the first words of its challenge, at most 32 characters. */
export function jamTitle(brief: Pick<Brief, 'title' | 'challenge'>): string {
  const given = brief.title?.trim();
  if (given) return given;
  const line = brief.challenge.trim().split('\n')[0] ?? '';
  if (line === '') return 'Untitled jam';
  const gist = line.replace(OPENERS, '').replace(/[?.!…\s]+$/u, '');
  const words = (gist === '' ? line : gist).split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title !== '' && title.length + word.length + 1 > 32) {
      title = title.replace(LEFT_HANGING, '');
      break;
    }
    title += (title === '' ? '' : ' ') + word;
  }
  const short = [...title]
    .slice(0, 48)
    .join('')
    .replace(/[,;:–-]+$/u, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** What a copy is called: "Last Bus, copy", and a copy of that "Last Bus, copy 2". */
export function copyTitle(title: string): string {
  const [, name = title, number = '1'] = /^(.*), copy(?: (\d{1,4}))?$/su.exec(title) ?? [];
  return name === title ? `${title}, copy` : `${name}, copy ${Number(number) + 1}`;
}
