/** Writing alone: one sheet, two trays, a cover. Nothing here leaves the laptop before the reveal. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Draft, Tray } from '../../shared/conduct/privatePart.ts';
import { useCourse, useRoom, useSession } from '../ui/session.tsx';
import { SoloDesk } from './SoloDesk.tsx';
import { SoloSum } from './SoloSum.tsx';
import { focusSheet, SoloTray } from './SoloTray.tsx';
import { sortSheets, sumSheets } from './soloSheets.ts';
import { useAutoCover } from './useAutoCover.ts';
import { useTypesInto } from './useTypesInto.ts';
import './phase.css';
import './SoloScreen.css';

export function SoloScreen() {
  const session = useSession();
  const { course } = session;
  const run = useCourse((state) => state.course.current?.id ?? '');
  const prompt = useCourse((state) => state.course.phase?.prompt ?? '');
  const drafts = useCourse((state) => state.privatePart.drafts);
  const covered = useCourse((state) => state.covered);
  const others = useCourse((state) => state.othersDrafts);
  const here = useRoom(({ people }) => Math.max(1, people.length));
  const page = useRef<HTMLDivElement>(null);
  /** The tray that the sheet under the pen was taken out of. */
  const [from, setFrom] = useState<{ readonly id: string; readonly tray: Tray } | null>(null);
  /** Kept by key or button in this sitting, the last one last. */
  const kept = useRef<string[]>([]);
  const sheets = sortSheets(drafts, run);
  const { desk } = sheets;
  useAutoCover();
  useTypesInto(page);
  useFocusUnderCover(page, covered);

  const write = (text: string): void => {
    if (desk !== null && text === '') course.drop(desk.id);
    else if (desk !== null) course.rewrite(desk.id, { text });
    else if (text !== '') course.write(text, 'desk');
  };
  const settle = (tray: Tray): void => {
    if (desk === null) return;
    if (desk.text.trim() === '') course.drop(desk.id);
    else course.rewrite(desk.id, { tray });
    setFrom(null);
  };
  const keep = (tray: Tray): void => {
    if (desk !== null && desk.text.trim() !== '') kept.current.push(desk.id);
    settle(tray);
    focusPen(page);
  };
  const putDown = (): void => {
    if (desk === null || from?.id !== desk.id) return;
    settle(from.tray);
    focusSheet(desk.id);
  };
  const takeOut = (draft: Draft): void => {
    // What was begun anew goes nowhere by itself.
    if (desk !== null) settle(from?.id === desk.id ? from.tray : 'mine');
    course.rewrite(draft.id, { tray: 'desk' });
    setFrom({ id: draft.id, tray: draft.tray });
    focusPen(page);
  };
  /** The sheet that was kept last comes back under the pen. */
  const takeBack = (): boolean => {
    for (let id = kept.current.pop(); id !== undefined; id = kept.current.pop()) {
      const draft = [...sheets.in, ...sheets.mine].find((one) => one.id === id);
      if (draft === undefined) continue;
      takeOut(draft);
      return true;
    }
    return false;
  };
  const drop = (draft: Draft): void => {
    course.drop(draft.id);
    session.notify('The sheet is gone.', 'info', {
      title: 'Bring it back',
      run: () => course.bringBack(draft),
    });
    focusPen(page);
  };
  const onMove = ({ id }: Pick<Draft, 'id'>, tray: Tray): void => course.rewrite(id, { tray });
  const hands = { covered, onWrite: takeOut, onMove, onDrop: drop };

  return (
    <div ref={page} className="phase solo">
      <div className="solo-page">
        {prompt === '' ? null : (
          <h2 className="solo-question" dir="auto">
            {prompt}
          </h2>
        )}
        <SoloDesk
          desk={desk}
          covered={covered}
          onWrite={write}
          onKeep={keep}
          onLeave={putDown}
          onTakeBack={takeBack}
        />
        <div className="solo-trays">
          <SoloTray tray="in" sheets={sheets.in} {...hands} />
          <SoloTray tray="mine" sheets={sheets.mine} {...hands} />
        </div>
      </div>
      <SoloSum mine={sheets.in.length} sum={sumSheets(sheets.in.length, others, here)} />
    </div>
  );
}

/** At the end of what stands there; under the cover what lifts it. */
function focusPen(page: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    const pen = page.current?.querySelector<HTMLElement>('textarea, [data-uncovers]');
    pen?.focus();
    if (pen instanceof HTMLTextAreaElement) pen.setSelectionRange(pen.value.length, pen.value.length);
  });
}

/** The hand rests on what lifts the cover; with the cover off the pen is in it again. */
function useFocusUnderCover(page: RefObject<HTMLElement | null>, covered: boolean): void {
  const was = useRef(covered);
  useEffect(() => {
    if (was.current !== covered) focusPen(page);
    was.current = covered;
  }, [page, covered]);
}
