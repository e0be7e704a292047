/** A board with nothing on it: the real thing, unprinted. The challenge stands where the ideas will. */
import { useMemo } from 'react';
import { useWaiting } from '../people/useWaiting.ts';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { useAllows, useRoom, useSnapshot, useUi } from '../ui/session.tsx';
import './EmptyBoard.css';

export function EmptyBoard() {
  const ideas = useSnapshot((snapshot) => snapshot.ideas);
  const challenge = useSnapshot((snapshot) => snapshot.brief.challenge);
  const editing = useUi((state) => state.editing);
  const board = useUi((state) => state.board);
  const empty = useMemo(() => {
    for (const { bin, place } of ideas.values()) if (!bin && place.board === board) return false;
    return true;
  }, [ideas, board]);
  const open = useAllows()('add');
  const waiting = useWaiting();
  const trouble = useRoom((state) => state.trouble);
  if (!empty || editing !== null) return null;
  if (waiting) {
    return (
      <div className="empty-board">
        <p className="empty-challenge">Coming in …</p>
        <p className="empty-words" role="status">
          {trouble ?? 'Looking for the others. The jam comes as soon as one of them answers.'}
        </p>
      </div>
    );
  }
  return (
    <div className="empty-board">
      <p
        className="empty-challenge"
        data-long={challenge.length > 140 ? 2 : challenge.length > 70 ? 1 : undefined}
      >
        {challenge}
      </p>
      {open ? (
        <>
          <div className="empty-sheet" aria-hidden="true">
            <span />
          </div>
          <p className="empty-words">
            <KeyCaps keys="N" /> writes the first idea, or double-click anywhere. Paste a list, and each line
            becomes a sheet.
          </p>
        </>
      ) : (
        <p className="empty-words">The ideas will lie here.</p>
      )}
    </div>
  );
}
