/** Inviting: one link in three forms, who is here and what they hold, and how to close the door again. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Disc } from '../people/Disc.tsx';
import { sayPerson, sayRoom } from '../people/roomWords.ts';
import type { RoomState } from '../stores/roomStore.ts';
import { Button } from '../ui/Button.tsx';
import type { KeptPlace } from '../ui/keptPlace.ts';
import { Overlay } from '../ui/Overlay.tsx';
import { Section } from '../ui/Section.tsx';
import { QrCode } from './QrCode.tsx';
import './ShareSheet.css';

interface ShareSheetProps {
  readonly room: RoomState;
  readonly place: KeptPlace;
  readonly onOpen: () => Promise<void>;
  /** Whether it is in the clipboard now. */
  readonly onCopy: (link: string) => Promise<boolean>;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** How long "Copied" stands, ms. */
const SAID_FOR = 2_000;

export function ShareSheet({ room, place, onOpen, onCopy, onLeave, onClose }: ShareSheetProps) {
  const { invite, moved, trouble, peers } = room;
  useEffect(() => {
    // Once: whoever closes the door from here has meant it.
    void onOpen();
  }, [onOpen]);
  return (
    <Overlay title="Invite" shape="page" onClose={onClose}>
      <div className="overlay-body share scroll">
        {invite === null ? (
          <p className="share-words" role="status">
            {trouble ?? 'Opening the door …'}
          </p>
        ) : (
          <Ways invite={invite} onCopy={onCopy} />
        )}
        {invite !== null && moved ? (
          <p className="share-moved" role="status">
            Another program on this laptop has the port that your earlier links name, so those lead nowhere:
            hand out these.
          </p>
        ) : null}
        <Here room={room} place={place} />
        {invite === null ? null : (
          <footer className="share-foot">
            <p>
              <b>Not yet protected.</b> Whoever holds this link can come in and write while the door is open.
              Hand it only to people you want here.
            </p>
            <div>
              <p>{peers.length === 0 ? closing : leaving}</p>
              <Button look="word" onPress={onLeave}>
                {peers.length === 0 ? 'Close the door' : 'Leave the room'}
              </Button>
            </div>
          </footer>
        )}
      </div>
    </Overlay>
  );
}

/** Of a room without a server: who goes takes nothing from the others, and shuts no door but their own. */
const closing = 'Closed, nobody comes in by this laptop any more. Inviting opens it again.';
const leaving = 'The others stay together and may let more people in. You go on alone with all that is here.';

function Ways({
  invite,
  onCopy,
}: {
  readonly invite: NonNullable<RoomState['invite']>;
  readonly onCopy: (link: string) => Promise<boolean>;
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
  readonly onCopy: (link: string) => Promise<boolean>;
}

function LinkRow({ title, note, link, onCopy }: LinkRowProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    const done = await onCopy(link);
    if (!done) field.current?.focus();
    setCopied(done);
  };
  return (
    <section className="share-link">
      <h3>{title}</h3>
      <p>{note}</p>
      <div>
        <input
          ref={field}
          className="share-address"
          aria-label={`Link: ${title}`}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button aria-label={`Copy the link: ${title}`} onPress={() => void copy()}>
          {copied === true ? (
            <Check size={18} strokeWidth={2.2} aria-hidden="true" />
          ) : (
            <Copy size={18} strokeWidth={2} aria-hidden="true" />
          )}
          {copied === true ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className={copied === false ? undefined : 'said'} role="status">
        {copied === null ? '' : copied ? 'Copied' : 'It is selected: copy it by hand.'}
      </p>
    </section>
  );
}

function Here({ room, place }: { readonly room: RoomState; readonly place: KeptPlace }) {
  if (room.phase !== 'open') return null;
  return (
    <Section title="Here now" aside={sayRoom(room, place)} className="share-here">
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
