/** Writing alone: one sheet, two trays, a cover. Nothing here leaves the laptop before the reveal. */
import { Eye, EyeOff, Pencil, Trash2 } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { actionById } from '../../shared/actions/registry.ts';
import type { Draft, Tray } from '../../shared/conduct/privatePart.ts';
import { IDEA_KINDS, ideaKind } from '../../shared/ideas/kinds.ts';
import { Button } from '../ui/Button.tsx';
import { sayCount } from '../ui/counts.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { KindSign } from '../ui/KindSign.tsx';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { LateSheets } from './LateSheets.tsx';
import './phase.css';
import './SoloScreen.css';

const TRAYS: readonly { readonly tray: Tray; readonly title: string; readonly empty: string }[] = [
  { tray: 'in', title: 'Goes in at the reveal', empty: 'Each sheet that you keep lands here.' },
  { tray: 'mine', title: 'Stays with me', empty: 'Drag a sheet here to keep it to yourself.' },
];
const DRAGGED = 'application/x-riffroom-draft';
const MOST_BACKS = 60;

export function SoloScreen() {
  const session = useSession();
  const { course } = session;
  const run = useCourse((state) => state.course.current?.id ?? '');
  const prompt = useCourse((state) => state.course.phase?.prompt ?? '');
  const drafts = useCourse((state) => state.privatePart.drafts);
  const covered = useCourse((state) => state.covered);
  const others = useCourse((state) => state.othersDrafts);
  const challenge = useSnapshot((snapshot) => snapshot.brief.challenge);
  const [writing, setWriting] = useState<string | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const here = drafts.filter((draft) => draft.run === run);
  const open = here.find(({ id }) => id === writing) ?? null;
  const kept = here.filter(({ id, text }) => id !== writing && text.trim() !== '');
  const goingIn = here.filter(({ tray, text }) => tray === 'in' && text.trim() !== '').length;

  const focus = (): void => page.current?.querySelector('textarea')?.focus();
  const change = (text: string): void => {
    if (open !== null) course.rewrite(open.id, { text });
    else if (text !== '') setWriting(course.write(text)?.id ?? null);
  };
  const keep = (tray: Tray): void => {
    if (open === null || open.text.trim() === '') return;
    course.rewrite(open.id, { tray });
    setWriting(null);
    focus();
  };
  const drop = (draft: Draft): void => {
    course.drop(draft.id);
    if (draft.id === writing) setWriting(null);
    session.notify('The sheet is gone.', 'info', {
      title: 'Bring it back',
      run: () => course.bringBack(draft),
    });
    focus();
  };

  return (
    <div className="phase solo" data-covered={covered || undefined}>
      <div className="solo-page">
        <LateSheets />
        <p className="solo-challenge" dir="auto">
          {prompt === '' ? challenge : prompt}
        </p>
        <div className="solo-two">
          <div ref={page} className="solo-sheet" data-cut={ideaKind(open?.kind ?? 'note').cut}>
            <GrowArea
              aria-label="Your sheet"
              placeholder="One thought a sheet"
              value={open?.text ?? ''}
              onChange={change}
              onEnter={() => keep('in')}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                keep('mine');
              }}
              readOnly={covered}
              rows={5}
              autoFocus
            />
            <p className="solo-yours">
              <EyeOff size={18} aria-hidden="true" />
              Only you see this
            </p>
          </div>
          <div className="solo-acts">
            <RadioGroup
              className="solo-kinds"
              aria-label="Kind of sheet"
              orientation="horizontal"
              value={open?.kind ?? 'note'}
              isDisabled={open === null}
              onChange={(kind) => open !== null && course.rewrite(open.id, { kind })}
            >
              {IDEA_KINDS.map(({ id, title }) => (
                <Radio key={id} value={id} className="solo-kind">
                  <KindSign kind={id} size={16} />
                  {title}
                </Radio>
              ))}
            </RadioGroup>
            <Act title="Goes in at the reveal" keys="Enter" off={open === null} onPress={() => keep('in')} />
            <Act title="Stays with me" keys="Mod+Enter" off={open === null} onPress={() => keep('mine')} />
            <Act
              title={covered ? 'Show my words' : 'Cover my words'}
              keys={actionById('solo.cover')?.keys[0] ?? ''}
              off={false}
              onPress={() => session.act('solo.cover')}
            />
          </div>
        </div>
        <div className="solo-trays">
          {TRAYS.map(({ tray, title, empty }) => (
            <TrayOf
              key={tray}
              tray={tray}
              title={title}
              empty={empty}
              sheets={kept.filter((draft) => draft.tray === tray)}
              onWrite={(id) => {
                setWriting(id);
                requestAnimationFrame(focus);
              }}
              onMove={(id, to) => course.rewrite(id, { tray: to })}
              onDrop={drop}
            />
          ))}
        </div>
      </div>
      <aside className="solo-room" aria-label="The room">
        <b className="solo-sum">{goingIn + others}</b>
        <p>{goingIn + others === 1 ? 'sheet lies face down' : 'sheets lie face down'}</p>
        <div className="solo-backs" aria-hidden="true">
          {Array.from({ length: Math.min(MOST_BACKS, goingIn + others) }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: backs are alike
            <i key={i} />
          ))}
        </div>
        <p className="phase-quiet">
          {goingIn === 0
            ? 'None of them is yours yet.'
            : `${sayCount(goingIn, 'of them is yours', 'of them are yours')}.`}{' '}
          Nothing has left this laptop.
        </p>
      </aside>
      {covered ? <Cover onLift={() => session.act('solo.cover')} /> : null}
    </div>
  );
}

