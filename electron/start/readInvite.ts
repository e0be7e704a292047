const maxInviteLetters = 4096;

/**
 * A `riffroom://` link as it came from outside, or null. Only its form is looked at here; what it says is read, and
 * doubted, where invites are understood. Nothing is ever opened or run by a link.
 */
export function readInvite(text: string): string | null {
  if (text.length > maxInviteLetters || !/^riffroom:\/\/join[/?#]/i.test(text)) return null;
  return /^[\x21-\x7e]+$/.test(text) ? text : null;
}
