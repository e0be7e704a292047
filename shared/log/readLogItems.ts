import * as Y from 'yjs';
import type { SessionKey } from './session.ts';

export interface LogItem {
  readonly session: SessionKey;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/**
 * What a transaction that we did not write ourselves added to the log document, each session's items ascending.
 * Whatever has not the form of a log item ends its session's run: nothing behind it can be placed.
 */
export function readLogItems(
  transaction: Y.Transaction,
  sessionOfClient: ReadonlyMap<number, SessionKey>,
): LogItem[] {
  const items: LogItem[] = [];
  for (const [client, end] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0;
    if (end <= from) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    let session = sessionOfClient.get(client) ?? null;
    for (let seq = from; seq < end; seq++) {
      const item = structs[seq];
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentBinary) || item.id.clock !== seq)
        break;
      if (seq === 0) session = readRootKey(item);
      if (session === null) break;
      items.push({ session, seq, bytes: item.content.content });
    }
  }
  return items;
}

function readRootKey(item: Y.Item): SessionKey | null {
  if (!(item.parent instanceof Y.AbstractType) || item.parent._item !== null) return null;
  return Y.findRootTypeKey(item.parent);
}
