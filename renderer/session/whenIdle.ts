/** ms: a page that is never idle still gets on. */
const AT_MOST = 500;
/** ms, in browsers that do not tell when they are idle. */
const PAUSE = 50;

/** Calls back once the page has nothing to paint and nobody to answer. Returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, PAUSE);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: AT_MOST });
  return () => cancelIdleCallback(asked);
}
