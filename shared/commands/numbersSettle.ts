import { UNLAID } from '../model/ids.ts';
import { command } from './command.ts';

/** Writes every call number down that is not yet settled. The acting host's, after a merge. */
export const numbersSettle = command<Record<string, never>, { settled: number }>({
  title: 'settle call numbers',
  act: null,
  undo: false,
  refuse(_input, scene) {
    if (scene.isHost) return null;
    return { code: 'not-the-host', sentence: 'Call numbers are settled by whoever made the jam.' };
  },
  run(_input, scene, write) {
    const { by, lamport, at } = scene.stamp;
    let settled = 0;
    for (const [idea, label] of scene.labels()) {
      if (scene.snapshot.settled.has(idea) || scene.snapshot.ideas.get(idea)?.place.group === UNLAID)
        continue;
      write.set('settled', idea, [label, by, lamport, at]);
      settled++;
    }
    return { settled };
  },
});
