/** What hosts do with the course, and what everybody does: as bar, palette, menu and keys ask for it. */
import { isPlaying, openVote } from '../../shared/phases/course.ts';
import { type Result, refuse } from '../../shared/util/result.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { ActionHandler, ActionTable } from '../session/sessionActions.ts';

type Can = (session: JamSession) => boolean;

const isHost: Can = ({ course }) => course.isHost();
const isPlayed: Can = ({ course }) => isPlaying(course.course());
const leads: Can = (session) => isHost(session) && isPlayed(session);
const hasSetlist: Can = ({ course }) => course.course().phases.length > 0;
const votes: Can = ({ course }) => openVote(course.course()) !== null;

/** A host's hand; what it is refused is said. */
function lead(can: Can, hand: (session: JamSession) => Result<unknown>): ActionHandler {
  return {
    can,
    run(session) {
      const done = hand(session);
      if (!done.ok) session.notify(done.sentence, 'refusal');
    },
  };
}

export const COURSE_ACTIONS: ActionTable = {
  'course.begin': { run: (session) => session.set({ overlay: 'begin' }), can: isHost },
  'course.setlist': {
    run: (session) => session.set({ overlay: 'setlist' }),
    can: (session) => isHost(session) && hasSetlist(session),
  },
  'course.pause': lead(
    (session) => leads(session) && session.course.course().clock.state !== 'idle',
    ({ course }) => (course.course().clock.state === 'running' ? course.pause() : course.resume()),
  ),
  'course.addMinute': lead(leads, ({ course }) => course.addMinutes(1)),
  'course.goOn': lead(
    // At the end of the setlist, and after it was left, there is nothing more to go on to.
    (session) => isHost(session) && (isPlayed(session) || session.course.course().next !== null),
    (session) =>
      votes(session)
        ? refuse('vote-open', 'Close the vote first: dots count only when it is closed.')
        : session.course.goOn(),
  ),
  'course.goBack': lead(
    (session) => {
      const { runs, current } = session.course.course();
      return leads(session) && runs.some(({ phase }) => phase !== current?.phase);
    },
    ({ course }) => course.goBack(),
  ),
  'course.repeat': lead(leads, ({ course }) => course.start(course.course().current?.phase ?? '')),
  'course.closeVote': lead(
    (session) => isHost(session) && votes(session),
    ({ course }) => course.closeVote(),
  ),
  'course.leave': lead(leads, ({ course }) => course.leaveSetlist()),
  'course.card': {
    run: (session) => session.set({ hostCard: !session.ui.getState().hostCard }),
    can: leads,
  },
  'course.lookUp': {
    run: ({ course }) => course.askToLookUp(!course.store.getState().asksToLookUp),
    can: leads,
  },
  'course.take': {
    // Through the session: as any first act does, it brings one's name along.
    run: (session) => void session.run('host.take', {}),
    can: ({ course }) => !course.isLeader() && course.mayTake(),
  },
  'course.done': {
    run: ({ course }) => course.sayReady(!course.store.getState().ready),
    can: isPlayed,
  },
};
