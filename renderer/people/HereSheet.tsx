/** Who is here, what each of them has, by which way, and what a link has carried. One may look where they look. */

import type { PeerHere, PersonHere } from '../stores/roomStore.ts';
import { Button } from '../ui/Button.tsx';
import { sayBytes, sayCount } from '../ui/counts.ts';
import { Overlay } from '../ui/Overlay.tsx';
import { useRoom, useSession } from '../ui/session.tsx';
import { Disc } from './Disc.tsx';
import { sayDoing, sayLaptops, sayPerson, sayRoom, sayWay } from './roomWords.ts';
import './HereSheet.css';

export function HereSheet({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const room = useRoom((state) => state);
  return (
    <Overlay title="Who is here" onClose={onClose}>
      <div className="overlay-body here scroll">
        {room.phase === 'closed' ? (
          <p className="here-words">
            Nobody but you: the door is closed, and all of it is kept on this laptop.
          </p>
        ) : (
          <p className="here-words" role="status">
            <b>{sayRoom(room)}</b> {sayLaptops(room)}
            {room.trouble === null ? null : <span>{room.trouble}</span>}
          </p>
        )}
        <ul>
          {room.people.map((person) => (
            <Row key={person.member} person={person} following={room.following === person.member} />
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

function Row({ person, following }: { readonly person: PersonHere; readonly following: boolean }) {
  const { room } = useSession();
  const name = person.name || 'Without a name';
  return (
    <li>
      <Disc name={person.name} me={person.me} />
      <div>
        <p>
          <b>{name}</b> <span>{sayDoing(person)}</span>
        </p>
        <p className="here-state">{sayPerson(person)}</p>
        {person.peers.map((peer) => (
          <Figures key={peer.peer} peer={peer} />
        ))}
      </div>
      {person.me || person.doing === null ? null : (
        <Button
          look="word"
          aria-pressed={following}
          aria-label={following ? `Stop following ${name}` : `Follow ${name}`}
          onPress={() => room.follow(following ? null : person.member)}
        >
          {following ? 'Stop following' : 'Follow'}
        </Button>
      )}
    </li>
  );
}

/** "direct, 4 ms, 12 kB in, 3 kB out, 2 refused" */
function Figures({ peer }: { readonly peer: PeerHere }) {
  const parts = [
    sayWay([peer]),
    peer.roundTrip === null ? null : `${Math.max(1, Math.round(peer.roundTrip))} ms`,
    `${sayBytes(peer.bytesIn)} in`,
    `${sayBytes(peer.bytesOut)} out`,
    peer.refused === 0 ? null : `${sayCount(peer.refused, 'thing', 'things')} refused`,
  ];
  return <p className="here-figures">{parts.filter((part) => part !== null).join(', ')}</p>;
}
