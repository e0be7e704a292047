/** A binary heap: `pop` gives the least element by `compare`. */
export interface Heap<T> {
  readonly size: number;
  peek(): T | undefined;
  push(value: T): void;
  pop(): T | undefined;
}

export function createHeap<T>(compare: (a: T, b: T) => number): Heap<T> {
  const values: T[] = [];
  const swap = (i: number, j: number): void => {
    [values[i], values[j]] = [values[j] as T, values[i] as T];
  };
  const isLess = (i: number, j: number): boolean => compare(values[i] as T, values[j] as T) < 0;
  return {
    get size() {
      return values.length;
    },
    peek: () => values[0],
    push(value) {
      let i = values.push(value) - 1;
      for (let up = (i - 1) >> 1; i > 0 && isLess(i, up); up = (i - 1) >> 1) {
        swap(i, up);
        i = up;
      }
    },
    pop() {
      if (values.length <= 1) return values.pop();
      swap(0, values.length - 1);
      const least = values.pop();
      for (let i = 0; ; ) {
        let down = 2 * i + 1;
        if (down >= values.length) break;
        if (down + 1 < values.length && isLess(down + 1, down)) down += 1;
        if (!isLess(down, i)) break;
        swap(i, down);
        i = down;
      }
      return least;
    },
  };
}
