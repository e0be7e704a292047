import type { RunId } from '../model/course.ts';
import { openVote } from '../phases/course.ts';
import { command } from './command.ts';

/** Appends a sealed ballot: the latest one of a person counts. Repeated at a steady beat, changed or not, so that nobody sees who votes when. */
export const ballotCast = command<{ run: RunId; box: string }, { key: string }>({
  title: 'vote',
  act: 'vote',
  undo: false,
  refuse({ run }, scene) {
    if (openVote(scene.course())?.id !== run) {
      return { code: 'closed', sentence: 'The vote is closed: what lay there when it closed counts.' };
    }
    return null;
  },
  run({ run, box }, scene, write) {
    const key = `${run}:${scene.newId()}`;
    write.set('ballots', key, { device: scene.device, box, ...scene.stamp });
    return { key };
  },
});
