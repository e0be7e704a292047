/** The order of call numbers: A before A2 before A10 before B before AA; without a number last. */
export function compareLabels(a: string, b: string): number {
  const [lettersA, numberA] = partsOf(a);
  const [lettersB, numberB] = partsOf(b);
  if (lettersA.length !== lettersB.length)
    return lettersA.length === 0 ? 1 : lettersB.length === 0 ? -1 : lettersA.length - lettersB.length;
  if (lettersA !== lettersB) return lettersA < lettersB ? -1 : 1;
  return numberA - numberB || (a < b ? -1 : a > b ? 1 : 0);
}

function partsOf(label: string): [string, number] {
  const match = /^([A-Z]*)(\d*)/.exec(label);
  return [match?.[1] ?? '', Number(match?.[2] || 0)];
}
