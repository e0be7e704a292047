/** A board with nothing on it: the real thing, unprinted. The challenge stands where the ideas will. */
import { useMemo } from 'react';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { useSnapshot, useUi } from '../ui/session.tsx';
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
  if (!empty || editing !== null) return null;
  return (
    <div className="empty-board">
      <p
        className="empty-challenge"
        data-long={challenge.length > 140 ? 2 : challenge.length > 70 ? 1 : undefined}
      >
        {challenge}
      </p>
      <div className="empty-sheet" aria-hidden="true">
        <span />
      </div>
      <p className="empty-words">
        <KeyCaps keys="N" /> writes the first idea, or double-click anywhere. Paste a list, and each line
        becomes a sheet.
      </p>
    </div>
  );
}
