import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../electron/app/windowBounds.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const projector = { x: 1440, y: -200, width: 1920, height: 1080 };

describe('where a window opens', () => {
  it('in the middle of the first display, at first', () => {
    expect(placeWindow(null, [laptop])).toEqual({ x: 80, y: 50, width: 1280, height: 800, maximized: false });
  });

  it('where it was', () => {
    const saved = { x: 1500, y: -100, width: 1000, height: 700, maximized: true };
    expect(placeWindow(saved, [laptop, projector])).toEqual(saved);
  });

  it('back on the laptop, in its size, when the projector is gone', () => {
    const saved = { x: 1500, y: -100, width: 1000, height: 700, maximized: false };
    expect(placeWindow(saved, [laptop])).toEqual({
      x: 220,
      y: 100,
      width: 1000,
      height: 700,
      maximized: false,
    });
  });

  it('wholly on its display when it hung over the edge', () => {
    const saved = { x: 1300, y: 400, width: 1000, height: 700, maximized: false };
    expect(placeWindow(saved, [laptop])).toMatchObject({ x: 440, y: 200, width: 1000, height: 700 });
  });

  it('no larger than the display, no smaller than the least', () => {
    expect(placeWindow({ x: 0, y: 0, width: 4000, height: 3000, maximized: false }, [laptop])).toMatchObject({
      x: 0,
      y: 0,
      width: 1440,
      height: 900,
    });
    expect(placeWindow({ x: 10, y: 10, width: 5, height: 5, maximized: false }, [laptop])).toMatchObject({
      width: 900,
      height: 600,
    });
    const netbook = { x: 0, y: 24, width: 800, height: 500 };
    expect(placeWindow(null, [netbook])).toMatchObject({ x: 0, y: 24, width: 900, height: 600 });
  });

  it('with its title bar never above the display', () => {
    expect(
      placeWindow({ x: 100, y: -40, width: 1000, height: 700, maximized: false }, [laptop]),
    ).toMatchObject({ x: 220, y: 100 });
  });

  it('beside another window, not exactly over it', () => {
    const first = { x: 80, y: 50, width: 1280, height: 800 };
    expect(placeWindow(null, [laptop], [first])).toMatchObject({ x: 112, y: 82 });
  });

  it('somewhere, when there is no display at all', () => {
    expect(placeWindow(null, [])).toMatchObject({ width: 1280, height: 800 });
  });
});
