/** The board: two canvases, a layer of cards between them, and what floats beside a sheet. Fills its parent. */
import { useEffect, useRef, useState } from 'react';
import { CARD_MEASURES } from '../ideas/cardMeasures.ts';
import { BoardBars } from '../ideas/BoardBars.tsx';
import { CardLayer } from '../ideas/CardLayer.tsx';
import { SheetEditor } from '../ideas/SheetEditor.tsx';
import type { JamSession } from '../session/jamSession.ts';
import { type Board, createBoard } from './board.ts';
import { startRenderer } from './boardRenderer.ts';
import { type CardStore, createCardStore } from './cardStore.ts';
import './board.css';

export interface BoardCanvasProps {
  readonly session: JamSession;
}

interface Mounted {
  readonly board: Board;
  readonly cards: CardStore;
}

export function BoardCanvas({ session }: BoardCanvasProps) {
  const root = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted | null>(null);

  useEffect(() => {
    if (root.current === null || base.current === null || live.current === null || layer.current === null) return;
    const { board, dispose } = createBoard(session);
    const cards = createCardStore();
    const stop = startRenderer(board, cards, { base: base.current, live: live.current, layer: layer.current });
    setMounted({ board, cards });
    return () => {
      setMounted(null);
      stop();
      dispose();
    };
  }, [session]);

  return (
    <section ref={root} className="board" aria-label="Board">
      <canvas ref={base} className="board-canvas" aria-hidden="true" />
      <div ref={layer} className="cards" style={CARD_MEASURES}>
        {mounted === null ? null : <CardLayer {...mounted} />}
        {mounted === null ? null : <SheetEditor board={mounted.board} />}
      </div>
      <canvas ref={live} className="board-canvas board-live" aria-hidden="true" />
      {mounted === null ? null : <BoardBars board={mounted.board} />}
    </section>
  );
}
