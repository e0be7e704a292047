import type { JamSnapshot } from '../model/snapshot.ts';

/** Derives once per structure of a jam: texts and places change often, lineage and numbers seldom. */
export function memoBySnapshot<T>(derive: (snapshot: JamSnapshot) => T): (snapshot: JamSnapshot) => T {
  let last: { structure: number; value: T } | null = null;
  return (snapshot) => {
    if (last?.structure !== snapshot.structure) last = { structure: snapshot.structure, value: derive(snapshot) };
    return last.value;
  };
}
