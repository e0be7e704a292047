/** What a merge brought, counted between two snapshots and said in one sentence. */
import type { IdeaId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import type { MergeReport } from './jam.ts';

export function reportMerge(
  before: JamSnapshot,
  after: JamSnapshot,
  records: number,
  refused: string | null,
): MergeReport {
  const ideas: IdeaId[] = [];
  const edited: IdeaId[] = [];
  const people = new Set<string>();
  for (const [id, idea] of after.ideas) {
    const was = before.ideas.get(id);
    if (was === undefined) {
      if (idea.bin) continue;
      ideas.push(id);
      people.add(after.members.get(idea.born.author)?.name ?? '');
    } else if (was !== idea && JSON.stringify(was) !== JSON.stringify(idea)) edited.push(id);
  }
  const comments = [...after.comments.values()].filter(
    (entry) => !entry.gone && !before.comments.has(entry.key),
  );
  const decisions = [...after.decisions.values()].filter((entry) => !before.decisions.has(entry.key));
  for (const { by } of [...comments, ...decisions]) people.add(after.members.get(by)?.name ?? '');
  people.delete('');
  const report = {
    records,
    ideas,
    edited,
    comments: comments.length,
    decisions: decisions.length,
    people: [...people].sort((a, b) => a.localeCompare(b)),
    refused,
  };
  return { ...report, sentence: saySo(report) };
}

function saySo(report: Omit<MergeReport, 'sentence'>): string {
  const parts = [
    count(report.ideas.length, 'new idea', 'new ideas'),
    count(report.edited.length, 'changed sheet', 'changed sheets'),
    count(report.comments, 'comment', 'comments'),
    count(report.decisions, 'decision', 'decisions'),
  ].filter((part) => part !== null);
  const tail = report.refused === null ? '' : ` ${report.refused}`;
  if (parts.length === 0) {
    return (
      (report.records === 0 ? 'Nothing new: you had all of it.' : 'Merged; nothing on the board changed.') +
      tail
    );
  }
  const by = report.people.length > 0 ? `, by ${joinWords(report.people)}` : '';
  return `${joinWords(parts)}${by}.${tail}`;
}

function count(n: number, one: string, many: string): string | null {
  return n === 0 ? null : `${n} ${n === 1 ? one : many}`;
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
