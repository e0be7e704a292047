/**
 * One board on screen: what its painter, its cards, its tools and its actions share. Made when the canvas is mounted;
 * actions of menu and palette find it by its session.
 */
import { growRect, type Point, type Rect } from '../../shared/model/geometry.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { Camera } from '../stores/uiStore.ts';
import { type BoardScene, createBoardScene } from './boardScene.ts';
import { fitRect, panIntoView, screenToPage, viewCentre } from './camera.ts';
import { type CameraMotion, createCameraMotion } from './cameraMotion.ts';
import { type CanvasTheme, readCanvasTheme } from './canvasTheme.ts';
import { createLiveStore, type LiveStore } from './live/liveStore.ts';

export interface Board {
  readonly session: JamSession;
  readonly scene: BoardScene;
  readonly live: LiveStore;
  readonly motion: CameraMotion;
  readonly theme: { current: CanvasTheme };
  /** Tells of a new theme; returns how to stop listening. */
  onTheme(listener: () => void): () => void;
  /** Reads the tokens anew. */
  retheme(): void;
  /** Where the pointer is over the board, CSS pixels from its top left; null when it is elsewhere. */
  readonly pointer: { screen: Point | null };
  /** The page point under the pointer, or the middle of the view. */
  handPoint(): Point;
  lookAt(camera: Camera): void;
  /** Shows a page rect, moving no more than needed. */
  reveal(rect: Rect): void;
  fit(rect: Rect, closest?: number): void;
}

const boards = new WeakMap<JamSession, Board>();

/** The board of a session that is on screen, or null (list, decide screen). */
export function boardOf(session: JamSession): Board | null {
  return boards.get(session) ?? null;
}

export function createBoard(session: JamSession): { board: Board; dispose(): void } {
  const { ui } = session;
  const scene = createBoardScene();
  scene.update(session.view().layout, null);
  const theme = { current: readCanvasTheme() };
  const themed = new Set<() => void>();
  const pointer: { screen: Point | null } = { screen: null };
  const motion = createCameraMotion(
    () => ui.getState().camera,
    (camera) => session.set({ camera }),
  );
  const board: Board = {
    session,
    scene,
    live: createLiveStore(),
    motion,
    theme,
    onTheme(listener) {
      themed.add(listener);
      return () => themed.delete(listener);
    },
    retheme() {
      theme.current = readCanvasTheme();
      for (const listener of themed) listener();
    },
    pointer,
    handPoint() {
      const { camera, viewport } = ui.getState();
      return pointer.screen === null ? viewCentre(camera, viewport) : screenToPage(camera, pointer.screen);
    },
    lookAt: (camera) => motion.moveTo(camera, theme.current.move),
    reveal(rect) {
      const { camera, viewport } = ui.getState();
      motion.moveTo(panIntoView(camera, viewport, rect), theme.current.move);
    },
    fit(rect, closest = 1) {
      motion.moveTo(fitRect(growRect(rect, 4), ui.getState().viewport, 40, closest), theme.current.move);
    },
  };
  boards.set(session, board);
  return {
    board,
    dispose() {
      motion.stop();
      if (boards.get(session) === board) boards.delete(session);
    },
  };
}
