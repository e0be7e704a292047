import * as parts from 'fake-indexeddb';
import { afterAll, beforeAll } from 'vitest';

/** A browser's database, in memory, for the tests of the file that calls it: files share a process, and Node has none. */
export function provideBrowserDatabase(): void {
  const globals = Object.entries(parts).filter(([name]) => name === 'indexedDB' || name.startsWith('IDB'));
  beforeAll(() => {
    for (const [name, value] of globals)
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  });
  afterAll(() => {
    for (const [name] of globals) Reflect.deleteProperty(globalThis, name);
  });
}
