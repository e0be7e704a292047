/** The settings that act outside the page: the system's frame and scroll bars follow the theme, spell-check the wish. */
import type { NativeTheme, Session } from 'electron';
import type { Settings } from '../../shared/ipc/shell.ts';
import { pickSpellLanguages } from './pickSpellLanguages.ts';

/**
 * `languages` are the system's, the preferred first. Call before the first window: a session with a spell-check
 * language fetches its dictionary from the internet (seen in Chromium's net log), even with the checker switched off;
 * one without any does not.
 */
export function applySettings(
  settings: Settings,
  theme: NativeTheme,
  session: Session,
  languages: readonly string[],
): void {
  theme.themeSource = settings.theme;
  const { availableSpellCheckerLanguages: available } = session;
  session.setSpellCheckerLanguages(settings.spellcheck ? pickSpellLanguages(available, languages) : []);
  session.setSpellCheckerEnabled(settings.spellcheck);
}
