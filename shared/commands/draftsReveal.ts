import type { RunId } from '../model/course.ts';
import type { IdeaId } from '../model/ids.ts';
import { MAIN_BOARD, UNLAID } from '../model/ids.ts';
import { command } from './command.ts';

export interface RevealedDraft {
  /** The draft's own id becomes the idea's, so that handing it in twice adds it once. */
  readonly id: IdeaId;
  readonly text: string;
  readonly kind: string;
}

/**
 * Hands in one's own drafts after the host revealed. They have no place and no number yet: the leading laptop lays them,
 * all in one shuffled order (`ideas.lay`), so that blocks give no author away. Until then they are kept where nothing is
 * lost: in the bin.
 */
export const draftsReveal = command<{ run: RunId; drafts: readonly RevealedDraft[] }, null>({
  title: 'hand in',
  act: null,
  undo: false,
  refuse({ run }, scene) {
    const known = scene.course();
    const wrote = [...known.runs, ...known.apart].find(({ id }) => id === run);
    if (wrote === undefined) return { code: 'no-such-run', sentence: 'That round is not part of this jam.' };
    if (known.current?.id === run) return { code: 'not-yet', sentence: 'The host has not revealed yet.' };
    return null;
  },
  run({ run, drafts }, scene, write) {
    const { by, lamport, at } = scene.stamp;
    for (const { id, text, kind } of drafts) {
      if (scene.snapshot.ideas.has(id) || text.trim() === '') continue;
      write.addIdea({
        id,
        born: { author: by, hand: scene.device, created: at, lamport, run, framing: null, claim: null },
        kind,
        place: { board: MAIN_BOARD, group: UNLAID, x: 0, y: 0, auto: false },
        text: text.slice(0, 20_000),
        detail: '',
      });
      write.setIdea(id, 'bin', true);
    }
    return null;
  },
});
