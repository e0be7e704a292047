import type { ReflectionName } from '../phases/reflections.ts';
import { command } from './command.ts';

/** Shares an answer of the check-out. A later one to the same question takes its place. */
export const reflectionAdd = command<{ question: ReflectionName; text: string }, null>({
  title: 'answer',
  act: null,
  undo: false,
  refuse({ text }, scene) {
    if (scene.course().current?.kind !== 'checkout') {
      return { code: 'not-in-this-phase', sentence: 'Answers are given at the check-out.' };
    }
    if (text.trim() === '') return { code: 'empty', sentence: 'Write a word or two first.' };
    return null;
  },
  run({ question, text }, scene, write) {
    const run = scene.course().current?.id ?? '';
    write.set('reflections', `${run}:${scene.newId()}`, {
      question,
      text: text.trim().slice(0, 5_000),
      ...scene.stamp,
    });
    return null;
  },
});
