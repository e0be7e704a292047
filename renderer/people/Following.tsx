/** While the board follows somebody's eye: an ink frame around it, and how to let go. */
import { Button } from '../ui/Button.tsx';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { useRoom, useSession } from '../ui/session.tsx';
import './Following.css';

export function Following() {
  const { room } = useSession();
  const person = useRoom(({ following, people }) => people.find(({ member }) => member === following));
  if (person === undefined) return null;
  return (
    <div className="following">
      <p>
        <span role="status">
          Following <b>{person.name || 'somebody without a name'}</b>
          {person.doing?.sees === null ? ', who is not on the board' : ''}
        </span>
        <Button look="word" aria-keyshortcuts="Escape" onPress={() => room.follow(null)}>
          Let go
        </Button>
        <KeyCaps keys="Escape" />
      </p>
    </div>
  );
}
