import { crowdLimits } from './limits.ts';
import type { Visitor } from './pipe.ts';

/** How many sockets of one kind are open, so that strangers can't crowd out this app's own pages, nor one all others. */
export interface Crowd {
  /** The way out, or null: there is no room. */
  enter(visitor: Visitor): (() => void) | null;
}

export function createCrowd(limits: typeof crowdLimits = crowdLimits): Crowd {
  const remotes = new Map<string, number>();
  let all = 0;
  let strangers = 0;
  const count = (remote: string, change: 1 | -1): void => {
    const left = (remotes.get(remote) ?? 0) + change;
    strangers += change;
    if (left > 0) remotes.set(remote, left);
    else remotes.delete(remote);
  };
  return {
    enter({ own, remote }) {
      if (all >= limits.all) return null;
      if (!own && (strangers >= limits.strangers || (remotes.get(remote) ?? 0) >= limits.perRemote))
        return null;
      all += 1;
      if (!own) count(remote, 1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        all -= 1;
        if (!own) count(remote, -1);
      };
    },
  };
}
