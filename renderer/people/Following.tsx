/** While the board follows somebody's eye: an ink frame around it, and how to let go. */
import { useEffect } from 'react';
import { Button } from '../ui/Button.tsx';
import { isTypingIn } from '../ui/isTypingIn.ts';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { useRoom, useSession, useView } from '../ui/session.tsx';
import './Following.css';

export function Following() {
  const { room } = useSession();
  const unsigned = useView(({ signing }) => signing.unsigned);
  const followed = useRoom(({ following, people }) => people.find(({ member }) => member === following));
  const person = unsigned ? undefined : followed;
  const isFollowing = person !== undefined;
  useEffect(() => {
    if (!isFollowing) return;
    // The board hears Esc while it has the focus; here it counts wherever that is, but in an open sheet or dialog.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTypingIn(event.target)) return;
      if (document.querySelector('[role="dialog"]') === null) room.follow(null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isFollowing, room]);
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
