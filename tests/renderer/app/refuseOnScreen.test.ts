import { expect, it } from 'vitest';
import { refuseOnScreen } from '../../../renderer/app/refuseOnScreen.ts';
import { createUiStore, type View } from '../../../renderer/stores/uiStore.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { records, someRun } from '../../shared/phases/someCourse.ts';

const keys = { typing: false, singleLetters: true, style: 'pc' } as const;

interface More {
  readonly view?: View;
  readonly typing?: boolean;
  readonly code?: string;
}

function press(kind: string, key: string, more: More = {}): string | null {
  const ui = createUiStore(null);
  ui.setState({ view: more.view ?? 'phase' });
  const course = readCourse(records({ runs: [someRun('r', { kind })] }), 'ana');
  const pressed = {
    key,
    code: more.code ?? `Key${key.toUpperCase()}`,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
  };
  const session = { ui, course: { course: () => course } } as unknown as Parameters<typeof refuseOnScreen>[0];
  return refuseOnScreen(session, pressed, { ...keys, typing: more.typing ?? false })?.sentence ?? null;
}

it('the key that writes on a board is answered with the rule on a screen without one', () => {
  expect(press('reveal', 'n')).toBe('Read first: riffing starts as soon as the host goes on.');
  expect(press('reveal', 'r')).toBe('Read first: riffing starts as soon as the host goes on.');
  expect(press('brief', 'n')).toMatch(/ideas come in a moment/);
  expect(press('vote', 'n')).toMatch(/^The vote is open/);
  expect(press('vote', 'т', { code: 'KeyN' })).toMatch(/^The vote is open/);
});

it('nothing is said where letters are words, keys of the screen, or of the board itself', () => {
  expect(press('reveal', 'n', { typing: true })).toBeNull();
  expect(press('reveal', 'n', { view: 'board' })).toBeNull();
  for (const kind of ['solo', 'rotate', 'nominate']) expect(press(kind, 'n')).toBeNull();
  expect(press('reveal', 'x')).toBeNull();
  expect(press('reveal', 'Tab', { code: 'Tab' })).toBeNull();
});
