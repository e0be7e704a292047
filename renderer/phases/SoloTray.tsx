/** A tray of sheets: they are taken out to write on, moved to the other one by drag, key or button, or thrown away. */
import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { Draft, Tray } from '../../shared/conduct/privatePart.ts';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import { Button } from '../ui/Button.tsx';
import { KindSign } from '../ui/KindSign.tsx';
import { Section } from '../ui/Section.tsx';

type Side = Exclude<Tray, 'desk'>;

interface TrayWords {
  readonly title: string;
  readonly empty: string;
  readonly other: Side;
  /** What moving a sheet into the other tray does. */
  readonly move: string;
}

const TRAYS: Readonly<Record<Side, TrayWords>> = {
  in: {
    title: 'Goes in at the reveal',
    empty: 'What you keep with Enter lies here, face down for the others.',
    other: 'mine',
    move: 'Keep it with me',
  },
  mine: {
    title: 'Stays with me',
    empty: 'What lies here nobody else ever sees.',
    other: 'in',
    move: 'Let it go in at the reveal',
  },
};

const DRAGGED = 'application/x-riffroom-draft';

interface SoloTrayProps {
  readonly tray: Side;
  readonly sheets: readonly Draft[];
  readonly covered: boolean;
  readonly onWrite: (draft: Draft) => void;
  readonly onMove: (draft: Pick<Draft, 'id'>, to: Side) => void;
  readonly onDrop: (draft: Draft) => void;
}

export function SoloTray({ tray, sheets, covered, onWrite, onMove, onDrop }: SoloTrayProps) {
  const [over, setOver] = useState(false);
  const { title, empty, other, move } = TRAYS[tray];
  const takes = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(DRAGGED);
  const moveTo = (draft: Draft, side: Side): void => {
    onMove(draft, side);
    focusSheet(draft.id);
  };
  const onKeyDown = (event: KeyboardEvent, draft: Draft): void => {
    const to = event.key === 'ArrowLeft' ? 'in' : event.key === 'ArrowRight' ? 'mine' : null;
    if (to !== null && event.shiftKey) {
      if (to === other) moveTo(draft, to);
    } else if (to !== null) walk(draft.id, to === 'in' ? -1 : 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDrop(draft);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by key and by button
    <div
      className="solo-tray"
      data-tray={tray}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        onMove({ id: event.dataTransfer.getData(DRAGGED) }, tray);
      }}
    >
      <Section title={title} aside={sheets.length === 0 ? null : sheets.length} size="large">
        {sheets.length === 0 ? <p className="solo-empty">{empty}</p> : null}
        <ul aria-label={title}>
          {sheets.map((draft, at) => (
            <li
              key={draft.id}
              className="solo-kept"
              data-cut={ideaKind(draft.kind).cut}
              draggable
              onDragStart={({ dataTransfer }) => {
                dataTransfer.setData(DRAGGED, draft.id);
                dataTransfer.effectAllowed = 'move';
              }}
            >
              <button
                type="button"
                data-draft={draft.id}
                aria-label={covered ? `Sheet ${at + 1}, covered` : `Write on it: ${draft.text}`}
                aria-keyshortcuts={`Shift+${other === 'mine' ? 'ArrowRight' : 'ArrowLeft'} Delete`}
                disabled={covered}
                onClick={() => onWrite(draft)}
                onKeyDown={(event) => onKeyDown(event, draft)}
              >
                {covered ? <span className="solo-hatch" /> : <span dir="auto">{draft.text}</span>}
              </button>
              <footer>
                <KindSign kind={draft.kind} size={16} />
                <Button look="icon" aria-label={move} onPress={() => moveTo(draft, other)}>
                  {other === 'mine' ? (
                    <ArrowRight size={17} strokeWidth={1.8} aria-hidden="true" />
                  ) : (
                    <ArrowLeft size={17} strokeWidth={1.8} aria-hidden="true" />
                  )}
                </Button>
                <Button look="icon" aria-label="Throw it away" onPress={() => onDrop(draft)}>
                  <Trash2 size={16} strokeWidth={1.8} aria-hidden="true" />
                </Button>
              </footer>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** As soon as it lies where it was put. */
export function focusSheet(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-draft="${CSS.escape(id)}"]`)?.focus(),
  );
}

/** To the sheet before or after it, from tray to tray. */
function walk(id: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-draft]')];
  const next = all[all.findIndex((one) => one.dataset['draft'] === id) + step];
  next?.focus();
}
