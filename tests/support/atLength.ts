import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which of its two lengths a file runs at: told by the project (vitest.config.ts). */
    readonly length: 'short' | 'long';
  }
}

/** `few` in `npm run check`; `many`, which holds the few too, in `npm run test:all`. */
export function atLength<T>(few: T, many: T): T {
  return inject('length') === 'long' ? many : few;
}
