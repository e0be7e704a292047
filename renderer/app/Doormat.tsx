/** What lies before the door of a jam that somebody was invited to: whose programme it is, and nothing to choose. */
import { Mark } from '../ui/Mark.tsx';
import './Doormat.css';

export function Doormat() {
  return (
    <main className="doormat">
      <h1>
        <Mark size={44} />
        Riffroom
      </h1>
    </main>
  );
}
