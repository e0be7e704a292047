/** The address a link may lead to: https and mailto, written out in full; null for anything else. */
export function safeLink(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return null;
  }
  return parsed.protocol === 'https:' || parsed.protocol === 'mailto:' ? parsed.href : null;
}
