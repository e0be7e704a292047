const atMost = 3;

/**
 * The dictionaries to check with: those of the system's languages that there are, each by its exact name (`en-GB`), its
 * language (`de` for `de-CH`), or a relative (`es-ES` for `es-XX`). English when nothing fits.
 */
export function pickSpellLanguages(available: readonly string[], wanted: readonly string[]): string[] {
  const picked = wanted.flatMap((tag) => {
    const language = tag.split('-')[0] ?? tag;
    const found =
      available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      available.find((one) => one === language) ??
      available.find((one) => one.startsWith(`${language}-`));
    return found === undefined ? [] : [found];
  });
  if (picked.length === 0) return available.includes('en-US') ? ['en-US'] : [];
  return [...new Set(picked)].slice(0, atMost);
}
