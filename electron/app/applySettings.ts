/** The settings that act outside the page: the system's frame and scroll bars follow the theme, spell-check the wish. */
import type { NativeTheme, Session } from 'electron';
import type { Settings } from '../../shared/ipc/shell.ts';

export function applySettings(settings: Settings, theme: NativeTheme, session: Session): void {
  theme.themeSource = settings.theme;
  session.setSpellCheckerEnabled(settings.spellcheck);
}
