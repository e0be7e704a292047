/** The layer of near sheets: a tree that reads in board order, with one stop for the Tab key. */
import { memo, useSyncExternalStore } from 'react';
import type { Board } from '../canvas/board.ts';
import type { CardStore } from '../canvas/cardStore.ts';
import { Card } from './Card.tsx';

interface CardLayerProps {
  readonly board: Board;
  readonly cards: CardStore;
}

export const CardLayer = memo(function CardLayer({ board, cards }: CardLayerProps) {
  const ids = useSyncExternalStore(cards.subscribe, cards.ids);
  return (
    <div role="tree" aria-multiselectable="true" aria-label="Ideas on the board">
      {ids.map((id) => (
        <Card key={id} id={id} board={board} />
      ))}
    </div>
  );
});
