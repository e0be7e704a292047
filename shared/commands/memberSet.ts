import { command } from './command.ts';

/** How one is called in this jam, and what one knows, in a word or two. */
export const memberSet = command<{ name: string; expertise?: string }, null>({
  title: 'change your name',
  act: null,
  undo: false,
  run({ name, expertise }, scene, write) {
    const known = scene.snapshot.members.get(scene.me);
    write.set('members', scene.me, {
      name: name.trim().slice(0, 120),
      expertise: (expertise ?? known?.expertise ?? '').trim().slice(0, 120),
      lamport: scene.stamp.lamport,
    });
    return null;
  },
});
