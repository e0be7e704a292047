/**
 * What of this device's own work is known to be somewhere else too: with somebody else, or in a file that was saved.
 * For a guest: a browser's store belongs to an address that may be gone tomorrow, so being kept there is not safe.
 */
import type { Log } from '../../../shared/log/log.ts';
import type { SessionKey } from '../../../shared/log/session.ts';
import { toBase64Url } from '../../../shared/util/bytes.ts';

export interface HandedOn {
  /** All that is held at this moment is elsewhere too. */
  note(): void;
  /** Whether all of this device's changes are; seals and hellos are no work of anybody's. */
  isAll(): boolean;
}

/** `device`: base64url, as in `StartInfo`. */
export function createHandedOn(
  log: Pick<Log, 'sessions' | 'hello' | 'length' | 'stored'>,
  device: string,
): HandedOn {
  const elsewhere = new Map<SessionKey, number>();
  const own = (): SessionKey[] =>
    log.sessions().filter((session) => {
      const hello = log.hello(session);
      return hello !== null && toBase64Url(hello.device) === device;
    });
  return {
    note() {
      for (const session of own()) elsewhere.set(session, log.length(session));
    },
    isAll: () =>
      own().every((session) => {
        for (let seq = elsewhere.get(session) ?? 0; seq < log.length(session); seq++)
          if (log.stored(session, seq)?.envelope.kind === 'edit') return false;
        return true;
      }),
  };
}
