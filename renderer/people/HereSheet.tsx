/** Who is here, what each of them has, by which way, and what a link has carried. One may look where they look. */

import type { PersonHere } from '../stores/roomStore.ts';
import { Button } from '../ui/Button.tsx';
import { keptPlace } from '../ui/keptPlace.ts';
import { Overlay } from '../ui/Overlay.tsx';
import { useRoom, useSession, useView } from '../ui/session.tsx';
import { Disc } from './Disc.tsx';
import { goToPerson, seesBoard } from './goToPerson.ts';
import { sayDoing, sayFigures, sayHolds, sayLaptops, sayRefused, sayRoom } from './roomWords.ts';
import './HereSheet.css';

export function HereSheet({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const room = useRoom((state) => state);
  const place = keptPlace(session.shell);
  const unsigned = useView(({ signing }) => signing.unsigned);
  return (
    <Overlay title="Who is here" onClose={onClose}>
      <div className="overlay-body here scroll">
        {room.phase === 'closed' ? (
          <p className="here-words">Nobody but you: the door is closed, and all of it is kept {place}.</p>
        ) : (
          <p className="here-words">
            <b>{sayRoom(room, place)}</b> {sayLaptops(room)}
            {room.trouble === null ? null : <span>{room.trouble}</span>}
            {room.refused === 0 ? null : <span>{sayRefused(room)} on the way in.</span>}
          </p>
        )}
        <ul>
          {room.people.map((person) => (
            <Row
              key={person.member}
              person={person}
              following={room.following === person.member}
              unsigned={unsigned}
              onClose={onClose}
            />
          ))}
        </ul>
        <Button
          onPress={() => {
            onClose();
            session.act('room.invite');
          }}
        >
          Invite people
        </Button>
      </div>
    </Overlay>
  );
}

interface RowProps {
  readonly person: PersonHere;
  readonly following: boolean;
  /** Who is here is said, what they do is not. */
  readonly unsigned: boolean;
  readonly onClose: () => void;
}

function Row({ person, following, unsigned, onClose }: RowProps) {
  const session = useSession();
  const name = person.name || 'Without a name';
  return (
    <li>
      <Disc name={person.name} me={person.me} />
      <div>
        <p>
          <b>{name}</b> {unsigned ? null : <span>{sayDoing(person)}</span>}
        </p>
        <p className="here-state">{sayHolds(person)}</p>
        {unsigned
          ? null
          : person.peers.map((peer) => (
              <p key={peer.peer} className="here-figures">
                {sayFigures(peer)}
              </p>
            ))}
      </div>
      {person.me || unsigned ? null : (
        <div className="here-acts">
          <Button
            look="word"
            isDisabled={!seesBoard(person)}
            aria-label={`Look where ${name} looks`}
            onPress={() => {
              onClose();
              goToPerson(session, person);
            }}
          >
            Go there
          </Button>
          <Button
            look="word"
            aria-label={following ? `Stop following ${name}` : `Follow ${name}`}
            onPress={() => {
              session.room.follow(following ? null : person.member);
              if (!following) session.set({ view: 'board', overlay: null });
            }}
          >
            {following ? 'Stop following' : 'Follow'}
          </Button>
        </div>
      )}
    </li>
  );
}
