import { command } from './command.ts';

/** Gives the jam a title of its own; empty: back to the challenge's first words. */
export const jamRename = command<{ title: string }, null>({
  title: 'rename the jam',
  act: null,
  run({ title }, _scene, write) {
    write.set('brief', 'title', title.trim().slice(0, 200));
    return null;
  },
});
