import { describe, expect, it } from 'vitest';
import { quietFocus } from '../../../renderer/ui/quietFocus.ts';

/** As much of a document as it touches: this project's unit tests have none. */
function openPage() {
  const marks = new Set<string>();
  const documentElement = {
    setAttribute: (name: string) => marks.add(name),
    removeAttribute: (name: string) => marks.delete(name),
  };
  const page = Object.assign(new EventTarget(), { documentElement }) as unknown as Document;
  const press = (key: string, repeat = false): boolean =>
    page.dispatchEvent(Object.assign(new Event('keydown'), { key, repeat }));
  return { page, press, isQuiet: () => marks.has('data-quiet-focus') };
}

describe('the focus after a sheet that was opened with the mouse', () => {
  it('has no ring until the next key', () => {
    const { page, press, isQuiet } = openPage();
    quietFocus(page);
    expect(isQuiet()).toBe(true);
    press('Tab');
    expect(isQuiet()).toBe(false);
  });

  it('is not shown by the key that closed the sheet, nor by one that only changes others', () => {
    const { page, press, isQuiet } = openPage();
    quietFocus(page);
    press('Escape', true);
    press('Shift');
    expect(isQuiet()).toBe(true);
  });

  it('may be shown again after a press', () => {
    const { page, isQuiet } = openPage();
    quietFocus(page);
    page.dispatchEvent(new Event('pointerdown'));
    expect(isQuiet()).toBe(false);
  });
});
