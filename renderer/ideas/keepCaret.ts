/**
 * Keeps the caret of an open sheet in sight: past the sheet's last row its text scrolls, past the board's edge the paper
 * moves. Nothing else may scroll: the editor would otherwise push the whole window aside.
 */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Board } from '../canvas/board.ts';
import { panIntoView, screenToPage } from '../canvas/camera.ts';

/** On screen, CSS pixels from the window's corner. */
interface Sight {
  readonly caret: { readonly left: number; readonly top: number; readonly bottom: number } | null;
  readonly text: DOMRect;
  readonly root: DOMRect | undefined;
}

export function keepCaret(board: Board): Extension {
  const measure = {
    key: 'keepCaret',
    read: (view: EditorView): Sight => ({
      caret: view.coordsAtPos(view.state.selection.main.head),
      text: view.scrollDOM.getBoundingClientRect(),
      root: view.dom.closest('.board')?.getBoundingClientRect(),
    }),
    write({ caret, text, root }: Sight, view: EditorView): void {
      if (root === undefined) return;
      if (caret === null) {
        // Too far off to be drawn yet: the next measure finds it.
        view.scrollDOM.scrollTop = view.lineBlockAt(view.state.selection.main.head).top;
        view.requestMeasure(measure);
        return;
      }
      const { camera, viewport } = board.session.ui.getState();
      const down = Math.max(0, caret.bottom - text.bottom) || Math.min(0, caret.top - text.top);
      if (down !== 0) view.scrollDOM.scrollTop += down / camera.zoom;
      const corner = screenToPage(camera, { x: caret.left - root.left, y: caret.top - down - root.top });
      const place = { ...corner, w: 1, h: (caret.bottom - caret.top) / camera.zoom };
      const next = panIntoView(camera, viewport, place);
      // Only then: a camera that is on its way to this sheet is not stopped.
      if (next !== camera) board.lookAt(next);
    },
  };
  return [
    EditorView.scrollHandler.of(() => true),
    EditorView.updateListener.of(({ view, docChanged, selectionSet }) => {
      if (docChanged || selectionSet) view.requestMeasure(measure);
    }),
    EditorView.domEventHandlers({
      scroll: (_event, view) => toLeft(view),
      compositionend: (_event, view) => void requestAnimationFrame(() => toLeft(view)),
    }),
  ];
}

/** We break the lines, so nothing stands off to the right; but what an input method still composes is one line. */
function toLeft(view: EditorView): void {
  if (!view.composing) view.scrollDOM.scrollLeft = 0;
}
