/** The address when it is https without a user name in it (those deceive), else null. */
export function readHttps(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '' && address.length <= 4096
      ? url.href
      : null;
  } catch {
    return null;
  }
}
