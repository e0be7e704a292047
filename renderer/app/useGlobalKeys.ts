import { useEffect } from 'react';
import type { ActionScope } from '../../shared/actions/action.ts';
import { isTypingIn } from '../ui/isTypingIn.ts';
import type { KeyStyle } from '../ui/keyLabel.ts';
import type { App } from './createApp.ts';
import { matchAction } from './matchKeys.ts';
import { refuseOnScreen } from './refuseOnScreen.ts';

/**
 * Keys of the whole window. Actions of the board are the board's own: it hears its keys first, and only while it has
 * the focus.
 */
export function useGlobalKeys(app: App, style: KeyStyle): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { session, settings, naming } = app.store.getState();
      if (naming !== null || document.querySelector('[role="dialog"]') !== null) return;
      const scopes = new Set<ActionScope>(session === null ? ['any', 'library'] : ['any', 'jam']);
      if (session?.ui.getState().view === 'board' && !isTypingIn(event.target)) scopes.add('board');
      // A sheet that is just opening its editor is being written on already.
      const typing = isTypingIn(event.target) || (session !== null && session.ui.getState().editing !== null);
      const scene = { typing, singleLetters: settings.singleLetters, style };
      const action = matchAction(event, { ...scene, scopes });
      if (action === null && session !== null) {
        const refusal = refuseOnScreen(session, event, scene);
        if (refusal !== null) session.notify(refusal.sentence, 'refusal');
      }
      if (action === null || !app.canAct(action.id)) return;
      // Cut, copy and paste come as events of their own, with what is on the clipboard.
      if (action.role !== undefined && !['undo', 'redo', 'selectAll'].includes(action.role)) return;
      // Tab riffs while a sheet is being written, which the editor hears itself; otherwise it moves the focus.
      if (event.key === 'Tab' || isWidgetKey(event)) return;
      event.preventDefault();
      app.act(action.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app, style]);
}

/** Keys that move within a control, or press it, stay with it. */
function isWidgetKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(event.target instanceof Element) || event.target === document.body) return false;
  if (!/^(Tab|Enter|Escape| |Arrow.*|Home|End|Delete|Backspace)$/.test(event.key)) return false;
  return (
    event.target.closest(
      'button, a, [role="radio"], [role="radiogroup"], [role="listbox"], [role="menu"], input, select',
    ) !== null
  );
}
