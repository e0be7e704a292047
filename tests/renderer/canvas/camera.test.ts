import { describe, expect, it } from 'vitest';
import {
  betweenCameras,
  clampZoom,
  deviceOffset,
  fitRect,
  pageToScreen,
  panBy,
  panIntoView,
  screenToPage,
  zoomAt,
} from '../../../renderer/canvas/camera.ts';

const viewport = { w: 1000, h: 600 };

describe('the camera', () => {
  it('goes from page to screen and back', () => {
    const camera = { x: 100, y: 50, zoom: 2 };
    expect(pageToScreen(camera, { x: 110, y: 60 })).toEqual({ x: 20, y: 20 });
    expect(screenToPage(camera, { x: 20, y: 20 })).toEqual({ x: 110, y: 60 });
  });

  it('leaves the point under the pointer where it is while it zooms', () => {
    const at = { x: 300, y: 200 };
    const before = { x: 10, y: 20, zoom: 0.7 };
    const after = zoomAt(before, at, 1.9);
    expect(screenToPage(after, at).x).toBeCloseTo(screenToPage(before, at).x);
    expect(screenToPage(after, at).y).toBeCloseTo(screenToPage(before, at).y);
  });

  it('keeps that point all the way of an animated zoom', () => {
    const at = { x: 300, y: 200 };
    const from = { x: 10, y: 20, zoom: 0.3 };
    const to = zoomAt(from, at, 2);
    for (const t of [0.1, 0.5, 0.9]) {
      expect(screenToPage(betweenCameras(from, to, t), at).x).toBeCloseTo(screenToPage(from, at).x);
    }
  });

  it('never comes nearer than 400 % nor goes farther than 2 %, whatever it is given', () => {
    expect([9, 0.001, Number.NaN, Number.POSITIVE_INFINITY].map(clampZoom)).toEqual([4, 0.02, 1, 1]);
  });

  it('moves the paper by screen pixels', () => {
    expect(panBy({ x: 0, y: 0, zoom: 2 }, 20, -10)).toEqual({ x: -10, y: 5, zoom: 2 });
  });

  it('fits a board in the middle, and a single sheet no larger than it is', () => {
    expect(fitRect({ x: 0, y: 0, w: 2000, h: 100 }, viewport, 0)).toEqual({ x: 0, y: -550, zoom: 0.5 });
    expect(fitRect({ x: 0, y: 0, w: 142, h: 82 }, viewport).zoom).toBe(1);
  });

  it('pans no more than needed to show a sheet, and not at all when it is in view', () => {
    const camera = { x: 0, y: 0, zoom: 1 };
    expect(panIntoView(camera, viewport, { x: 100, y: 100, w: 142, h: 82 })).toBe(camera);
    expect(panIntoView(camera, viewport, { x: 950, y: 100, w: 142, h: 82 }).x).toBe(950 + 142 - (1000 - 24));
  });

  it('puts the paper on whole device pixels', () => {
    expect(deviceOffset({ x: 0.3, y: -0.4, zoom: 1 }, 1.5)).toEqual({ x: -0, y: 1 });
  });
});
