import type { CommentKey, IdeaId } from '../model/ids.ts';
import { command, refuseUnlessThere } from './command.ts';

/** Says something about an idea. Flat, by key: two people who open the first thread at once lose nothing. */
export const commentAdd = command<{ idea: IdeaId; text: string }, { key: CommentKey }>({
  title: 'comment',
  act: 'comment',
  refuse({ idea, text }, scene) {
    if (text.trim() === '') return { code: 'empty', sentence: 'Write something first.' };
    return refuseUnlessThere(idea, scene);
  },
  run({ idea, text }, scene, write) {
    const key = `${idea}:${scene.newId()}`;
    write.set('comments', key, { text: text.trim().slice(0, 20_000), ...scene.stamp, gone: false });
    return { key };
  },
});
