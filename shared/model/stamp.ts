import type { MemberId } from './ids.ts';

/** What every value that rules compare carries: who, when by the log's clock, when by the wall (ms since 1970). */
export interface Stamp {
  readonly by: MemberId;
  readonly lamport: number;
  readonly at: number;
}
