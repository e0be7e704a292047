import type { BriefField } from '../model/snapshot.ts';
import { command } from './command.ts';

/** Rewrites one field of the brief; what somebody types elsewhere in it at the same time merges. */
export const briefSet = command<{ field: BriefField; text: string }, null>({
  title: 'edit brief',
  act: 'edit',
  run({ field, text }, _scene, write) {
    write.setBriefText(field, text.slice(0, 20_000));
    return null;
  },
});
