import * as Y from 'yjs';
import { equalBytes } from '../util/bytes.ts';
import { type LogRun, writeLogUpdate } from './canonical.ts';
import type { StoredEnvelope } from './chain.ts';
import type { SessionKey } from './session.ts';
import type { SessionLog } from './sessionLog.ts';

/** Puts into the log's document, as canonical items, what its index has taken in. */
export interface ItemWriter {
  /** In one transaction, or behind the backlog while there is one. */
  write(envelopes: readonly StoredEnvelope[], origin: unknown): void;
  /** Only with `writeBacklog`: filling the document takes longer than all the rest of opening a jam. */
  writeLater(stored: StoredEnvelope): void;
  /** Somebody asks for the document. */
  writeBacklog(): void;
  /** A transaction that runs now is this writer's. */
  readonly isWriting: boolean;
}

export function createItemWriter(
  doc: Y.Doc,
  sessionLog: (session: SessionKey) => SessionLog | undefined,
): ItemWriter {
  let backlog: StoredEnvelope[] = [];
  let isWriting = false;

  const writeNow = (envelopes: readonly StoredEnvelope[], origin: unknown): void => {
    const runs = new Map<SessionKey, LogRun & { envelopes: Uint8Array[] }>();
    for (const { session, envelope, bytes } of envelopes) {
      const run = runs.get(session);
      const logClientId = sessionLog(session)?.chain.hello.logClientId ?? 0;
      if (run) run.envelopes.push(bytes);
      else runs.set(session, { session, logClientId, from: envelope.seq, envelopes: [bytes] });
    }
    isWriting = true;
    try {
      Y.applyUpdate(doc, writeLogUpdate([...runs.values()]), origin);
    } finally {
      isWriting = false;
    }
    shareBytes(runs.values());
  };

  /** The document has a copy of its own, so the index lets go of the caller's buffer. */
  const shareBytes = (runs: Iterable<LogRun>): void => {
    for (const { session, logClientId, from, envelopes } of runs) {
      const items = doc.store.clients.get(logClientId);
      for (const [i, bytes] of envelopes.entries()) {
        const item = items?.[from + i];
        const content =
          item instanceof Y.Item && item.content instanceof Y.ContentBinary ? item.content.content : null;
        if (content && equalBytes(content, bytes)) sessionLog(session)?.share(from + i, content);
      }
    }
  };

  return {
    write(envelopes, origin) {
      if (backlog.length === 0) writeNow(envelopes, origin);
      else for (const stored of envelopes) backlog.push(stored);
    },
    writeLater: (stored) => void backlog.push(stored),
    writeBacklog() {
      const waiting = backlog;
      backlog = [];
      if (waiting.length > 0) writeNow(waiting, null);
    },
    get isWriting() {
      return isWriting;
    },
  };
}
