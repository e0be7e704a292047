/** Deciding together is over: a host is told what was left undecided, everybody what they had begun to write. */
import { useEffect, useRef } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { latestClose } from '../../shared/phases/course.ts';
import type { JamSession } from '../session/jamSession.ts';
import { decisionsOf } from '../ui/records.ts';
import { useCourse, useSession } from '../ui/session.tsx';
import { sayLeftOpen } from './decideWords.ts';

export function useLeftOpen(): void {
  const session = useSession();
  const deciding = useCourse(({ course }) => course.kind.screen === 'decide');
  const before = useRef(deciding);
  useEffect(() => {
    const left = before.current && !deciding;
    before.current = deciding;
    if (left) tellLeftOpen(session);
  }, [session, deciding]);
}

export function tellLeftOpen(session: JamSession): void {
  const { snapshot, labels } = session.view();
  const course = session.course.course();
  const decisions = decisionsOf(snapshot);
  const isOpen = (idea: IdeaId): boolean => snapshot.ideas.get(idea)?.bin === false && !decisions.has(idea);
  const close = latestClose(course);
  const open = close === null ? [] : [...close.totals.keys()].filter(isOpen);
  const begun = [...session.ui.getState().decisionDrafts]
    .filter(([idea, { reason }]) => isOpen(idea) && reason.trim() !== '')
    .map(([idea]) => labels.get(idea) ?? '');
  const hosting = course.hosts.has(session.jam.me);
  const sentence = sayLeftOpen(open.length, begun, hosting);
  if (sentence === null) return;
  const run = course.current?.id;
  const goBack = { title: 'Go back a phase', run: () => session.act('course.goBack') };
  session.notify(sentence, 'info', hosting ? goBack : null);
  // One phase later it would lead elsewhere.
  const stop = session.course.subscribe(() => {
    if (session.course.course().current?.id === run) return;
    stop();
    const { notices } = session.ui.getState();
    session.set({ notices: notices.filter(({ action }) => action !== goBack) });
  });
}
