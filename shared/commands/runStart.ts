import type { PhaseId, RunId } from '../model/course.ts';
import { NO_PHASE, PLAIN_OPTIONS } from '../model/course.ts';
import type { DeviceId, IdeaId, MemberId } from '../model/ids.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

export interface RunInput {
  /** null: the setlist is left, and the board is open. */
  readonly phase: PhaseId | null;
  readonly round: number;
  /** Who is here now. */
  readonly roster: readonly MemberId[];
  readonly dealt?: ReadonlyMap<MemberId, readonly IdeaId[]>;
  readonly list?: readonly IdeaId[];
  readonly seal?: { readonly key: string; readonly holders: ReadonlyMap<DeviceId, string> };
  /** The clock goes at once. */
  readonly running: boolean;
}

/** Starts a performance of a phase: what was current ends with it. */
export const runStart = command<RunInput, { run: RunId }>({
  title: 'go on',
  act: null,
  undo: false,
  refuse({ phase, list, seal }, scene) {
    const stranger = refuseUnlessHost(scene.course(), scene.me);
    if (stranger !== null) return stranger;
    if (phase === null) return null;
    const found = scene.snapshot.course.phases.get(phase);
    if (found === undefined) return { code: 'no-such-phase', sentence: 'That phase is not in this setlist.' };
    if (found.kind !== 'vote') return null;
    if ((list?.length ?? 0) === 0) {
      return {
        code: 'nothing-to-vote',
        sentence: 'Nothing is nominated yet: let the room name a few ideas first.',
      };
    }
    if (seal === undefined) return { code: 'no-key', sentence: 'A vote needs somebody who can open it.' };
    return null;
  },
  run({ phase, round, roster, dealt, list, seal, running }, scene, write) {
    const { current } = scene.course();
    const found = phase === null ? undefined : scene.snapshot.course.phases.get(phase);
    const run = scene.newId();
    write.set('runs', run, {
      phase: phase ?? NO_PHASE,
      after: current?.id ?? null,
      kind: found?.kind ?? 'free',
      round,
      options: { ...(found?.options ?? PLAIN_OPTIONS) },
      roster: [...roster],
      dealt: Object.fromEntries(dealt ?? []) as Record<string, string[]>,
      list: [...(list ?? [])],
      seal: seal?.key ?? null,
      holders: Object.fromEntries(seal?.holders ?? []),
      ...scene.stamp,
    });
    if (running && found !== undefined) {
      write.set('clock', `${run}:${scene.newId()}`, { move: 'start', elapsed: 0, ms: 0, ...scene.stamp });
    }
    return { run };
  },
});
