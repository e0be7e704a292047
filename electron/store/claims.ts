/** One writer per jam. A holder is whatever the caller compares by identity: a window, a tab. */
import type { JamId } from '../../shared/model/ids.ts';

export interface Claims<Holder> {
  /** Null when the claim is now (or was already) the holder's; else who has it. */
  claim(jam: JamId, holder: Holder): Holder | null;
  holderOf(jam: JamId): Holder | null;
  /** Does nothing when somebody else holds it. */
  release(jam: JamId, holder: Holder): void;
}

export function createClaims<Holder>(): Claims<Holder> {
  const holders = new Map<JamId, Holder>();
  return {
    claim(jam, holder) {
      const held = holders.get(jam);
      if (held !== undefined && held !== holder) return held;
      holders.set(jam, holder);
      return null;
    },
    holderOf: (jam) => holders.get(jam) ?? null,
    release(jam, holder) {
      if (holders.get(jam) === holder) holders.delete(jam);
    },
  };
}
