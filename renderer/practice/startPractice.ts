/** Partners for a practice jam: they join over this machine's hub, and leave when the jam is left. */
import type { Shell } from '../../shared/ipc/shell.ts';
import { PARTNERS } from '../../shared/practice/partners.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { PracticeOrder } from './practiceWorker.ts';

const LEADER = 'practice-0';

/** Answers with why not, in a sentence, or null. */
export async function startPractice(session: JamSession, shell: Shell): Promise<string | null> {
  await session.room.invite();
  const [record, hub] = await Promise.all([shell.loadRoom(session.jam.id), shell.hub()]);
  if (!hub.ok) return hub.sentence;
  if (record === null) return session.room.store.getState().trouble ?? 'The room could not be opened.';
  const workers = PARTNERS.map((_, partner) => {
    const worker = new Worker(new URL('./practiceWorker.ts', import.meta.url), { type: 'module' });
    const order: PracticeOrder = { jam: session.jam.id, secret: record.secret, hub: hub.value, partner };
    worker.postMessage(order);
    return worker;
  });
  const stop = session.jam.subscribe((snapshot) => {
    if (!snapshot.members.has(LEADER)) return;
    stop();
    // Not within whoever brought the change.
    queueMicrotask(() => session.course.nameHost(LEADER, true));
  });
  session.onEnd(() => {
    stop();
    for (const worker of workers) worker.terminate();
  });
  return null;
}
