import type { RunId } from '../model/course.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import type { Tally } from '../phases/tally.ts';
import { command } from './command.ts';

/** Closes a vote: writes down which ballots counted and what they came to. The first close counts; the ballots stay sealed. */
export const runClose = command<{ run: RunId; tally: Tally }, null>({
  title: 'close the vote',
  act: null,
  undo: false,
  refuse({ run }, scene) {
    const course = scene.course();
    if (course.current?.id !== run || course.current.kind !== 'vote') {
      return { code: 'no-vote', sentence: 'That vote is not open any more.' };
    }
    if (course.closes.has(run)) return { code: 'closed', sentence: 'That vote is closed already.' };
    return refuseUnlessHost(course, scene.me);
  },
  run({ run, tally }, scene, write) {
    write.set('closes', `${run}:${scene.newId()}`, {
      counted: [...tally.counted],
      aside: [...tally.aside],
      totals: Object.fromEntries([...tally.totals].map(([idea, spread]) => [idea, [...spread]])),
      voters: tally.voters,
      ...scene.stamp,
    });
    return null;
  },
});
