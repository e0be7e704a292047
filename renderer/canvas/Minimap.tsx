/** Where one is on the whole board: sheets in view in their inks, the others grey. Press it to go there. */
import { type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Board } from './board.ts';
import { centreOn } from './camera.ts';
import { createMinimap, MINIMAP, type MinimapPainter } from './minimapPainter.ts';
import './minimap.css';

export function Minimap({ board }: { readonly board: Board }) {
  const { session } = board;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MinimapPainter | null>(null);
  const needed = useSyncExternalStore(
    (listener) => {
      const stops = [session.ui.subscribe(listener), session.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => isNeeded(board),
  );

  useEffect(() => {
    if (!needed || canvas.current === null) return;
    const map = createMinimap(board, canvas.current);
    painter.current = map;
    return () => {
      painter.current = null;
      map.dispose();
    };
  }, [board, needed]);

  if (!needed) return null;
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    const page = painter.current?.pageAt(event.nativeEvent.offsetX, event.nativeEvent.offsetY);
    if (page === undefined || page === null) return;
    const { camera, viewport } = session.ui.getState();
    board.motion.stop();
    session.set({ camera: centreOn(camera, viewport, page) });
  };
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        className="minimap"
        style={{ width: MINIMAP.w, height: MINIMAP.h }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) go(event);
        }}
      />
    </div>
  );
}

/** Not while everything is in view anyway, nor before everything is laid. */
function isNeeded({ session }: Board): boolean {
  const { camera, viewport } = session.ui.getState();
  const { layout, whole } = session.view();
  const { bounds } = layout;
  if (bounds === null || !whole || viewport.w < 480) return false;
  const right = camera.x + viewport.w / camera.zoom;
  const bottom = camera.y + viewport.h / camera.zoom;
  const inside =
    bounds.x >= camera.x &&
    bounds.y >= camera.y &&
    bounds.x + bounds.w <= right &&
    bounds.y + bounds.h <= bottom;
  return !inside;
}
