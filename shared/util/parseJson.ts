/** JSON from a file or a wire. `__proto__` keys are left out wherever they stand, so later copies can't be poisoned. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}
