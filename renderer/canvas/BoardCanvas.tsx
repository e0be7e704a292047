/** The board: two canvases, a layer of cards between them, and what floats beside a sheet. Fills its parent. */
import { useEffect, useRef, useState } from 'react';
import { BoardBars } from '../ideas/BoardBars.tsx';
import { CardLayer } from '../ideas/CardLayer.tsx';
import { CARD_MEASURES } from '../ideas/cardMeasures.ts';
import { SheetEditor } from '../ideas/SheetEditor.tsx';
import { listenToClipboard } from '../input/actions/clipboardActions.ts';
import { routePointer } from '../input/pointerRouter.ts';
import type { JamSession } from '../session/jamSession.ts';
import { isTypingIn } from '../ui/isTypingIn.ts';
import { type Board, createBoard } from './board.ts';
import { startRenderer } from './boardRenderer.ts';
import { type CardStore, createCardStore } from './cardStore.ts';
import { followPerson } from './followPerson.ts';
import { forgetGone } from './forgetGone.ts';
import { keepFocus } from './keepFocus.ts';
import { Minimap } from './Minimap.tsx';
import { tellHand } from './tellHand.ts';
import './board.css';

export interface BoardCanvasProps {
  readonly session: JamSession;
  /** Whether a notched wheel zooms ('mouse') or pans. */
  readonly pointer?: 'mouse' | 'trackpad';
}

interface Mounted {
  readonly board: Board;
  readonly cards: CardStore;
}

export function BoardCanvas({ session, pointer = 'mouse' }: BoardCanvasProps) {
  const pointerKind = useRef(pointer);
  pointerKind.current = pointer;
  const root = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted | null>(null);

  useEffect(() => {
    if (root.current === null || base.current === null || live.current === null || layer.current === null)
      return;
    const { board, dispose } = createBoard(session);
    const cards = createCardStore();
    const stop = startRenderer(board, cards, {
      base: base.current,
      live: live.current,
      layer: layer.current,
    });
    const stops = [
      routePointer(board, root.current, { pointer: () => pointerKind.current, mac: isMac() }),
      tellHand(board, root.current),
      followPerson(board),
      keepFocus(board, root.current),
      forgetGone(session),
      listenToClipboard(session, isTypingIn),
      stop,
    ];
    setMounted({ board, cards });
    return () => {
      setMounted(null);
      for (const end of stops) end();
      dispose();
    };
  }, [session]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the board takes keys where no sheet has the focus
    <section ref={root} className="board" aria-label="Board" tabIndex={0}>
      <div aria-hidden="true">
        <canvas ref={base} className="board-canvas" />
      </div>
      <div ref={layer} className="cards" style={CARD_MEASURES}>
        {mounted === null ? null : <CardLayer {...mounted} />}
        {mounted === null ? null : <SheetEditor board={mounted.board} />}
      </div>
      <div aria-hidden="true">
        <canvas ref={live} className="board-canvas board-live" />
      </div>
      {mounted === null ? null : <Minimap board={mounted.board} />}
      {mounted === null ? null : <BoardBars board={mounted.board} />}
    </section>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
