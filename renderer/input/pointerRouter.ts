/**
 * Turns the pointer's events into what tools understand. One gesture at a time: the main button goes to the tool, the
 * middle button and space move the paper, two fingers on a screen pinch. Esc and a lost pointer call a gesture off.
 */

import type { Point } from '../../shared/model/geometry.ts';
import type { Board } from '../canvas/board.ts';
import { panBy, screenToPage, zoomAt } from '../canvas/camera.ts';
import { createEdgeScroll } from './edgeScroll.ts';
import { pan } from './gestures/pan.ts';
import { pinch } from './gestures/pinch.ts';
import { clickOrDrag, type Gesture, type Hand } from './hand.ts';
import { type Hit, hitTest } from './hit.ts';
import { TOOLS } from './tools/registry.ts';
import type { Tool } from './tools/tool.ts';
import { wheelIntent } from './wheel.ts';

export interface RouterOptions {
  readonly pointer: () => 'mouse' | 'trackpad';
  readonly mac: boolean;
}

/** Two presses within this time and distance are a double one: ms, CSS pixels. */
const DOUBLE = { time: 400, distance: 6 } as const;

/** @returns the function that stops listening */
export function routePointer(board: Board, root: HTMLElement, options: RouterOptions): () => void {
  const { session, live } = board;
  const { ui } = session;
  const fingers = new Map<number, Point>();
  let gesture: { readonly pointer: number; readonly does: Gesture } | null = null;
  let lastPress = { time: Number.NEGATIVE_INFINITY, at: { x: 0, y: 0 } };
  let space = false;

  const handOf = (event: PointerEvent | WheelEvent | MouseEvent): Hand => {
    const box = root.getBoundingClientRect();
    const screen = { x: event.clientX - box.left, y: event.clientY - box.top };
    return {
      screen,
      page: screenToPage(ui.getState().camera, screen),
      shift: event.shiftKey,
      alt: event.altKey,
      mod: options.mac ? event.metaKey : event.ctrlKey,
    };
  };
  const hitOf = (hand: Hand) => hitTest(board.scene, hand.page, ui.getState().camera.zoom);
  const tool = () => TOOLS[ui.getState().tool];
  let lastHand: Hand | null = null;
  const edge = createEdgeScroll(board, () => {
    if (lastHand === null) return;
    const page = screenToPage(ui.getState().camera, lastHand.screen);
    gesture?.does.move({ ...lastHand, page });
  });
  const stopGesture = (): boolean => {
    if (gesture === null) return false;
    edge.follow(null);
    gesture.does.cancel();
    gesture = null;
    return true;
  };

  const onDown = (event: PointerEvent): void => {
    if (!isPaper(event.target)) return;
    const hand = handOf(event);
    fingers.set(event.pointerId, hand.screen);
    if (event.pointerType === 'touch' && fingers.size === 2) {
      stopGesture();
      gesture = { pointer: event.pointerId, does: pinch(board, fingers) };
      return;
    }
    if (gesture !== null || event.button > 1) return;
    board.motion.stop();
    // Whoever presses paper has let go of the text; the editor hears that by its blur.
    root.focus({ preventScroll: true });
    const grabs = event.button === 1 || space;
    const hit = hitOf(hand);
    const twice = isTwice(event, hand);
    if (event.button === 1) event.preventDefault();
    session.set({ editingGroup: null, editingConnector: null });
    const current = tool();
    if (!grabs && twice && current.pressTwice !== undefined) {
      event.preventDefault();
      current.pressTwice(board, hand, hit);
      return;
    }
    const does = grabs ? pan(board, hand) : pressWith(event.pointerType, current, hand, hit);
    if (does === null) return;
    gesture = { pointer: event.pointerId, does };
    root.setPointerCapture(event.pointerId);
  };

  /** A finger on bare paper moves the paper; a tap does what a click does. */
  const pressWith = (pointer: string, current: Tool, hand: Hand, hit: Hit): Gesture | null => {
    const bare = hit.type === 'paper' || hit.type === 'area';
    if (pointer !== 'touch' || current.id !== 'select' || !bare) return current.press(board, hand, hit);
    return clickOrDrag(
      hand,
      (up) => current.press(board, hand, hit)?.end(up),
      (start) => pan(board, start),
    );
  };

  const isTwice = (event: PointerEvent, { screen }: Hand): boolean => {
    const twice =
      event.button === 0 && isNear(screen, lastPress.at) && event.timeStamp - lastPress.time <= DOUBLE.time;
    lastPress = { time: twice ? Number.NEGATIVE_INFINITY : event.timeStamp, at: screen };
    return twice;
  };

  const onMove = (event: PointerEvent): void => {
    const hand = handOf(event);
    board.pointer.screen = hand.screen;
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, hand.screen);
    if (gesture !== null) {
      if (gesture.pointer === event.pointerId || fingers.size > 1) {
        gesture.does.move(hand);
        lastHand = hand;
        // A drag is no first half of a double press.
        if (!isNear(hand.screen, lastPress.at)) lastPress = { ...lastPress, time: Number.NEGATIVE_INFINITY };
        edge.follow(gesture.does.scrolls?.() === true ? hand.screen : null);
      }
      return;
    }
    if (event.pointerType === 'touch') return;
    const over = isPaper(event.target);
    const hit = over ? hitOf(hand) : ({ type: 'paper' } as const);
    tool().hover?.(board, over ? hand : null, hit);
    setCursor(space ? 'grab' : tool().cursor(hit));
  };

  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (event.button === 1) withholdPaste();
    if (gesture?.pointer !== event.pointerId) return;
    const { does } = gesture;
    gesture = null;
    edge.follow(null);
    does.end(handOf(event));
  };

  const onCancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (gesture?.pointer === event.pointerId) stopGesture();
  };

  const onLeave = (): void => {
    board.pointer.screen = null;
    if (gesture === null) tool().hover?.(board, null, { type: 'paper' });
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    board.motion.stop();
    const { camera } = ui.getState();
    const intent = wheelIntent(event as WheelEvent & { wheelDeltaY?: number }, options.pointer());
    const at = handOf(event).screen;
    if (intent.kind === 'zoom') session.set({ camera: zoomAt(camera, at, camera.zoom * intent.factor) });
    else session.set({ camera: panBy(camera, intent.dx, intent.dy) });
  };

  /** Before everybody else: while a gesture goes on, Esc calls that off and nothing more. */
  const onKey = (event: KeyboardEvent): void => {
    if (event.type === 'keydown' && event.key === 'Escape' && stopGesture()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.key !== ' ' || isWords(event.target)) return;
    space =
      event.type === 'keydown' &&
      (root.contains(document.activeElement) || document.activeElement === document.body);
    if (space) event.preventDefault();
    setCursor(space ? 'grab' : tool().cursor({ type: 'paper' }));
  };

  let cursor = '';
  const setCursor = (own: string): void => {
    const next = live.get().cursor ?? own;
    if (next !== cursor) root.style.cursor = next;
    cursor = next;
  };
  const stops = [
    live.subscribe((now, before) => {
      if (now.cursor !== before.cursor) setCursor(tool().cursor({ type: 'paper' }));
    }),
    ui.subscribe((now, before) => {
      if (now.tool === before.tool) return;
      TOOLS[before.tool].hover?.(board, null, { type: 'paper' });
      setCursor(tool().cursor({ type: 'paper' }));
    }),
  ];
  const onBlur = (): void => {
    space = false;
  };
  const block = (event: Event): void => event.preventDefault();
  root.addEventListener('pointerdown', onDown);
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerup', onUp);
  root.addEventListener('pointercancel', onCancel);
  root.addEventListener('pointerleave', onLeave);
  root.addEventListener('wheel', onWheel, { passive: false });
  root.addEventListener('contextmenu', block);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('keyup', onKey, true);
  window.addEventListener('blur', onBlur);
  return () => {
    stopGesture();
    for (const stop of stops) stop();
    root.removeEventListener('pointerdown', onDown);
    root.removeEventListener('pointermove', onMove);
    root.removeEventListener('pointerup', onUp);
    root.removeEventListener('pointercancel', onCancel);
    root.removeEventListener('pointerleave', onLeave);
    root.removeEventListener('wheel', onWheel);
    root.removeEventListener('contextmenu', block);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('keyup', onKey, true);
    window.removeEventListener('blur', onBlur);
  };
}

/**
 * On Linux letting go of the middle button pastes what was selected last, wherever that was. Preventing the press does
 * not prevent that, so the paste that comes with it is not heard.
 */
function withholdPaste(): void {
  const withhold = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('paste', withhold, true);
  requestAnimationFrame(() => window.removeEventListener('paste', withhold, true));
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= DOUBLE.distance;
}

/** The board itself, not a bar, a field or the editor that lies on it. */
function isPaper(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.bar, .name-field, .sheet-editor, .minimap') === null;
}

function isWords(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
