import { useLayoutEffect, useState } from 'react';

interface MeasuredSize {
  readonly w: number;
  readonly h: number;
}

/**
 * The element's inner size in CSS pixels, kept up to date. Zero while there is none, so it takes the element itself,
 * kept as state by its ref: a ref object would not tell when what is shown later comes.
 */
export function useSize(node: HTMLElement | null): MeasuredSize {
  const [size, setSize] = useState<MeasuredSize>({ w: 0, h: 0 });
  useLayoutEffect(() => {
    if (node === null) return;
    const read = (): void => {
      setSize((was) =>
        was.w === node.clientWidth && was.h === node.clientHeight
          ? was
          : { w: node.clientWidth, h: node.clientHeight },
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(node);
    return () => observer.disconnect();
  }, [node]);
  return size;
}
