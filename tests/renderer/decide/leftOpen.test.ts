import { expect, it, vi } from 'vitest';
import { tellLeftOpen } from '../../../renderer/decide/useLeftOpen.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import type { Notice } from '../../../renderer/stores/uiStore.ts';
import type { Course } from '../../../shared/phases/course.ts';
import { someIdea, someJam } from '../../shared/ideas/someJam.ts';

it('the way back to deciding is offered until the phase after it is over: then it would lead elsewhere', () => {
  let listener = (): void => undefined;
  let run = 'checkout';
  const close = { run: 'vote', totals: new Map([['a', [1]]]) };
  const course = () =>
    ({
      current: { id: run },
      runs: [{ id: 'vote' }],
      closes: new Map([['vote', close]]),
      hosts: new Set(['ana']),
    }) as unknown as Course;
  let notices: readonly Pick<Notice, 'text' | 'action'>[] = [{ text: 'Another.', action: null }];
  const act = vi.fn();
  tellLeftOpen({
    jam: { me: 'ana' },
    view: () => ({ snapshot: someJam({ ideas: [someIdea('a')] }), labels: new Map() }),
    ui: { getState: () => ({ decisionDrafts: new Map(), notices }) },
    course: {
      course,
      subscribe: (told: () => void) => {
        listener = told;
        return () => undefined;
      },
    },
    notify: (text: string, _tone: string, action: Notice['action']) => {
      notices = [...notices, { text, action }];
    },
    set: (patch: { notices: typeof notices }) => {
      notices = patch.notices;
    },
    act,
  } as unknown as JamSession);
  listener();
  expect(notices.at(-1)).toMatchObject({ text: 'One sheet is not decided.' });
  notices.at(-1)?.action?.run();
  expect(act).toHaveBeenCalledWith('course.goBack');
  run = 'free';
  listener();
  expect(notices).toEqual([{ text: 'Another.', action: null }]);
});
