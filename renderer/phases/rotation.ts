/** What a rotation knows of one seat: what it has riffed on, and what was left half said. */
import type { PrivatePart } from '../../shared/conduct/privatePart.ts';
import type { Run, RunId } from '../../shared/model/course.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';

const PREFIX = 'riff-';

/** Under which a half-typed riff is kept among the private answers of its run. */
export function riffDraftKey(parent: IdeaId): string {
  return `${PREFIX}${parent}`;
}

/** Under which a riff that went in is remembered, so that taking it back gives the words back too. */
export function riffPutKey(parent: IdeaId): string {
  return `${riffDraftKey(parent)}:put`;
}

/** Sheets that this member has riffed on in this run. */
export function riffedInRun(
  { ideas, riffs }: Pick<JamSnapshot, 'ideas' | 'riffs'>,
  run: Run,
  member: MemberId,
): ReadonlySet<IdeaId> {
  const done = new Set<IdeaId>();
  for (const { child, parent, gone } of riffs.values()) {
    const idea = ideas.get(child);
    if (!gone && idea?.born.run === run.id && idea.born.author === member && !idea.bin) done.add(parent);
  }
  return done;
}

export interface HalfRiff {
  readonly run: RunId;
  readonly idea: IdeaId;
  readonly text: string;
}

/** What was being written when the bell of an earlier round came. */
export function halfRiffs(
  { ideas }: Pick<JamSnapshot, 'ideas'>,
  earlier: readonly Run[],
  answers: PrivatePart['answers'],
): readonly HalfRiff[] {
  return earlier.flatMap(({ id: run }) =>
    Object.entries(answers[run] ?? {}).flatMap(([key, text]) => {
      const idea = key.startsWith(PREFIX) && !key.includes(':') ? key.slice(PREFIX.length) : '';
      return text.trim() !== '' && ideas.has(idea) ? [{ run, idea, text }] : [];
    }),
  );
}
