/**
 * Looks at all screens again and again, and afterwards finds each "Everyone here has everything" that was not true. Sheets
 * are only ever added, so that what is missing on a later look was missing before: nothing is found by mistake.
 */
import { onTestFinished } from 'vitest';
import type { Look } from '../e2e/jamDriver.ts';

export interface ClaimWatch {
  /** While it is frozen or killed nothing can be asked of it. */
  pause(name: string): void;
  go(name: string): void;
  end(): Promise<{ readonly samples: number; readonly claims: number; readonly untrue: readonly string[] }>;
}

interface Sample extends Look {
  /** What stands on the sheets, without call numbers, which may change while they are not settled. */
  readonly texts: readonly string[];
  /** Between these two moments it was seen, ms. */
  readonly from: number;
  readonly to: number;
}

/** Between two looks at one screen, ms. */
const every = 200;
/** A path that is dead, and a word on its way over it, are known at the latest after this, ms: see `link/limits.ts`. */
const grace = 6_000;

/** By first name, as the people in the room begin. */
export function watchClaims(screens: ReadonlyMap<string, () => Promise<Look>>): ClaimWatch {
  const samples = new Map<string, Sample[]>([...screens.keys()].map((name) => [name, []]));
  const paused = new Set<string>();
  let ended = false;
  onTestFinished(() => {
    ended = true;
  });

  const watch = async (name: string, look: () => Promise<Look>): Promise<void> => {
    while (!ended) {
      if (!paused.has(name)) {
        const from = performance.now();
        const seen = await look().catch(() => null);
        // What was asked before a sleep and is answered after it says nothing of either time.
        if (seen !== null && !paused.has(name))
          samples.get(name)?.push({ ...seen, texts: textsOf(seen), from, to: performance.now() });
      }
      await new Promise((done) => setTimeout(done, every));
    }
  };
  const watching = [...screens].map(([name, look]) => watch(name, look));

  const lackIn = (claim: Sample, other: string): string | null => {
    const theirs = samples.get(other) ?? [];
    const later = theirs.find(({ from }) => from >= claim.to);
    const earlier = theirs.findLast(({ to }) => to <= claim.from - grace);
    const missingThere = later && claim.texts.find((text) => !later.texts.includes(text));
    if (missingThere !== undefined) return `${other} lacks "${missingThere}"`;
    const missingHere = earlier?.texts.find((text) => !claim.texts.includes(text));
    return missingHere === undefined ? null : `${other} has "${missingHere}"`;
  };

  return {
    pause: (name) => void paused.add(name),
    go: (name) => void paused.delete(name),
    async end() {
      ended = true;
      await Promise.all(watching);
      const untrue: string[] = [];
      let count = 0;
      let claims = 0;
      for (const [name, own] of samples) {
        count += own.length;
        for (const claim of own.filter(({ room }) => room.startsWith('Everyone'))) {
          claims++;
          for (const other of samples.keys()) {
            if (other === name || !claim.here.some((one) => one.startsWith(other))) continue;
            const lack = lackIn(claim, other);
            if (lack !== null)
              untrue.push(`${name} at ${Math.round(claim.from)} ms: "${claim.room}", but ${lack}`);
          }
        }
      }
      return { samples: count, claims, untrue };
    },
  };
}

function textsOf({ sheets }: Look): string[] {
  return sheets.map((sheet) => sheet.split(' ').slice(1).join(' ')).filter((text) => text !== '');
}
