/** While a file is held over the window: what letting go will do, in words. */
import { useAppState } from './appContext.ts';
import './DropState.css';

export function DropState() {
  const over = useAppState((state) => state.dropping);
  const inJam = useAppState((state) => state.session !== null);
  if (!over) return null;
  return (
    <div className="drop-state" role="status">
      <p>Let go to open it</p>
      <ul>
        <li>
          <b>A jam file</b>
          {inJam
            ? 'A copy of this jam is merged in; another jam opens.'
            : 'It opens here; a copy of one you have is merged into it.'}
        </li>
        <li>
          <b>An outline, a table, a canvas</b>
          {inJam
            ? 'Its ideas are laid beside what is there. Undo takes them back.'
            : 'It becomes a jam of its own.'}
        </li>
      </ul>
    </div>
  );
}
