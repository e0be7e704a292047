import type { JamId } from '../../shared/model/ids.ts';

/** Who has a jam open: what the next one who wants it may ask and do. */
export interface JamHolder {
  /** Whether its page still answers; a tab that is gone may not keep a jam to itself. */
  isAlive(): Promise<boolean>;
  bringToFront(): void;
  /** Gives one jam up, waiting for what is being written. */
  leave(jam: JamId): Promise<void>;
}
