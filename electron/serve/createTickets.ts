/** Files that wait to be fetched: JSON can't carry bytes, so a request goes with a ticket and the bytes follow by it. */
import { randomBytes } from 'node:crypto';
import type { OpenRequest } from '../../shared/ipc/shell.ts';

export interface Tickets {
  /** The request as JSON can carry it. */
  withoutBytes(request: OpenRequest): unknown;
  /** Once: the bytes are let go of. */
  take(ticket: string): Uint8Array | null;
}

export function createTickets(): Tickets {
  const waiting = new Map<string, Uint8Array>();
  return {
    withoutBytes(request) {
      if (request.kind !== 'file') return request;
      const { name, bytes, handle } = request.file;
      const ticket = randomBytes(12).toString('base64url');
      waiting.set(ticket, bytes);
      return { kind: 'file', file: { name, handle, ticket } };
    },
    take(ticket) {
      const bytes = waiting.get(ticket) ?? null;
      waiting.delete(ticket);
      return bytes;
    },
  };
}
