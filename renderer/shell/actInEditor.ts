/**
 * Undo, redo and "select all" chosen in a menu while a text is open: the text is meant, not the board. Answers whether
 * an editor had the focus. An editor of ours hears the key that the command has; a plain field is asked by name.
 */
import type { Action } from '../../shared/actions/action.ts';

const keys: Partial<Record<NonNullable<Action['role']>, { key: string; shiftKey: boolean }>> = {
  undo: { key: 'z', shiftKey: false },
  redo: { key: 'Z', shiftKey: true },
  selectAll: { key: 'a', shiftKey: false },
};

export function actInEditor(page: Document, role: NonNullable<Action['role']>): boolean {
  const key = keys[role];
  const focus = page.activeElement;
  if (key === undefined || focus === null) return false;
  if (focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement) {
    page.execCommand(role);
    return true;
  }
  if (!(focus instanceof HTMLElement) || !focus.isContentEditable) return false;
  const mac = /Mac/.test(page.defaultView?.navigator.platform ?? '');
  const modifier = mac ? { metaKey: true } : { ctrlKey: true };
  focus.dispatchEvent(new KeyboardEvent('keydown', { ...key, ...modifier, bubbles: true, cancelable: true }));
  return true;
}
