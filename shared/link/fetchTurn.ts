import type { Schedule } from '../log/recorder.ts';
import type { Exchange } from './exchange.ts';
import { stallMs } from './limits.ts';

/** Whose turn it is to send what this side lacks: one peer's at a time, or thirty would send the same. */
export interface FetchTurn {
  /** They have told what they hold. Asks them now, or when it is their turn. */
  consider(exchange: Exchange): void;
  /** They have sent all that they have. */
  done(exchange: Exchange): void;
  /** They are gone. */
  leave(exchange: Exchange): void;
  dispose(): void;
}

export function createFetchTurn(schedule: Schedule): FetchTurn {
  const waiting = new Set<Exchange>();
  const asked = new WeakSet<Exchange>();
  let current: Exchange | null = null;
  let cancelStall = (): void => {};

  const ask = (exchange: Exchange): void => {
    asked.add(exchange);
    exchange.ask();
  };
  const watch = (exchange: Exchange, received: number): void => {
    cancelStall = schedule(stallMs, () => {
      if (exchange.received === received) done(exchange);
      else watch(exchange, exchange.received);
    });
  };
  const consider = (exchange: Exchange): void => {
    if (!exchange.lacks()) {
      if (!asked.has(exchange)) ask(exchange);
    } else if (current === null) {
      current = exchange;
      watch(exchange, exchange.received);
      ask(exchange);
    } else waiting.add(exchange);
  };
  const done = (exchange: Exchange): void => {
    if (current !== exchange) return;
    cancelStall();
    current = null;
    const next = [...waiting];
    waiting.clear();
    next.forEach(consider);
  };

  return {
    consider,
    done,
    leave(exchange) {
      waiting.delete(exchange);
      done(exchange);
    },
    dispose() {
      cancelStall();
      waiting.clear();
    },
  };
}
