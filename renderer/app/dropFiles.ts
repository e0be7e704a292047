/** Files held over the window and let go on it. Text dragged from elsewhere is left to whatever it falls on. */
import type { OpenedFile } from '../../shared/ipc/shell.ts';

interface DropHandlers {
  readonly onHover: (over: boolean) => void;
  readonly onFile: (file: OpenedFile) => void;
  readonly onTrouble: (sentence: string) => void;
}

/** Beyond this no jam, outline or table of people can be: bytes. */
const LARGEST = 512 * 1024 * 1024;

/** Returns the function that stops listening. */
export function watchDrops(page: Window, { onHover, onFile, onTrouble }: DropHandlers): () => void {
  let depth = 0;
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  const hover = (next: number): void => {
    depth = Math.max(0, next);
    onHover(depth > 0);
  };
  const listeners: Partial<Record<string, (event: DragEvent) => void>> = {
    dragenter: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hover(depth + 1);
    },
    dragover: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    },
    dragleave: (event) => {
      if (hasFiles(event)) hover(depth - 1);
    },
    drop: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hover(0);
      const [file, more] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      if (more !== undefined) onTrouble('One file at a time, please: the first one is opened.');
      if (file.size > LARGEST) return onTrouble(`${file.name} is too large to be a jam or a list of ideas.`);
      file.arrayBuffer().then(
        (buffer) => onFile({ name: file.name, bytes: new Uint8Array(buffer), handle: null }),
        () => onTrouble(`${file.name} could not be read. A folder can’t be opened, only a file.`),
      );
    },
  };
  for (const [name, listener] of Object.entries(listeners))
    page.addEventListener(name, listener as EventListener);
  return () => {
    for (const [name, listener] of Object.entries(listeners))
      page.removeEventListener(name, listener as EventListener);
  };
}
