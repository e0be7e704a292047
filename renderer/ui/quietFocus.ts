/**
 * Whoever opened a sheet with the mouse and closes it with Esc gets the focus back where they were, without a ring around
 * a button that they never walked to: it is drawn from their next key or press on.
 */
const quiet = 'data-quiet-focus';
const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** Call when the sheet closes; the key that closed it is still down. */
export function quietFocus(page: Document): void {
  const { documentElement: root } = page;
  root.setAttribute(quiet, '');
  const loud = (): void => {
    root.removeAttribute(quiet);
    page.removeEventListener('keydown', onKey, true);
    page.removeEventListener('pointerdown', loud, true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.repeat && !modifiers.has(event.key)) loud();
  };
  page.addEventListener('keydown', onKey, true);
  page.addEventListener('pointerdown', loud, true);
}
