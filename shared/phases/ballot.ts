/** A seat's dots as the bytes that are sealed: always of one length, bound to the run and the seat. */
import type { Ballot, Run } from '../model/course.ts';
import type { IdeaId } from '../model/ids.ts';
import { fromUtf8, toUtf8 } from '../util/bytes.ts';
import { parseJson } from '../util/parseJson.ts';
import type { Placed } from './tally.ts';

/** Holds the longest list with every place used; all ballots of a run look alike. */
const LENGTH = 1_024;

export function encodeDots(
  { dots, placedAt }: Placed,
  run: Run,
  ballot: Pick<Ballot, 'by' | 'device'>,
): Uint8Array {
  const placed = run.list.flatMap((idea, index) => {
    const count = dots.get(idea) ?? 0;
    return count > 0 ? [[index, count]] : [];
  });
  const text = JSON.stringify([run.id, ballot.by, ballot.device, placed, placedAt]);
  return toUtf8(text.padEnd(LENGTH, ' ')).subarray(0, LENGTH);
}

/** null when these bytes are no ballot of this run by this seat: somebody's box under another name counts for nobody. */
export function decodeDots(
  bytes: Uint8Array,
  run: Run,
  ballot: Pick<Ballot, 'by' | 'device'>,
): Placed | null {
  const parsed = bytes.length === LENGTH ? parseJson(fromUtf8(bytes) ?? '') : undefined;
  if (!Array.isArray(parsed)) return null;
  const [id, by, device, placed, placedAt] = parsed as unknown[];
  if (id !== run.id || by !== ballot.by || device !== ballot.device || !Array.isArray(placed)) return null;
  if (typeof placedAt !== 'number') return null;
  const dots = new Map<IdeaId, number>();
  for (const entry of placed as unknown[]) {
    if (!Array.isArray(entry)) return null;
    const [index, count] = entry as unknown[];
    const idea = typeof index === 'number' ? run.list[index] : undefined;
    if (idea === undefined || typeof count !== 'number' || dots.has(idea)) return null;
    dots.set(idea, count);
  }
  return { dots, placedAt };
}
