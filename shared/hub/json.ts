/** A message's fields, or null for what is too long, no JSON, or no object. */
export function readFields(text: string, maxLength: number): Readonly<Record<string, unknown>> | null {
  if (text.length > maxLength) return null;
  try {
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}

export function asFields(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** Null for what was nested so deeply that it can't be written again. */
export function writeJson(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** A fresh array, when it is one of at most `limit` items that all pass. */
export function readList<T>(value: unknown, limit: number, is: (item: unknown) => item is T): T[] | null {
  return Array.isArray(value) && value.length <= limit && value.every(is) ? [...value] : null;
}
