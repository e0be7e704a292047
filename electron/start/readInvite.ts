import { isInviteLink } from '../../shared/circle/invite.ts';

const maxInviteLetters = 4096;

/**
 * An invite as it came from outside, for the app or for a browser, or null. Only its form is looked at here: the page reads
 * it with the same parser, and can say what is wrong with one.
 */
export function readInvite(text: string): string | null {
  return text.length <= maxInviteLetters && /^[\x21-\x7e]+$/.test(text) && isInviteLink(text) ? text : null;
}
