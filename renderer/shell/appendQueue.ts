/**
 * Appends of one jam, in the order asked, one call at a time: two calls at once might overtake each other on their way.
 * What comes while one is under way goes together in the next.
 */
import type { Answer } from '../../shared/ipc/shell.ts';
import { concatBytes } from '../../shared/util/bytes.ts';

export interface AppendQueue {
  append(records: Uint8Array): Promise<Answer<null>>;
  /** Whether something that was asked is not kept: under way, or refused last. */
  isWaiting(): boolean;
  /** When all that was asked is answered. */
  settled(): Promise<void>;
}

const maxTogether = 32 * 1024 * 1024;
type Waiting = { readonly records: Uint8Array; readonly answer: (answer: Answer<null>) => void };

export function createAppendQueue(send: (records: Uint8Array) => Promise<Answer<null>>): AppendQueue {
  let waiting: Waiting[] = [];
  let sending: Promise<void> | null = null;
  let refused = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch();
      const answer = await send(concatBytes(...batch.map(({ records }) => records)));
      refused = !answer.ok;
      for (const one of batch) one.answer(answer);
    }
    sending = null;
  }

  function takeBatch(): Waiting[] {
    let bytes = 0;
    const end = waiting.findIndex(({ records }, n) => {
      bytes += records.length;
      return n > 0 && bytes > maxTogether;
    });
    const batch = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return batch;
  }

  return {
    append: (records) =>
      new Promise((answer) => {
        waiting.push({ records, answer });
        sending ??= drain();
      }),
    isWaiting: () => sending !== null || refused,
    settled: () => sending ?? Promise.resolve(),
  };
}
