/** Which of the two printings is shown: asked for in the settings, or the system's own. */
import type { Settings } from '../../shared/ipc/shell.ts';

type ShownTheme = 'light' | 'dark';

const darkSystem = '(prefers-color-scheme: dark)';

/** What a setting comes to on a system that prefers dark, or does not. */
export function shownTheme(theme: Settings['theme'], systemIsDark: boolean): ShownTheme {
  if (theme === 'system') return systemIsDark ? 'dark' : 'light';
  return theme;
}

/**
 * Puts the theme on the root element and follows the system while the setting says so. Returns the function that
 * stops following.
 */
export function followTheme(theme: Settings['theme'], page: Window = window): () => void {
  const query = page.matchMedia(darkSystem);
  const apply = (): void => {
    page.document.documentElement.dataset.theme = shownTheme(theme, query.matches);
  };
  apply();
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}

/** The theme on screen now: what "Light or dark" turns round. */
export function themeOnScreen(page: Window = window): ShownTheme {
  return page.document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}
