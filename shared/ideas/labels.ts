/**
 * Call numbers: short, speakable, stable names. Roots are A ... Z, AA; riffs are A2, D5.
 *
 * A number is claimed at birth and written down once by the host. What is settled comes before what is only claimed;
 * among equals the earlier lamport, then the id. Of two ideas that ask for the same number the first gets it, each
 * other one a prime more (D6', D6''). Binned ideas keep theirs, so a restored one comes back under its old name.
 */
import type { IdeaId } from '../model/ids.ts';
import type { CallClaim, Idea, JamSnapshot } from '../model/snapshot.ts';
import type { Lineage } from './lineage.ts';

/** Beyond this a claim is not believed: such numbers can't be said aloud. */
const MAX_NUMBER = 1_000_000;

/** The letters of the n-th root: 1 is A, 26 is Z, 27 is AA. Empty below 1. */
export function letterOf(n: number): string {
  let letters = '';
  for (let rest = Math.floor(n); rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The inverse of `letterOf` for capitals. */
export function letterNumber(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

/**
 * What somebody meant who typed or said a call number: "d5", "D 5", "aa12'" become D5, D5, AA12'. "D1" is D itself.
 * null when it can't be one; whether an idea has it, `deriveLabels` knows.
 */
export function parseCallNumber(text: string): string | null {
  const found = /^\s*([a-z]{1,4})\s*(['’′`]*)\s*(\d{1,7})?\s*(['’′`]*)\s*$/i.exec(text);
  if (found === null) return null;
  const [, letters = '', rootPrimes = '', digits, primes = ''] = found;
  const root = letters.toUpperCase() + "'".repeat(rootPrimes.length);
  const n = digits === undefined ? 1 : Number(digits);
  if (n < 1) return null;
  return root + (n === 1 ? '' : String(n)) + "'".repeat(primes.length);
}

/** The label of every idea of the jam, binned ones too. */
export function deriveLabels(snapshot: JamSnapshot, lineage: Lineage): ReadonlyMap<IdeaId, string> {
  const labels = new Map<IdeaId, string>();
  const taken = new Set<string>();
  const give = (id: IdeaId, label: string): void => {
    labels.set(id, label);
    taken.add(label);
  };
  const givePrimed = (id: IdeaId, wanted: string): void => {
    let label = wanted;
    while (taken.has(label)) label += "'";
    give(id, label);
  };

  // Every settled label goes to its first holder before any prime is given, so no prime can take a settled name.
  const settled = [...snapshot.settled]
    .filter(([id, value]) => snapshot.ideas.has(id) && value.label !== '')
    .sort(([a, x], [b, y]) => x.lamport - y.lamport || (a < b ? -1 : 1));
  const again = settled.filter(([id, { label }]) => {
    if (taken.has(label)) return true;
    give(id, label);
    return false;
  });
  for (const [id, { label }] of again) givePrimed(id, label);

  const holders = createHolders(snapshot, lineage);
  const open = [...snapshot.ideas.values()]
    .filter((idea) => !labels.has(idea.id))
    .sort((a, b) => a.born.lamport - b.born.lamport || (a.id < b.id ? -1 : 1));
  const nextOf = new Map<string, number>();
  const giveNext = (id: IdeaId, from: number, labelOf: (n: number) => string, counter: string): void => {
    let n = nextOf.get(counter) ?? from;
    while (taken.has(labelOf(n))) n++;
    nextOf.set(counter, n + 1);
    give(id, labelOf(n));
  };
  // Letters first: a riff's number is its root's label and a count.
  const later: [Idea, IdeaId][] = [];
  const unclaimed: IdeaId[] = [];
  for (const idea of open) {
    const holder = holders.of(idea.id);
    if (holder !== idea.id) later.push([idea, holder]);
    else if (claimOf(idea)?.root === null) givePrimed(idea.id, letterOf((claimOf(idea) as CallClaim).n));
    else unclaimed.push(idea.id);
  }
  for (const id of unclaimed) giveNext(id, 1, letterOf, '');
  const numberless: [Idea, IdeaId][] = [];
  for (const [idea, holder] of later) {
    const claim = claimOf(idea);
    if (claim === null) numberless.push([idea, holder]);
    else givePrimed(idea.id, `${labels.get(holder) ?? ''}${claim.n}`);
  }
  for (const [idea, holder] of numberless) {
    const root = labels.get(holder) ?? '';
    giveNext(idea.id, 2, (n) => `${root}${n}`, root);
  }
  return labels;
}

/**
 * What a new idea should claim: the next free letter (`parent: null`), or the next free number in its parent's tree.
 * Numbers of binned ideas are not free. A riff on an orphaned D5 is counted among the Ds.
 */
export function nextClaim(snapshot: JamSnapshot, lineage: Lineage, parent: IdeaId | null): CallClaim {
  const used = new Set<number>();
  if (parent === null || !snapshot.ideas.has(parent)) {
    snapshot.ideas.forEach((idea) => {
      const claim = claimOf(idea);
      if (claim?.root === null) used.add(claim.n);
    });
    snapshot.settled.forEach(({ label }) => {
      const letters = lettersOf(label);
      if (letters !== '') used.add(letterNumber(letters));
    });
    return { root: null, n: firstFree(used, 1) };
  }
  const holders = createHolders(snapshot, lineage);
  const root = holders.of(lineage.rootOf(parent));
  // Most claim a number under a letter, and there are far fewer letters than ideas.
  const holderOfRoot = new Map<IdeaId, IdeaId | null>();
  snapshot.ideas.forEach((idea) => {
    const claim = claimOf(idea);
    if (claim === null || claim.root === null) return;
    let holder = holderOfRoot.get(claim.root);
    if (holder === undefined) {
      const above = snapshot.ideas.get(claim.root);
      holder = above !== undefined && claimOf(above)?.root === null ? claim.root : null;
      holderOfRoot.set(claim.root, holder);
    }
    if ((holder ?? holders.of(idea.id)) === root) used.add(claim.n);
  });
  const settledRoot = snapshot.settled.get(root)?.label;
  const rootClaim = snapshot.ideas.get(root)?.born.claim ?? null;
  const rootLabel = settledRoot ?? (rootClaim?.root === null ? letterOf(rootClaim.n) : '');
  if (rootLabel !== '') {
    snapshot.settled.forEach(({ label }) => {
      if (!label.startsWith(rootLabel)) return;
      const digits = /^(\d+)'*$/.exec(label.slice(rootLabel.length))?.[1];
      if (digits !== undefined) used.add(Number(digits));
    });
  }
  return { root, n: firstFree(used, 2) };
}

/** The capitals that a label begins with. */
function lettersOf(label: string): string {
  let end = 0;
  while (label.charCodeAt(end) >= 65 && label.charCodeAt(end) <= 90) end++;
  return label.slice(0, end);
}

function firstFree(used: ReadonlySet<number>, from: number): number {
  let n = from;
  while (used.has(n)) n++;
  return n;
}

/** An idea's claim, if it is one that can be honoured. */
export function claimOf(idea: Idea): CallClaim | null {
  const { claim } = idea.born;
  if (claim === null || !Number.isInteger(claim.n) || claim.n > MAX_NUMBER) return null;
  return claim.n >= (claim.root === null ? 1 : 2) && claim.root !== idea.id ? claim : null;
}

/** Which idea's letter an idea is counted under: itself when it has, or should get, a letter of its own. */
function createHolders(snapshot: JamSnapshot, lineage: Lineage): { of(id: IdeaId): IdeaId } {
  const known = new Map<IdeaId, IdeaId>();
  const claimAt = (id: IdeaId): CallClaim | null => {
    const idea = snapshot.ideas.get(id);
    return idea === undefined ? null : claimOf(idea);
  };
  const next = (id: IdeaId): IdeaId => {
    const claim = claimAt(id);
    if (claim !== null) return claim.root !== null && snapshot.ideas.has(claim.root) ? claim.root : id;
    return lineage.rootOf(id);
  };
  return {
    of(id) {
      const claim = claimAt(id);
      if (claim?.root === null) return id;
      if (claim && claimAt(claim.root as IdeaId)?.root === null) return claim.root as IdeaId;
      const path: IdeaId[] = [];
      const seen = new Set<IdeaId>();
      let at = id;
      for (;;) {
        const found = known.get(at);
        if (found !== undefined) {
          at = found;
          break;
        }
        path.push(at);
        seen.add(at);
        const on = next(at);
        if (on === at) break;
        // Claims in a circle: nobody's letter; the least id holds it, wherever one comes in.
        if (seen.has(on)) {
          at = path.slice(path.indexOf(on)).reduce((least, one) => (one < least ? one : least));
          break;
        }
        at = on;
      }
      for (const one of path) known.set(one, at);
      return at;
    },
  };
}