interface ActProps {
  readonly title: string;
  readonly keys: string;
  readonly off: boolean;
  readonly onPress: () => void;
}

function Act({ title, keys, off, onPress }: ActProps) {
  return (
    <Button look="bare" className="solo-act" isDisabled={off} onPress={onPress}>
      {title}
      <KeyCaps keys={keys} />
    </Button>
  );
}

interface TrayProps {
  readonly tray: Tray;
  readonly title: string;
  readonly empty: string;
  readonly sheets: readonly Draft[];
  readonly onWrite: (id: string) => void;
  readonly onMove: (id: string, to: Tray) => void;
  readonly onDrop: (draft: Draft) => void;
}

function TrayOf({ tray, title, empty, sheets, onWrite, onMove, onDrop }: TrayProps) {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAGGED);
  const [other, words]: readonly [Tray, string] =
    tray === 'in' ? ['mine', 'Keep it with me'] : ['in', 'Let it go in'];
  return (
    <section
      className="solo-tray"
      aria-label={title}
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
        event.stopPropagation();
        onMove(event.dataTransfer.getData(DRAGGED), tray);
      }}
    >
      <h2>
        {title}
        <span>{sheets.length}</span>
      </h2>
      {sheets.length === 0 ? <p className="phase-quiet">{empty}</p> : null}
      <ul>
        {sheets.map((draft) => (
          <li
            key={draft.id}
            className="solo-kept"
            data-tray={tray}
            data-cut={ideaKind(draft.kind).cut}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, draft.id);
              event.dataTransfer.effectAllowed = 'move';
            }}
          >
            <p dir="auto">{draft.text}</p>
            <div>
              <KindSign kind={draft.kind} size={16} />
              <Button look="word" size="small" onPress={() => onMove(draft.id, other)}>
                {words}
              </Button>
              <Button look="icon" size="small" aria-label="Write on it" onPress={() => onWrite(draft.id)}>
                <Pencil size={16} aria-hidden="true" />
              </Button>
              <Button look="icon" size="small" aria-label="Throw it away" onPress={() => onDrop(draft)}>
                <Trash2 size={16} aria-hidden="true" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cover({ onLift }: { readonly onLift: () => void }) {
  return (
    <div className="solo-cover">
      <Button look="bare" onPress={onLift} autoFocus>
        <Eye size={28} aria-hidden="true" />
        Covered. Press to write on.
      </Button>
    </div>
  );
}
