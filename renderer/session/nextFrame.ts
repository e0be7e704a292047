/** ms */
const LIMIT = 100;

/** When what was set is on the screen; a hidden window paints nothing, so it is not waited for long. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, LIMIT);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      setTimeout(resolve, 0);
    });
  });
}
