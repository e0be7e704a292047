/**
 * Transaction origins: who made a transaction on the jam document. Envelopes are chosen by origin, never by
 * `transaction.local`, because merging remote formats starts local clean-ups that nobody wrote.
 *
 * - `LocalOrigin`: a person here, through a command or an open text. Becomes an envelope.
 * - the log's own origin (see log/materialise): what the log already holds. Never becomes an envelope again.
 */
import type * as Y from 'yjs';

export class LocalOrigin {
  /** Typing is gathered for up to 100 ms before it becomes an envelope; a command is one at once. */
  readonly typing: boolean;
  readonly title: string;
  constructor(title: string, typing: boolean) {
    this.title = title;
    this.typing = typing;
  }
}

/** Y.UndoManager signs its transactions with itself; managers of open texts are registered here, per jam. */
export class LocalOrigins {
  private readonly managers = new WeakSet<Y.UndoManager>();

  register(manager: Y.UndoManager): void {
    this.managers.add(manager);
  }

  isLocal(origin: unknown): boolean {
    return origin instanceof LocalOrigin || this.isManager(origin);
  }

  isTyping(origin: unknown): boolean {
    return origin instanceof LocalOrigin && origin.typing;
  }

  private isManager(origin: unknown): boolean {
    return typeof origin === 'object' && origin !== null && this.managers.has(origin as Y.UndoManager);
  }
}
