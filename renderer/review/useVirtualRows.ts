import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

interface RowWindow {
  readonly from: number;
  readonly to: number;
}

const OVERSCAN = 12;

/** Which rows of one height are near enough to be drawn, for a list of any length. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { readonly rows: RowWindow; readonly reveal: (row: number) => void } {
  const [rows, setRows] = useState<RowWindow>({ from: 0, to: Math.min(count, 60) });

  useLayoutEffect(() => {
    const node = scroller.current;
    if (node === null) return;
    const read = (): void => {
      const from = Math.max(0, Math.floor(node.scrollTop / height) - OVERSCAN);
      const to = Math.min(count, Math.ceil((node.scrollTop + node.clientHeight) / height) + OVERSCAN);
      setRows((was) => (was.from === from && was.to === to ? was : { from, to }));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(node);
    node.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      node.removeEventListener('scroll', read);
    };
  }, [scroller, count, height]);

  const reveal = useCallback(
    (row: number): void => {
      const node = scroller.current;
      if (node === null) return;
      const top = row * height;
      if (top < node.scrollTop) node.scrollTop = top;
      else if (top + height > node.scrollTop + node.clientHeight)
        node.scrollTop = top + height - node.clientHeight;
    },
    [scroller, height],
  );

  return { rows, reveal };
}
