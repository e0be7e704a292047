/**
 * One tab at a time writes a jam. A page on a LAN address is no secure context and has no locks, so tabs ask each other
 * over a BroadcastChannel: whoever holds the jam answers at once, and a tab that is gone can't.
 */
import type { JamId } from '../../../shared/model/ids.ts';

export interface GuestClaims {
  /** False when another tab of this browser holds it. */
  claim(jam: JamId): Promise<boolean>;
  release(jam: JamId): void;
  holds(jam: JamId): boolean;
  /** Whether another tab holds it; takes nothing. */
  isElsewhere(jam: JamId): Promise<boolean>;
  dispose(): void;
}

type Word =
  | { readonly kind: 'who'; readonly jam: JamId; readonly from: string }
  | { readonly kind: 'mine'; readonly jam: JamId; readonly to: string };

/** Tabs of one browser answer in a few ms; a tab that sleeps in the background in less than `waitMs`. */
export function createGuestClaims(name: string, tab: string, waitMs = 200): GuestClaims {
  const channel = new BroadcastChannel(name);
  const held = new Set<JamId>();
  const asked = new Map<JamId, () => void>();
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'who' && held.has(data.jam))
      channel.postMessage({ kind: 'mine', jam: data.jam, to: data.from } satisfies Word);
    if (data.kind === 'mine' && data.to === tab) asked.get(data.jam)?.();
  };

  const isElsewhere = (jam: JamId): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (answer: boolean): void => {
        clearTimeout(timer);
        asked.delete(jam);
        resolve(answer);
      };
      const timer = setTimeout(() => end(false), waitMs);
      asked.set(jam, () => end(true));
      channel.postMessage({ kind: 'who', jam, from: tab } satisfies Word);
    });

  return {
    async claim(jam) {
      if (held.has(jam)) return true;
      if (await isElsewhere(jam)) return false;
      held.add(jam);
      return true;
    },
    release: (jam) => void held.delete(jam),
    holds: (jam) => held.has(jam),
    isElsewhere,
    dispose() {
      held.clear();
      channel.close();
    },
  };
}
