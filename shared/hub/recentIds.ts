/** The last ids seen, at most `limit`: what went round in a circle is known again. */
export interface RecentIds {
  /** False when it was seen before. */
  add(id: string): boolean;
}

export function createRecentIds(limit = 8192): RecentIds {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > limit) ids.delete(ids.values().next().value as string);
      return true;
    },
  };
}
