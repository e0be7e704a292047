/**
 * Who takes over when whoever led is gone: a co-host, or, when none is here, the first in line. So no room waits for a
 * laptop that died before anybody was named. Presence is no part of the document: a command can't ask it, a hand does.
 */
import type { MemberId } from '../model/ids.ts';
import type { Course } from '../phases/course.ts';

/** `here`: in line, the first one first. null while the leader is here, and before anybody made the jam. */
export function standInFor(
  { leader, hosts }: Pick<Course, 'leader' | 'hosts'>,
  here: readonly MemberId[],
): MemberId | null {
  if (leader === null || here.includes(leader)) return null;
  return here.find((member) => hosts.has(member)) ?? here[0] ?? null;
}
