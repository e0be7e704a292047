import { type Context, createContext } from '../../shared/util/context.ts';

/** Real time and real randomness. getRandomValues is there even on a page that is no secure context. */
export function createBrowserContext(): Context {
  return createContext(
    () => Date.now(),
    (into) => crypto.getRandomValues(into as Uint8Array<ArrayBuffer>),
  );
}
