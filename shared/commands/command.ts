/** What a command is. One file each; the registry names them all. */
import type { Writer } from '../doc/writer.ts';
import type { Lineage } from '../ideas/lineage.ts';
import type { Act } from '../model/acts.ts';
import type { DeviceId, IdeaId, MemberId } from '../model/ids.ts';
import type { JamSnapshot, Stamp } from '../model/snapshot.ts';
import type { Course } from '../phases/course.ts';
import type { Refusal } from '../util/result.ts';

/** What a command may know. Time, identity and new ids come from here, so that a run can be replayed from a seed. */
export interface Scene {
  readonly snapshot: JamSnapshot;
  readonly me: MemberId;
  readonly device: DeviceId;
  /** May lead the course and write call numbers down for good: whoever made the jam, and whom they named. */
  readonly isHost: boolean;
  /** Phases, runs and rules as they stand. */
  course(): Course;
  /** Who, lamport (the one this command's envelope will have) and wall time. */
  readonly stamp: Stamp;
  newId(): string;
  lineage(): Lineage;
  labels(): ReadonlyMap<IdeaId, string>;
  /** "A4" or, without a number yet, "This idea". For sentences. */
  nameOf(idea: IdeaId): string;
}

export interface CommandSpec<I, O> {
  /** For the undo menu: "Undo: move". */
  readonly title: string;
  /** What the phase's rule is asked about; null: no phase forbids it. */
  readonly act: Act | null | ((input: I) => Act | null);
  /** false: not a step of undo. */
  readonly undo?: false;
  /** null: it may run. A refusal's sentence is shown where the hand is. */
  refuse?(input: I, scene: Scene): Refusal | null;
  run(input: I, scene: Scene, write: Writer): O;
}

export function command<I, O>(spec: CommandSpec<I, O>): CommandSpec<I, O> {
  return spec;
}

/** The refusal of changing acts on ideas that are missing, in the bin, or locked. */
export function refuseUnlessOpen(
  ideas: readonly IdeaId[],
  scene: Scene,
  also?: { binned?: boolean },
): Refusal | null {
  for (const id of ideas) {
    const idea = scene.snapshot.ideas.get(id);
    if (idea === undefined) return { code: 'no-such-idea', sentence: 'That idea is not in this jam.' };
    if (idea.bin && !also?.binned) {
      return { code: 'in-the-bin', sentence: `${scene.nameOf(id)} is in the bin. Restore it first.` };
    }
    if (idea.lock) return { code: 'locked', sentence: `${scene.nameOf(id)} is locked. Unlock it first.` };
  }
  return null;
}

export function refuseUnlessThere(idea: IdeaId, scene: Scene): Refusal | null {
  if (scene.snapshot.ideas.has(idea)) return null;
  return { code: 'no-such-idea', sentence: 'That idea is not in this jam.' };
}
