/** The window's colour before the page has painted: the tokens' paper, so that nothing flashes. */
export function paperColor(dark: boolean): string {
  return dark ? '#141210' : '#f4f0e8';
}
