/** What the report says of a session that was played: how its last vote gave, and what people said at the check-out. */
import type { MemberId } from '../model/ids.ts';
import { type Course, latestClose } from '../phases/course.ts';
import { answersOf, LAST_WORD, latestAnswers, REFLECTION_QUESTIONS } from '../phases/reflections.ts';
import { BAND_TITLES, RESULT_BANDS, readResults } from '../phases/results.ts';
import type { ExportInput } from './exporter.ts';
import { compareWords, type ExportScene } from './exportScene.ts';
import { markdownLine } from './markdownText.ts';

/** Bands as everybody saw them; numbers only where the screen had them too. */
export function vote({ snapshot }: ExportInput, course: Course, scene: ExportScene): string[] {
  const close = latestClose(course);
  const results = close === null ? [] : readResults(close).filter(({ idea }) => scene.has(idea));
  const lines = RESULT_BANDS.flatMap((band) => {
    const those = results.filter((result) => result.band === band);
    return those.length === 0
      ? []
      : [
          '',
          `### ${BAND_TITLES[band]}`,
          '',
          ...those.map(({ idea, numbers }) => {
            const dots = numbers === null ? '' : ` (${numbers.dots} ${numbers.dots === 1 ? 'dot' : 'dots'})`;
            return `- **${scene.label(idea)}** ${markdownLine(snapshot.ideas.get(idea)?.text ?? '')}${dots}`;
          }),
        ];
  });
  return lines.length > 0 ? ['## The vote', ...lines] : [];
}

/** Everybody's word without its name, as it was on the screens; shared answers with theirs. */
export function checkout({ snapshot, selection }: ExportInput, { runs }: Course): string[] {
  const run = runs.findLast(({ kind }) => kind === 'checkout');
  if (run === undefined || selection !== undefined) return [];
  const all = [...snapshot.course.reflections.values()];
  const words = latestAnswers(all, run.id, LAST_WORD).map(({ text }) => markdownLine(text));
  const lines = words.length === 0 ? [] : ['', `One word each: ${words.join(', ')}.`];
  const name = (member: MemberId): string => snapshot.members.get(member)?.name.trim() || 'somebody';
  const members = [...new Set(all.map(({ by }) => by))].sort((a, b) => compareWords(name(a), name(b)));
  for (const { question, ask } of REFLECTION_QUESTIONS) {
    const answers = members.flatMap((member) => {
      const text = markdownLine(answersOf(all, run.id, member).get(question) ?? '');
      return text === '' ? [] : [`- *${markdownLine(name(member))}:* ${text}`];
    });
    if (answers.length > 0) lines.push('', `### ${ask}`, '', ...answers);
  }
  return lines.length > 0 ? ['## Check-out', ...lines] : [];
}
