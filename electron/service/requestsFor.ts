import type { OpenRequest } from '../../shared/ipc/shell.ts';
import type { Machine } from './machine.ts';
import { requestForPath } from './openPath.ts';

/** Files and invites of a start, read one after the other, in order. */
export async function requestsFor(
  machine: Pick<Machine, 'files' | 'handles'>,
  asked: {
    readonly files: readonly string[];
    readonly invites: readonly string[];
    readonly practice: boolean;
  },
): Promise<OpenRequest[]> {
  const requests: OpenRequest[] = [];
  for (const path of asked.files) requests.push(await requestForPath(machine, path));
  for (const link of asked.invites) requests.push({ kind: 'invite', link });
  if (asked.practice) requests.push({ kind: 'practice' });
  return requests;
}
