/** Bounds on what is accepted from elsewhere. An honest peer stays far below each of them. */

/** Bytes of one encoded envelope. A command that writes more in one transaction has to write it in parts. */
export const maxEnvelopeBytes = 16 * 1024 * 1024;

/** Bytes of one Yjs update of the log document at the gate. */
export const maxUpdateBytes = 256 * 1024 * 1024;

/** What may wait in memory for an earlier envelope of its session, over all sessions together. */
export const maxHeldRecords = 20_000;
export const maxHeldBytes = 64 * 1024 * 1024;

/**
 * Containers in containers, and lists and objects in one plain value. The jam document has two of the one and few of the
 * other; every engine reads far more without running out of stack.
 */
export const maxDepth = 32;
