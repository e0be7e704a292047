/** What performs the actions of an open jam; handed in from above, because boards and panels know the session, not it them. */
import type { JamSession } from './jamSession.ts';

export interface ActionHandler {
  run(session: JamSession): void;
  /** Left out: always possible. */
  can?(session: JamSession): boolean;
}

export type ActionTable = Readonly<Record<string, ActionHandler>>;
