/** What a merge brought, counted between two snapshots and said in one sentence. */
import type { AddReport } from '../log/log.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { signingOf } from '../phases/signing.ts';
import { differingKeys } from '../util/shardedMap.ts';
import type { MergeReport } from './jam.ts';

/** `held`: how many records the log holds after the merge. */
export function reportMerge(
  before: JamSnapshot,
  after: JamSnapshot,
  { added, edits, duplicates }: Pick<AddReport, 'added' | 'edits' | 'duplicates'>,
  held: number,
  refused: string | null,
): MergeReport {
  const ideas: IdeaId[] = [];
  const edited: IdeaId[] = [];
  const people = new Set<string>();
  const signing = signingOf(after);
  for (const [id, was, idea] of changesIn(before.ideas, after.ideas)) {
    if (was === undefined) {
      if (idea.bin) continue;
      ideas.push(id);
      if (signing.isSigned(idea)) people.add(after.members.get(idea.born.author)?.name ?? '');
    } else edited.push(id);
  }
  const comments = newIn(before.comments, after.comments).filter(({ gone }) => !gone);
  const decisions = newIn(before.decisions, after.decisions);
  for (const act of [...comments, ...decisions]) {
    if (signing.isSignedAct(act)) people.add(after.members.get(act.by)?.name ?? '');
  }
  people.delete('');
  const report = {
    records: edits,
    older: added === 0 && duplicates < held,
    ideas,
    edited,
    riffs: countChanged(before.riffs, after.riffs, ({ child }) => before.ideas.has(child)),
    groups: countChanged(before.groups, after.groups, () => true),
    connectors: countChanged(before.connectors, after.connectors, () => true),
    brief: differs(before.brief, after.brief),
    comments: comments.length,
    decisions: decisions.length,
    people: [...people].sort((a, b) => a.localeCompare(b)),
    refused,
  };
  return { ...report, sentence: saySo(report) };
}

/** What others did between two moments of a jam that one shares with them; null: nothing that shows. */
export function saySince(before: JamSnapshot, after: JamSnapshot, me: MemberId): string | null {
  const theirs = {
    ...after,
    ideas: pick(after.ideas, (idea) => before.ideas.has(idea.id) || idea.born.author !== me),
    comments: pick(after.comments, ({ by }) => by !== me),
    decisions: pick(after.decisions, ({ by }) => by !== me),
  };
  const report = reportMerge(before, theirs, { added: 1, edits: 0, duplicates: 0 }, 0, null);
  return report.sentence.startsWith(nothingNew) ? null : report.sentence;
}

function pick<T>(entries: ReadonlyMap<string, T>, wanted: (entry: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...entries].filter(([, entry]) => wanted(entry)));
}

/** Entries that are new or say something else now, with what they were. Costs what has changed, not what is there. */
function* changesIn<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): Generator<[key: string, was: T | undefined, is: T]> {
  for (const key of differingKeys(before, after)) {
    const [was, is] = [before.get(key), after.get(key)];
    if (is !== undefined && differs(was, is)) yield [key, was, is];
  }
}

function newIn<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...changesIn(before, after)].filter(([, was]) => was === undefined).map(([, , is]) => is);
}

function countChanged<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  counts: (entry: T) => boolean,
): number {
  return [...changesIn(before, after)].filter(([, , is]) => counts(is)).length;
}

function differs(was: unknown, is: unknown): boolean {
  return was !== is && JSON.stringify(was) !== JSON.stringify(is);
}

const nothingNew = 'Nothing new';

function saySo(report: Omit<MergeReport, 'sentence'>): string {
  const parts = [
    count(report.ideas.length, 'new idea', 'new ideas'),
    count(report.edited.length, 'changed sheet', 'changed sheets'),
    count(report.riffs, 'changed riff', 'changed riffs'),
    count(report.groups, 'group', 'groups'),
    count(report.connectors, 'line', 'lines'),
    count(report.comments, 'comment', 'comments'),
    count(report.decisions, 'decision', 'decisions'),
    report.brief ? 'a changed brief' : null,
  ].filter((part) => part !== null);
  const tail = report.refused === null ? '' : ` ${report.refused}`;
  if (parts.length === 0) {
    return sayNothingNew(report) + tail;
  }
  const by = report.people.length > 0 ? `, by ${joinWords(report.people)}` : '';
  return `${joinWords(parts)}${by}.${tail}`;
}

function sayNothingNew({ records, older }: Pick<MergeReport, 'records' | 'older'>): string {
  if (older) return `${nothingNew}: this is an older copy, and you have all of it and more.`;
  return records === 0 ? `${nothingNew}: you had all of it.` : 'Merged; nothing on the board changed.';
}

function count(n: number, one: string, many: string): string | null {
  return n === 0 ? null : `${n} ${n === 1 ? one : many}`;
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
