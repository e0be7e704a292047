/** Partners for a practice jam: they join over this machine's hub, and leave when the session is over or the jam is left. */
import type { Shell } from '../../shared/ipc/shell.ts';
import { isPlaying } from '../../shared/phases/course.ts';
import { isPartner, PARTNERS, partnerMember } from '../../shared/practice/partners.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { PracticeOrder } from './practiceWorker.ts';

const LEADER = partnerMember(0);

/** Answers with why not, in a sentence, or null. */
export async function startPractice(session: JamSession, shell: Shell): Promise<string | null> {
  session.notify('Three practice partners are on their way: it begins by itself.');
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
  seePracticeThrough(session, () => {
    for (const worker of workers) worker.terminate();
  });
  return null;
}

/** Lets the first partner lead while the session is played, and hands all of it to the person afterwards. */
export function seePracticeThrough(session: JamSession, sendAway: () => void): void {
  const { jam, course, room } = session;
  let named = false;
  let played = false;
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    stop();
    sendAway();
    // A jam that nobody else is in has no use for an open door.
    const { people } = room.store.getState();
    if (people.every(({ me, member }) => me || isPartner(member))) void room.leave();
  };
  const follow = (): void => {
    if (over) return;
    if (!named && jam.snapshot().members.has(LEADER)) {
      named = true;
      course.nameHost(LEADER, true);
    }
    if (isPlaying(course.course())) played = true;
    else if (played) {
      end();
      session.run('host.take', {});
      session.notify('That was the practice. Your partners are gone, and all of it is kept here.');
    }
  };
  // Not within whoever brought the change.
  const stop = jam.subscribe(() => queueMicrotask(follow));
  session.onEnd(end);
}
