/** The decide view while there is nothing to decide about: how something comes to be decided. */
import { KeyCaps } from '../ui/KeyCaps.tsx';
import './Decide.css';

export function NothingToDecide() {
  return (
    <>
      <main className="stage decide">
        <div className="decide-nothing">
          <h2>Nothing to decide yet</h2>
          <p>
            Proposals come here by themselves: cut a sheet as a proposal in the panel. Or select any idea on
            the board and press <KeyCaps keys="Mod+Shift+D" />.
          </p>
        </div>
      </main>
      <aside className="panel" aria-label="To decide" />
    </>
  );
}
