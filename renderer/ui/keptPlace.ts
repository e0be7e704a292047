import type { Shell } from '../../shared/ipc/shell.ts';

/** Where a jam lies when nobody else has it: a guest has no more than the browser. */
export type KeptPlace = 'on this laptop' | 'in this browser';

export function keptPlace({ kind }: Pick<Shell, 'kind'>): KeptPlace {
  return kind === 'guest' ? 'in this browser' : 'on this laptop';
}
