import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What this app's own page shows, so that no other page and no other person on this machine speaks in its name. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Compared by digest, so that neither length nor prefix shows in the time taken. */
export function isToken(shown: string | null | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof shown === 'string' && timingSafeEqual(digest(shown), digest(token));
}
