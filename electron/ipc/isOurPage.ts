/** Where the app's own page lives. Only its top frame may speak to the main process. */
export const appOrigin = 'app://riffroom';

export function isOurPage(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url);
    return protocol === 'app:' && host === 'riffroom' && username === '' && password === '';
  } catch {
    return false;
  }
}
