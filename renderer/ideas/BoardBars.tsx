/**
 * What floats beside sheets, in screen pixels over the board: the bar of the selection, the bond bar of a sheet that
 * was just laid, the fields that name a group or a line. Below what it belongs to, or where there is room.
 */
import { Ellipsis, MessageSquare } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { actionById } from '../../shared/actions/registry.ts';
import { type Point, type Rect, rectsTouch, type Size, unionRect } from '../../shared/model/geometry.ts';
import { BONDS, type Bond } from '../../shared/model/snapshot.ts';
import type { Board } from '../canvas/board.ts';
import { rectToScreen, screenToPage } from '../canvas/camera.ts';
import type { JamSession } from '../session/jamSession.ts';
import { BondStroke } from '../ui/BondStroke.tsx';
import { riffOn } from './makeIdea.ts';
import { NameField } from './NameField.tsx';
import './boardBars.css';

export function BoardBars({ board }: { readonly board: Board }) {
  const { session } = board;
  useSyncExternalStore(session.ui.subscribe, () => session.ui.getState());
  useSyncExternalStore(session.subscribe, () => session.view());
  const lift = useSyncExternalStore(board.live.subscribe, () => board.live.get().lift);
  const { fresh, editing, selection, editingGroup, editingConnector, camera } = session.ui.getState();
  const { layout, lineage } = session.view();
  if (lift !== null) return null;

  if (editingGroup !== null) {
    const area = layout.groups.get(editingGroup);
    return area === undefined ? null : (
      <NameField session={session} kind="group" id={editingGroup} at={area} />
    );
  }
  if (editingConnector !== null) {
    const line = layout.connectors.get(editingConnector);
    const at = line === undefined ? null : { ...line.labelAt, w: 0, h: 0 };
    return at === null ? null : (
      <NameField session={session} kind="connector" id={editingConnector} at={at} />
    );
  }
  if (editing !== null) {
    const sheet = layout.sheets.get(editing);
    const isNewRiff = fresh?.idea === editing && lineage.parentRiffs(editing).length > 0;
    if (sheet === undefined || !isNewRiff) return null;
    return (
      <Bar session={session} rect={sheet} label="What the riff is" small>
        {BONDS.map((bond, index) => (
          <BondButton
            key={bond}
            bond={bond}
            hint={`Alt+${index + 1}`}
            on={fresh?.bond === bond}
            press={() => session.act(`bond.${bond}`)}
          />
        ))}
      </Bar>
    );
  }
  const sheets = [...selection.ideas].flatMap((id) => layout.sheets.get(id) ?? []);
  const [first, ...others] = sheets;
  if (first === undefined || selection.groups.size > 0 || camera.zoom < 0.25) return null;
  if (others.length > 0) {
    return (
      <Bar session={session} rect={others.reduce<Rect>(unionRect, first)} label="The selected ideas">
        {['idea.combine', 'group.make', 'board.tidy', 'edit.duplicate', 'edit.bin'].map((id) => (
          <WordButton key={id} session={session} id={id} />
        ))}
      </Bar>
    );
  }
  return (
    <Bar session={session} rect={first} label={`Riff on ${first.label}`}>
      {BONDS.map((bond) => (
        <BondButton
          key={bond}
          bond={bond}
          hint=""
          on={false}
          press={() => void riffOn(session, first.id, bond)}
        />
      ))}
      <span className="bar-line" />
      <IconButton label="Comment" press={() => session.act('idea.comment')}>
        <MessageSquare size={17} aria-hidden />
      </IconButton>
      <IconButton label="More" press={() => session.act('palette.open')}>
        <Ellipsis size={17} aria-hidden />
      </IconButton>
    </Bar>
  );
}

/** Screen pixels between a sheet's frame and its bar. */
const BAR_GAP = 12;
const BAR_LEAST = 142;

/** Pressing a bar never takes the focus from the sheet. */
const keepFocus = (event: React.PointerEvent | React.MouseEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

function Bar({
  session,
  rect,
  label,
  small = false,
  children,
}: {
  session: JamSession;
  rect: Rect;
  label: string;
  /** Two by two under a sheet that is being written, as wide as it. */
  small?: boolean;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const { camera } = session.ui.getState();
  const at = rectToScreen(camera, rect);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const { x, y } = placeBar(session, at, { w: element.offsetWidth, h: element.offsetHeight }, small);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
  return (
    <div
      ref={bar}
      className={small ? 'bar bar-small' : 'bar'}
      style={small ? { width: Math.max(BAR_LEAST, at.w) } : undefined}
      role="toolbar"
      aria-label={label}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
    >
      {children}
    </div>
  );
}

/** Below, above or beside: where it is wholly in view and covers the fewest sheets. Screen pixels. */
function placeBar(session: JamSession, at: Rect, { w, h }: Size, fromLeft: boolean): Point {
  const { camera, viewport } = session.ui.getState();
  const below = at.y + at.h + BAR_GAP;
  const above = at.y - h - BAR_GAP;
  const inView = (x: number, y: number): Point => ({
    x: Math.max(4, Math.min(viewport.w - w - 4, x)),
    y: Math.max(4, Math.min(viewport.h - h - 4, y)),
  });
  const [first, second] = fromLeft ? [at.x, at.x + at.w - w] : [at.x + at.w - w, at.x];
  const places = [
    inView(first, below),
    inView(second, below),
    inView(first, above),
    inView(second, above),
    inView(at.x + at.w + BAR_GAP, at.y),
  ];
  const cost = (place: Point): number => {
    const corner = screenToPage(camera, place);
    const page = { ...corner, w: w / camera.zoom, h: h / camera.zoom };
    const own = rectsTouch({ ...place, w, h }, at) ? 10 : 0;
    return own + session.view().index.query(page).length;
  };
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best));
}

function BondButton({ bond, hint, on, press }: { bond: Bond; hint: string; on: boolean; press: () => void }) {
  return (
    <button type="button" className="bar-bond" aria-pressed={on} title={hint} tabIndex={-1} onClick={press}>
      <BondStroke bond={bond} />
      {bond}
    </button>
  );
}

function WordButton({ session, id }: { session: JamSession; id: string }) {
  const action = actionById(id);
  return (
    <button
      type="button"
      className="bar-word"
      tabIndex={-1}
      title={action?.keys[0] ?? ''}
      disabled={!session.canAct(id)}
      onClick={() => session.act(id)}
    >
      {WORDS[id] ?? action?.title}
    </button>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  'idea.combine': 'Combine',
  'board.tidy': 'Tidy',
  'edit.bin': 'Bin',
};

function IconButton({ label, press, children }: { label: string; press: () => void; children: ReactNode }) {
  return (
    <button type="button" className="bar-icon" aria-label={label} title={label} tabIndex={-1} onClick={press}>
      {children}
    </button>
  );
}
