import { playSample } from '../../shared/sample/playSample.ts';
import { SAMPLE } from '../../shared/sample/sample.ts';
import type { Result } from '../../shared/util/result.ts';
import { createBrowserContext } from './browserContext.ts';
import type { JamSession } from './jamSession.ts';
import { type OpenOptions, openJam } from './openJam.ts';

const DAY = 86_400_000;

/** The sample as a jam of one's own, under a new id; it was played three days ago, at nine in the morning. */
export function openSample(
  base: Pick<OpenOptions, 'shell' | 'info' | 'actions'>,
): Promise<Result<JamSession>> {
  const context = createBrowserContext();
  const day = new Date(context.now() - 3 * DAY);
  const startedAt = new Date(day.getFullYear(), day.getMonth(), day.getDate(), 9).getTime();
  return openJam({ ...base, jam: context.newId(), sample: true, records: playSample(SAMPLE, startedAt) });
}
