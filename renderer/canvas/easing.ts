/** The two curves of the tokens (`--out`, `--inout`) for what is moved by script. */

/** cubic-bezier(.16, .84, .3, 1): laid down, come to rest. */
export const easeOut = bezier(0.16, 0.84, 0.3, 1);
/** cubic-bezier(.6, 0, .2, 1): from one place to another. */
export const easeBetween = bezier(0.6, 0, 0.2, 1);

/** A CSS timing function: x(u) is inverted by bisection, 20 halvings are finer than a pixel of any screen. */
function bezier(x1: number, y1: number, x2: number, y2: number): (t: number) => number {
  const at = (a: number, b: number, u: number): number =>
    3 * (1 - u) ** 2 * u * a + 3 * (1 - u) * u ** 2 * b + u ** 3;
  return (t) => {
    if (t <= 0 || t >= 1) return Math.min(1, Math.max(0, t));
    let low = 0;
    let high = 1;
    for (let i = 0; i < 20; i++) {
      const middle = (low + high) / 2;
      if (at(x1, x2, middle) < t) low = middle;
      else high = middle;
    }
    return at(y1, y2, (low + high) / 2);
  };
}
