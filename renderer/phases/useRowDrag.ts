/** Dragging a line of a list by its handle, with the pointer. Nothing moves until it is let go; Esc leaves it where it was. */
import { type PointerEvent, type RefObject, useEffect, useState } from 'react';

export interface RowDrag {
  readonly from: number;
  /** The place that it would take now. */
  readonly to: number;
}

interface RowDragHandlers {
  readonly drag: RowDrag | null;
  readonly start: (event: PointerEvent<HTMLElement>, row: number) => void;
}

/** `list`: its children are the rows, in order. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (drag: RowDrag) => void,
): RowDragHandlers {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  useEffect(() => {
    if (drag === null) return;
    const stop = (): void => setDrag(null);
    const onMove = (event: globalThis.PointerEvent): void => {
      setDrag({ from: drag.from, to: placeAt(list.current, event.clientY, drag.from) });
    };
    const onUp = (): void => {
      stop();
      onDrop(drag);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      stop();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [drag, list, onDrop]);
  return {
    drag,
    start(event, row) {
      if (event.button !== 0) return;
      event.preventDefault();
      setDrag({ from: row, to: row });
    },
  };
}

/** The place among the rows that a pointer at this height means: that of the row whose middle it has passed. */
function placeAt(list: HTMLElement | null, y: number, from: number): number {
  const middles = [...(list?.children ?? [])].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
  return middles.filter((middle, i) => i !== from && middle < y).length;
}
