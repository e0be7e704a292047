import type { CommentKey } from '../model/ids.ts';
import { command } from './command.ts';

/** Changes the words of one's own comment, or takes it back (`text: null`). */
export const commentEdit = command<{ key: CommentKey; text: string | null }, null>({
  title: 'edit comment',
  act: 'comment',
  refuse({ key, text }, scene) {
    const comment = scene.snapshot.comments.get(key);
    if (comment === undefined)
      return { code: 'no-such-comment', sentence: 'That comment is not in this jam.' };
    if (comment.by !== scene.me)
      return { code: 'not-yours', sentence: 'Only who wrote a comment can change it.' };
    if (text !== null && text.trim() === '') return { code: 'empty', sentence: 'Write something first.' };
    return null;
  },
  run({ key, text }, scene, write) {
    const comment = scene.snapshot.comments.get(key);
    if (comment === undefined) return null;
    write.set('comments', key, {
      text: text === null ? comment.text : text.trim().slice(0, 20_000),
      by: comment.by,
      lamport: scene.stamp.lamport,
      at: comment.at,
      gone: text === null,
    });
    return null;
  },
});
