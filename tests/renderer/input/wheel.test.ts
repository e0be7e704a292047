import { describe, expect, it } from 'vitest';
import { isNotched, type WheelTurn, wheelIntent } from '../../../renderer/input/wheel.ts';

const turn = (more: Partial<WheelTurn>): WheelTurn => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  wheelDeltaY: 0,
  ...more,
});
const notch = turn({ deltaY: 120, wheelDeltaY: -120 });
const fingers = turn({ deltaX: 3, deltaY: 11, wheelDeltaY: -33 });

describe('the wheel', () => {
  it('pans with two fingers, whatever the setting', () => {
    expect(wheelIntent(fingers, 'mouse')).toEqual({ kind: 'pan', dx: -3, dy: -11 });
    expect(wheelIntent(fingers, 'trackpad')).toEqual({ kind: 'pan', dx: -3, dy: -11 });
  });

  it('zooms out by a step for a notch towards oneself in mouse mode, and pans in trackpad mode', () => {
    expect(wheelIntent(notch, 'mouse')).toEqual({ kind: 'zoom', factor: 0.8 });
    expect(wheelIntent(notch, 'trackpad')).toEqual({ kind: 'pan', dx: -0, dy: -120 });
  });

  it('zooms with Ctrl or Cmd, and with a pinch by as little as the fingers move', () => {
    expect(wheelIntent({ ...notch, ctrlKey: true }, 'trackpad').kind).toBe('zoom');
    expect(wheelIntent({ ...notch, metaKey: true }, 'trackpad').kind).toBe('zoom');
    const pinch = wheelIntent(turn({ deltaY: -2, ctrlKey: true, wheelDeltaY: 6 }), 'trackpad');
    expect(pinch.kind === 'zoom' && pinch.factor > 1 && pinch.factor < 1.05).toBe(true);
  });

  it('goes sideways with Shift', () => {
    expect(wheelIntent({ ...notch, shiftKey: true }, 'mouse')).toEqual({ kind: 'pan', dx: -120, dy: 0 });
  });

  it('knows a notched wheel by its lines or its whole notches', () => {
    expect(
      [notch, turn({ deltaY: 3, deltaMode: 1 }), fingers, turn({ deltaY: 4, wheelDeltaY: -12 })].map(
        isNotched,
      ),
    ).toEqual([true, true, false, false]);
  });
});
