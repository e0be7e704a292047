/**
 * Names for files that a person has shown to Riffroom. A page gets the name, never the path: it can write back to
 * what somebody chose, and nowhere else. They end with the process.
 */
import { randomUUID } from 'node:crypto';

export interface FileHandles {
  handleFor(path: string): string;
  pathOf(handle: string): string | null;
}

export function createFileHandles(): FileHandles {
  const paths = new Map<string, string>();
  const handles = new Map<string, string>();
  return {
    handleFor(path) {
      const known = handles.get(path);
      if (known !== undefined) return known;
      const handle = randomUUID();
      handles.set(path, handle);
      paths.set(handle, path);
      return handle;
    },
    pathOf: (handle) => paths.get(handle) ?? null,
  };
}
