/** All jams on this laptop, as a wall of posters; and the line that starts a new one. */
import { WifiOff } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { ListedJam } from '../../shared/ipc/shell.ts';
import { Disc } from '../people/Disc.tsx';
import { Button } from '../ui/Button.tsx';
import { sayDay } from '../ui/dates.ts';
import type { KeptPlace } from '../ui/keptPlace.ts';
import { Mark } from '../ui/Mark.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Section } from '../ui/Section.tsx';
import { useClock } from '../ui/useClock.ts';
import { useSize } from '../ui/useSize.ts';
import { FirstRun } from './FirstRun.tsx';
import { filterCards } from './filterCards.ts';
import { JoinJam } from './JoinJam.tsx';
import { NewJam } from './NewJam.tsx';
import { type JamActs, Poster } from './Poster.tsx';
import { SamplePoster } from './SamplePoster.tsx';
import './Library.css';

interface LibraryProps extends JamActs {
  /** Newest change first, without those in the bin. null: still being read. */
  readonly cards: readonly ListedJam[] | null;
  readonly memberName: string;
  readonly place: KeptPlace;
  readonly busy: boolean;
  readonly onStart: (challenge: string) => void;
  readonly onSample: () => void;
  readonly onPractise: () => void;
  readonly onOpenFile: () => void;
  readonly onJoin: (link: string) => void;
  readonly onSettings: () => void;
}

const POSTER_WIDTH = 224;
const POSTER_GAP = 20;

export function Library(props: LibraryProps) {
  const {
    cards,
    memberName,
    place,
    busy,
    onStart,
    onSample,
    onPractise,
    onOpenFile,
    onJoin,
    onSettings,
    ...acts
  } = props;
  const [query, setQuery] = useState('');
  const [showAll, setShowAll] = useState(false);
  const now = useClock();
  const [wall, setWall] = useState<HTMLElement | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const question = useRef<HTMLInputElement>(null);
  const { w } = useSize(wall);
  const columns = Math.max(2, Math.floor((w + POSTER_GAP) / (POSTER_WIDTH + POSTER_GAP)));

  const all = cards ?? [];
  const found = filterCards(all, query);
  const open = showAll || query.trim() !== '';
  const sample = all.find((card) => card.sample);
  const own = all.filter((card) => !card.sample);
  const recent = own.slice(0, columns - 1);
  const older = own.slice(columns - 1);

  const samplePoster =
    sample === undefined ? <SamplePoster onOpen={onSample} /> : <Poster card={sample} now={now} {...acts} />;

  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const find = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (find || (event.key === '/' && !typing)) {
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole page; each thing in it is a control
    <div className="library" onKeyDown={onKeyDown}>
      <header className="library-mast">
        <Mark size={44} />
        <h1>Riffroom</h1>
        <Button
          look="bare"
          className="library-me"
          onPress={onSettings}
          aria-label={`Settings, ${memberName || 'no name yet'}`}
        >
          {memberName === '' ? (
            'Settings'
          ) : (
            <>
              <Disc name={memberName} me />
              <b>{memberName}</b>
            </>
          )}
        </Button>
      </header>

      <main className="library-main">
        <NewJam onStart={onStart} busy={busy} field={question} />
        {cards === null ? null : own.length === 0 ? (
          <FirstRun sample={samplePoster} />
        ) : (
          <Section
            className="library-recent"
            size="large"
            title={query.trim() !== '' ? 'Found' : open ? 'All jams' : 'Recent jams'}
            aside={open ? found.length : all.length}
          >
            <div
              ref={setWall}
              className={open ? 'poster-wall poster-wall-all scroll' : 'poster-wall'}
              style={{ '--columns': columns } as CSSProperties}
            >
              {(open ? found : recent).map((card) => (
                <Poster key={card.jam} card={card} now={now} {...acts} />
              ))}
              {open ? null : samplePoster}
              {open && found.length === 0 ? (
                <p className="library-none">No jam here speaks of “{query.trim()}”.</p>
              ) : null}
            </div>
          </Section>
        )}
      </main>

      <aside className="library-side">
        {own.length > 0 ? (
          <Section title="Find">
            <SearchField
              label="Find a jam"
              placeholder="Title or challenge"
              value={query}
              onChange={setQuery}
              field={search}
            />
          </Section>
        ) : null}
        <JoinJam onJoin={onJoin} busy={busy} />
        <Section title="Practise">
          <p className="library-words">
            <Button look="word" onPress={onPractise} isDisabled={busy}>
              Play a jam through
            </Button>{' '}
            in ten minutes, with three practice partners who write, riff and vote with you.
          </p>
        </Section>
        <Section title="From a file">
          <p className="library-words">
            <Button look="word" onPress={onOpenFile}>
              Open a jam file
            </Button>
            , or drop one anywhere on this window. A copy of a jam that is already here is merged into it.
          </p>
        </Section>
        {older.length > 0 ? (
          <Section
            title={place === 'in this browser' ? 'In this browser' : 'On this laptop'}
            className="library-older"
          >
            <ul className="older">
              {older.slice(0, 8).map((card) => (
                <li key={card.jam}>
                  <button
                    type="button"
                    aria-label={`Open ${card.title}, ${sayDay(card.changed, now)}`}
                    onClick={() => acts.open(card)}
                  >
                    <b>{card.title}</b>
                    <span>{sayDay(card.changed, now)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <Button look="word" size="small" onPress={() => setShowAll((shown) => !shown)}>
              {showAll ? 'Only the recent ones' : `All ${all.length}`}
            </Button>
          </Section>
        ) : null}
        <p className="library-note">
          <WifiOff size={17} strokeWidth={1.8} aria-hidden="true" />
          <span>
            <b>No internet, no matter.</b> What you write stays {place}, and in the files you hand on.
          </span>
        </p>
      </aside>
    </div>
  );
}
