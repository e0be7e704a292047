import type { IdeaId } from '../model/ids.ts';
import { command, refuseUnlessOpen } from './command.ts';

/** Rewrites an idea's text outside an editor. Typing itself goes through a text session. */
export const ideaText = command<{ idea: IdeaId; field: 'text' | 'detail'; text: string }, null>({
  title: 'edit text',
  act: 'edit',
  refuse: ({ idea }, scene) => refuseUnlessOpen([idea], scene),
  run({ idea, field, text }, _scene, write) {
    write.setIdeaText(idea, field, text.slice(0, field === 'text' ? 20_000 : 200_000));
    return null;
  },
});
