/** Animated camera moves: one at a time, ended by the next one or by a hand. */
import type { Camera } from '../stores/uiStore.ts';
import { betweenCameras, sameCamera } from './camera.ts';
import { easeBetween } from './easing.ts';

export interface CameraMotion {
  /** Moves there in `ms`; 0 (reduced motion) jumps. */
  moveTo(to: Camera, ms: number): void;
  /** A hand took over. */
  stop(): void;
}

interface Clock {
  now(): number;
  /** Calls back at the next frame; returns how to call that off. */
  frame(then: () => void): () => void;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  frame(then) {
    const id = requestAnimationFrame(then);
    return () => cancelAnimationFrame(id);
  },
};

export function createCameraMotion(
  get: () => Camera,
  set: (camera: Camera) => void,
  clock = pageClock,
): CameraMotion {
  let callOff: (() => void) | null = null;

  function stop(): void {
    callOff?.();
    callOff = null;
  }

  function moveTo(to: Camera, ms: number): void {
    stop();
    const from = get();
    if (sameCamera(from, to)) return;
    if (ms <= 0) {
      set(to);
      return;
    }
    const start = clock.now();
    const step = (): void => {
      const t = Math.min(1, (clock.now() - start) / ms);
      callOff = t < 1 ? clock.frame(step) : null;
      set(betweenCameras(from, to, easeBetween(t)));
    };
    callOff = clock.frame(step);
  }

  return { moveTo, stop };
}
