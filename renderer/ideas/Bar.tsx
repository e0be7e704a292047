/** The slab that floats beside what is selected, and what it is made of. Pressing it never takes the focus away. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { actionById } from '../../shared/actions/registry.ts';
import { type Point, type Rect, rectsTouch, type Size } from '../../shared/model/geometry.ts';
import type { Bond } from '../../shared/model/snapshot.ts';
import { rectToScreen, screenToPage } from '../canvas/camera.ts';
import type { JamSession } from '../session/jamSession.ts';
import { BondStroke } from '../ui/BondStroke.tsx';
import { useKeyStyle } from '../ui/KeyCaps.tsx';
import { keyLabel } from '../ui/keyLabel.ts';
import { PopMenu } from '../ui/PopMenu.tsx';
import './boardBars.css';

/** Screen pixels between a sheet's frame and its bar. */
const BAR_GAP = 12;
const BAR_LEAST = 142;

/** Pressing a bar never takes the focus from the sheet. */
const keepFocus = (event: React.PointerEvent | React.MouseEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

export function Bar({
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

export function BondButton({
  bond,
  hint,
  on,
  press,
}: {
  bond: Bond;
  hint: string;
  on: boolean;
  press: () => void;
}) {
  return (
    <button type="button" className="bar-bond" aria-pressed={on} title={hint} tabIndex={-1} onClick={press}>
      <BondStroke bond={bond} />
      {bond}
    </button>
  );
}

export function WordButton({ session, id, word }: { session: JamSession; id: string; word: string }) {
  const style = useKeyStyle();
  const key = actionById(id)?.keys[0];
  return (
    <button
      type="button"
      className="bar-word"
      tabIndex={-1}
      title={key === undefined ? undefined : keyLabel(key, style)}
      disabled={!session.canAct(id)}
      onClick={() => session.act(id)}
    >
      {word}
    </button>
  );
}

export function IconButton({
  label,
  press,
  children,
}: {
  label: string;
  press: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="bar-icon" aria-label={label} title={label} tabIndex={-1} onClick={press}>
      {children}
    </button>
  );
}

/** Actions behind a drawing, each with its key. */
export function ActionMenu({
  session,
  label,
  actions,
  children,
}: {
  session: JamSession;
  label: string;
  actions: readonly { readonly id: string; readonly icon?: ReactNode }[];
  children: ReactNode;
}) {
  const style = useKeyStyle();
  const place = useRef<HTMLSpanElement>(null);
  return (
    <span ref={place} className="bar-menu">
      <PopMenu
        label={label}
        className="bar-icon"
        placement="top start"
        items={actions.map(({ id, icon }) => {
          const action = actionById(id);
          const key = action?.keys[0];
          return {
            title: action?.title ?? id,
            icon,
            after: key === undefined ? null : <span className="bar-key">{keyLabel(key, style)}</span>,
            disabled: !session.canAct(id),
            run: () => {
              // The board has the keyboard again before anything opens.
              place.current?.closest<HTMLElement>('.board')?.focus({ preventScroll: true });
              session.act(id);
            },
          };
        })}
      >
        {children}
      </PopMenu>
    </span>
  );
}
