export interface Ordered<T> {
  /** Parents before children; otherwise in the given order. Of two with one ref the first counts. */
  readonly items: readonly T[];
  /** `child\nparent` of each bond that would have closed a circle. */
  readonly broken: ReadonlySet<string>;
  has(ref: string): boolean;
}

interface Visit<T> {
  readonly item: T;
  readonly parents: readonly string[];
  next: number;
}

/** Depth first without recursion: an outline may be as deep as it is long. */
export function orderByParents<T extends { readonly ref: string }>(
  all: readonly T[],
  parentsOf: (item: T) => readonly string[],
): Ordered<T> {
  const byRef = new Map<string, T>();
  for (const item of all) if (!byRef.has(item.ref)) byRef.set(item.ref, item);
  const items: T[] = [];
  const broken = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of byRef.values()) {
    const path: Visit<T>[] = [];
    const enter = (item: T): void => {
      state.set(item.ref, 'open');
      path.push({ item, parents: parentsOf(item), next: 0 });
    };
    if (!state.has(start.ref)) enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const ref = visit.parents[visit.next++];
      if (ref === undefined) {
        state.set(visit.item.ref, 'done');
        items.push(visit.item);
        path.pop();
        continue;
      }
      const parent = byRef.get(ref);
      if (!parent || state.get(ref) === 'done') continue;
      if (state.get(ref) === 'open') broken.add(`${visit.item.ref}\n${ref}`);
      else enter(parent);
    }
  }
  return { items, broken, has: (ref) => byRef.has(ref) };
}
