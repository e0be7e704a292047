/** The origin of every transaction in which the materialiser brings envelopes of the log into the jam document. */
export interface LogOrigin {
  readonly type: 'log';
}

/** One object, so that it can be compared by identity. */
export const logOrigin: LogOrigin = Object.freeze({ type: 'log' });
