/** Keeps the browser's focus where the board's own is: on the card that keys start from, never scrolled to. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Board } from './board.ts';

/** @returns the function that stops */
export function keepFocus({ session }: Board, root: HTMLElement): () => void {
  const { ui } = session;
  let asked = 0;

  /** Only while the board has the keyboard: nobody is pulled out of a panel. */
  const hasKeyboard = (): boolean => {
    const active = document.activeElement;
    return active === null || active === document.body || root.contains(active);
  };
  const follow = (): void => {
    asked = 0;
    const { focus, editing, editingGroup, editingConnector } = ui.getState();
    if (editing !== null || editingGroup !== null || editingConnector !== null || !hasKeyboard()) return;
    const card = focus === null ? null : root.querySelector(`[data-idea="${CSS.escape(focus)}"]`);
    const next = card instanceof HTMLElement ? card : root;
    if (document.activeElement !== next) next.focus({ preventScroll: true });
  };
  const ask = (): void => {
    // Two frames on: a card that came near is an element by then.
    if (asked === 0) asked = requestAnimationFrame(() => (asked = requestAnimationFrame(follow)));
  };
  const onFocus = (event: FocusEvent): void => {
    const idea: IdeaId | undefined =
      event.target instanceof HTMLElement ? event.target.dataset['idea'] : undefined;
    if (idea !== undefined && ui.getState().focus !== idea) session.set({ focus: idea });
  };
  const stop = ui.subscribe((now, before) => {
    if (
      now.focus !== before.focus ||
      now.editing !== before.editing ||
      now.editingGroup !== before.editingGroup
    )
      ask();
  });
  root.addEventListener('focusin', onFocus);
  return () => {
    stop();
    cancelAnimationFrame(asked);
    root.removeEventListener('focusin', onFocus);
  };
}
