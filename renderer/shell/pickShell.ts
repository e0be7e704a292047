import type { Shell } from '../../shared/ipc/shell.ts';

/** The shell of where this page runs. */
export async function pickShell(): Promise<Shell> {
  const { riffroom } = window as unknown as { riffroom?: Shell };
  if (riffroom !== undefined) return riffroom;
  throw new Error('no shell');
}
