import { type RefObject, useLayoutEffect, useState } from 'react';

interface MeasuredSize {
  readonly w: number;
  readonly h: number;
}

/** The element's inner size in CSS pixels, kept up to date. Zero before the first layout. */
export function useSize(element: RefObject<HTMLElement | null>): MeasuredSize {
  const [size, setSize] = useState<MeasuredSize>({ w: 0, h: 0 });
  useLayoutEffect(() => {
    const node = element.current;
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
  }, [element]);
  return size;
}
