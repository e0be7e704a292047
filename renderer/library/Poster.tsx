/** One jam in the library: its title as a poster, its trees, its signature. */
import { DoorOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ListedJam } from '../../shared/ipc/shell.ts';
import { sayRecent } from '../ui/dates.ts';
import { PopMenu } from '../ui/PopMenu.tsx';
import { returnFocus } from '../ui/returnFocus.ts';
import { cardPrint, isAwaited } from './cardPrint.ts';
import { posterInk } from './posterInk.ts';
import { posterTitleStep } from './posterTitle.ts';
import { Signature } from './Signature.tsx';
import { TreesDrawing } from './TreesDrawing.tsx';
import './Poster.css';

/** Of a jam that was shared: while it lies in the library nobody comes in. */
const DOOR = 'Others can join while it is open';

export interface JamActs {
  readonly open: (card: ListedJam) => void;
  readonly rename: (card: ListedJam, title: string) => void;
  readonly duplicate: (card: ListedJam) => void;
  readonly remove: (card: ListedJam) => void;
  readonly closeDoor: (card: ListedJam) => void;
}

interface PosterProps extends JamActs {
  readonly card: ListedJam;
  readonly now: number;
}

export function Poster({ card, now, open, rename, duplicate, remove, closeDoor }: PosterProps) {
  const [isRenaming, setRenaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <article
      className={`poster ${card.sample ? 'poster-outlined' : ''}`}
      data-ink={card.sample ? undefined : posterInk(card.jam)}
      data-step={posterTitleStep(card.title)}
    >
      {isRenaming ? null : (
        <button
          ref={opener}
          type="button"
          className="poster-open"
          aria-label={`Open ${card.title}. ${cardPrint(card)}.${card.door ? ` ${DOOR}.` : ''}`}
          onClick={() => open(card)}
          onKeyDown={(event) => {
            if (event.key === 'F2') setRenaming(true);
            else if (event.key === 'Delete') remove(card);
          }}
        />
      )}
      <div className="poster-top">
        <time dateTime={new Date(card.changed).toISOString()}>
          {card.sample ? 'Sample' : isAwaited(card) ? 'Not here yet' : sayRecent(card.changed, now)}
        </time>
        <PopMenu
          label={`What to do with ${card.title}`}
          className="poster-more"
          items={[
            { title: 'Open', run: () => open(card) },
            { title: 'Rename', run: () => setRenaming(true) },
            { title: 'Duplicate', run: () => duplicate(card) },
            ...(card.door ? [{ title: 'Let nobody join any more', run: () => closeDoor(card) }] : []),
            { title: 'Delete', run: () => remove(card) },
          ]}
        />
      </div>
      {isRenaming ? (
        <PosterTitle
          title={card.title}
          onDone={(title) => {
            setRenaming(false);
            returnFocus(opener);
            if (title !== null) rename(card, title);
          }}
        />
      ) : (
        <h3 dir="auto">{card.title}</h3>
      )}
      <p dir="auto">{card.challenge}</p>
      <div className="poster-picture">
        <TreesDrawing trees={card.trees} />
      </div>
      <Signature bars={card.signature} />
      <small>{cardPrint(card)}</small>
      {card.door ? (
        <small className="poster-door">
          <DoorOpen size={15} strokeWidth={2.2} aria-hidden="true" />
          {DOOR}
        </small>
      ) : null}
    </article>
  );
}

interface PosterTitleProps {
  readonly title: string;
  /** null: left as it was. */
  readonly onDone: (title: string | null) => void;
}

function PosterTitle({ title, onDone }: PosterTitleProps) {
  const [draft, setDraft] = useState(title);
  const finish = (keep: boolean): void => {
    const next = draft.replace(/\s+/g, ' ').trim();
    onDone(keep && next !== '' && next !== title ? next : null);
  };
  return (
    <textarea
      className="poster-rename"
      aria-label="Title"
      rows={2}
      value={draft}
      // biome-ignore lint/a11y/noAutofocus: it opens by the person's own press
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') {
          event.preventDefault();
          finish(true);
        } else if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
