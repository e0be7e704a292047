/** What the report says of a session that was played: how its last vote gave, and what people said at the check-out. */
import type { MemberId } from '../model/ids.ts';
import { readCourse } from '../phases/course.ts';
import { answersOf, latestAnswers, REFLECTION_QUESTIONS } from '../phases/reflections.ts';
import { RESULT_BANDS, type ResultBand, readResults } from '../phases/results.ts';
import type { ExportInput } from './exporter.ts';
import { compareWords, type ExportScene } from './exportScene.ts';
import { markdownLine } from './markdownText.ts';

const BANDS: Readonly<Record<ResultBand, string>> = {
  most: 'Most dots',
  middle: 'In the middle',
  fewest: 'Fewest dots',
};

/** Bands as everybody saw them; numbers only where the screen had them too. */
export function vote({ snapshot }: ExportInput, scene: ExportScene): string[] {
  const { runs, closes } = readCourse(snapshot.course, snapshot.creator);
  const run = runs.findLast(({ id }) => closes.has(id));
  const close = run === undefined ? undefined : closes.get(run.id);
  const results = close === undefined ? [] : readResults(close).filter(({ idea }) => scene.has(idea));
  const lines = RESULT_BANDS.flatMap((band) => {
    const those = results.filter((result) => result.band === band);
    return those.length === 0
      ? []
      : [
          '',
          `### ${BANDS[band]}`,
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
export function checkout({ snapshot, selection }: ExportInput): string[] {
  const { runs } = readCourse(snapshot.course, snapshot.creator);
  const run = runs.findLast(({ kind }) => kind === 'checkout');
  if (run === undefined || selection !== undefined) return [];
  const all = [...snapshot.course.reflections.values()];
  const words = latestAnswers(all, run.id, 'word').map(({ text }) => markdownLine(text));
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
