/** One frame loop for the board: runs only while somebody asked for a frame. */
export interface Frames {
  ask(): void;
  stop(): void;
}

/** @param paint gets the frame's time and answers whether another frame is needed */
export function createFrames(paint: (now: number) => boolean): Frames {
  let asked = 0;
  let stopped = false;
  function run(now: number): void {
    asked = 0;
    if (paint(now)) frames.ask();
  }
  const frames: Frames = {
    ask() {
      if (asked === 0 && !stopped) asked = requestAnimationFrame(run);
    },
    stop() {
      stopped = true;
      if (asked !== 0) cancelAnimationFrame(asked);
      asked = 0;
    },
  };
  return frames;
}
