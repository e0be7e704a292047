import { command } from './command.ts';

/** The first command of a new jam: its question, and who asks it. */
export const jamStart = command<{ challenge: string; name: string }, null>({
  title: 'start the jam',
  act: null,
  undo: false,
  refuse({ challenge }, scene) {
    if (scene.snapshot.creator !== null) return { code: 'started', sentence: 'This jam has begun already.' };
    if (challenge.trim() === '') return { code: 'empty', sentence: 'Write the question in one line first.' };
    return null;
  },
  run({ challenge, name }, scene, write) {
    write.set('brief', 'creator', scene.me);
    write.set('brief', 'created', scene.stamp.at);
    write.setBriefText('challenge', challenge.trim().slice(0, 2_000));
    write.set('members', scene.me, {
      name: name.trim().slice(0, 120),
      expertise: '',
      lamport: scene.stamp.lamport,
    });
    return null;
  },
});
