import type { Sign } from '../util/signature.ts';
import type { Log } from './log.ts';
import type { Schedule } from './recorder.ts';
import { encodeSeal } from './seal.ts';
import { sealMessage } from './sealJudge.ts';
import type { SessionKey } from './session.ts';

export interface SealerOptions {
  readonly log: Log;
  readonly session: SessionKey;
  readonly sign: Sign;
  /** Puts a seal's body into the log, as the session's next envelope. */
  readonly append: (body: Uint8Array) => void;
  /** Without it there is a seal only when asked for. */
  readonly schedule?: Schedule;
  /** Default 1,000. */
  readonly everyMs?: number;
}

/** Seals what its session records: at most once in `everyMs`, and only when there is something new. */
export interface Sealer {
  /** Seals what is recorded and not sealed yet. Never rejects: what could not be signed is covered by the next seal. */
  seal(): Promise<void>;
  dispose(): void;
}

/**
 * Signing happens in another process while the recorder goes on: a seal names how far it reaches, and what was
 * recorded meanwhile comes before it in the log and waits for the next one.
 */
export function createSealer(options: SealerOptions): Sealer {
  const { log, session, sign, append, schedule, everyMs = 1_000 } = options;
  let recorded = -1;
  let covered = -1;
  let signing: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let disposed = false;

  const signAll = async (): Promise<void> => {
    const upTo = log.length(session) - 1;
    const message = sealMessage(log, session, upTo);
    if (message === null) return;
    const signed = await sign('seal', message).catch(() => null);
    if (disposed || !signed?.ok) return;
    covered = upTo;
    append(encodeSeal({ upTo, signature: signed.value }));
  };
  const seal = async (): Promise<void> => {
    await signing;
    if (disposed || recorded <= covered) return;
    signing ??= signAll().finally(() => {
      signing = null;
    });
    return signing;
  };

  const stop = log.onRecords(({ envelopes }) => {
    const own = envelopes.filter((stored) => stored.session === session && stored.envelope.kind !== 'seal');
    recorded = own.at(-1)?.envelope.seq ?? recorded;
    if (own.length === 0) return;
    cancel ??=
      schedule?.(everyMs, () => {
        cancel = null;
        void seal();
      }) ?? null;
  });

  return {
    seal,
    dispose() {
      disposed = true;
      cancel?.();
      stop();
    },
  };
}
