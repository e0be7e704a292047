import * as encoding from 'lib0/encoding';
import { fromBase64Url, noBytes } from '../util/bytes.ts';
import { verifySignature } from '../util/signature.ts';
import type { Log } from './log.ts';
import { readSeal } from './seal.ts';
import { type SessionKey, sessionKeyToBytes } from './session.ts';

/** What a seal signs, or null when the log does not hold so much of the session. */
export function sealMessage(log: Log, session: SessionKey, upTo: number): Uint8Array | null {
  const hash = log.hashAt(session, upTo);
  if (hash === null) return null;
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? noBytes);
  encoding.writeVarUint(encoder, upTo);
  encoding.writeUint8Array(encoder, fromBase64Url(hash) ?? noBytes);
  return encoding.toUint8Array(encoder);
}

/** Which seals of a log are right, found out as late and as seldom as possible. */
export interface SealJudge {
  /**
   * Whether the seal at `seq` is right, or a later one of its session is: that covers it, for every seal covers the
   * one before. False can become true when the log grows, true stays.
   */
  stands(session: SessionKey, seq: number): boolean;
}

/**
 * Begins with a session's latest seal. In an honest log that one is right and speaks for all before it, so a session
 * costs one signature however many seals it has (1.2 ms each; a jam of 30 people in an hour has 15,000).
 */
export function createSealJudge(log: Log): SealJudge {
  const right = new Map<SessionKey, number>();
  const wrong = new Map<SessionKey, Set<number>>();

  const isRight = (session: SessionKey, seq: number): boolean => {
    const seal = readSeal(log.stored(session, seq)?.envelope.body ?? noBytes);
    const message = seal && sealMessage(log, session, seal.upTo);
    const device = log.hello(session)?.device;
    return !!(seal && message && device && verifySignature(device, 'seal', message, seal.signature));
  };

  return {
    stands(session, seq) {
      if (seq <= (right.get(session) ?? -1)) return true;
      const known = wrong.get(session) ?? new Set();
      wrong.set(session, known);
      for (const at of log.seals(session).toReversed()) {
        if (at < seq) return false;
        if (known.has(at)) continue;
        if (isRight(session, at)) {
          right.set(session, at);
          return true;
        }
        known.add(at);
      }
      return false;
    },
  };
}
