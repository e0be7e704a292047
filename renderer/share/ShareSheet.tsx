/** Inviting: one link in three forms, who is here and what they hold, and how to close the door again. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Disc } from '../people/Disc.tsx';
import { sayPerson, sayRoom } from '../people/roomWords.ts';
import type { RoomState } from '../stores/roomStore.ts';
import { Button } from '../ui/Button.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { Section } from '../ui/Section.tsx';
import { QrCode } from './QrCode.tsx';
import './ShareSheet.css';

interface ShareSheetProps {
  readonly room: RoomState;
  readonly onOpen: () => Promise<void>;
  readonly onCopy: (link: string) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** How long "Copied" stands, ms. */
const SAID_FOR = 2_000;

export function ShareSheet({ room, onOpen, onCopy, onStop, onClose }: ShareSheetProps) {
  const { phase, invite, trouble } = room;
  useEffect(() => {
    // Once: whoever closes the door from here has meant it.
    void onOpen();
  }, [onOpen]);
  return (
    <Overlay title="Invite" shape="page" onClose={onClose}>
      <div className="overlay-body share scroll">
        {invite === null ? (
          <p className="share-words" role="status">
            {trouble ?? (phase === 'open' ? guestWords : 'Opening the door …')}
          </p>
        ) : (
          <Ways invite={invite} onCopy={onCopy} />
        )}
        <Here room={room} />
        {invite === null ? null : (
          <footer className="share-foot">
            <p>
              <b>Not yet protected.</b> Whoever holds this link can come in and write while the door is open.
              Hand it only to people you want here.
            </p>
            <Button look="word" onPress={onStop}>
              Close the door
            </Button>
          </footer>
        )}
      </div>
    </Overlay>
  );
}

const guestWords = 'You came in by a link. Ask whoever sent it to invite more people.';

function Ways({
  invite,
  onCopy,
}: {
  readonly invite: NonNullable<RoomState['invite']>;
  readonly onCopy: (link: string) => void;
}) {
  const [web] = invite.web;
  return (
    <div className="share-ways">
      {web === undefined ? null : (
        <div className="share-code">
          <QrCode text={web} label="The link as a QR code" />
        </div>
      )}
      <div className="share-links">
        {web === undefined ? null : (
          <LinkRow
            title="In this network, with any browser"
            note="A phone or laptop without Riffroom: scan the code or open this."
            link={web}
            onCopy={onCopy}
          />
        )}
        <LinkRow
          title="With Riffroom"
          note="Opens the app, or paste it there under Join."
          link={invite.app}
          onCopy={onCopy}
        />
      </div>
    </div>
  );
}

interface LinkRowProps {
  readonly title: string;
  readonly note: string;
  readonly link: string;
  readonly onCopy: (link: string) => void;
}

function LinkRow({ title, note, link, onCopy }: LinkRowProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <section className="share-link">
      <h3>{title}</h3>
      <p>{note}</p>
      <div>
        <input
          className="share-address"
          aria-label={`Link: ${title}`}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onPress={() => {
            onCopy(link);
            setCopied(true);
          }}
        >
          {copied ? (
            <Check size={18} strokeWidth={2.2} aria-hidden="true" />
          ) : (
            <Copy size={18} strokeWidth={2} aria-hidden="true" />
          )}
          <span role="status">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
      </div>
    </section>
  );
}

function Here({ room }: { readonly room: RoomState }) {
  if (room.phase !== 'open') return null;
  return (
    <Section title="Here now" aside={sayRoom(room)} className="share-here">
      <ul>
        {room.people.map((person) => (
          <li key={person.member}>
            <Disc name={person.name} me={person.me} />
            <b>{person.name || 'Without a name'}</b>
            <span>{sayPerson(person)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
