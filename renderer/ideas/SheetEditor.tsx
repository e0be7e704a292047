/** The sheet that is being written: the same paper in the same place, with CodeMirror where its text is printed. */
import { defaultKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import { textHeightOn, textWidthOn } from '../../shared/ideas/sheetText.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Board } from '../canvas/board.ts';
import { centreOn } from '../canvas/camera.ts';
import { cutOf, padOf } from '../canvas/figures.ts';
import { pasteText } from '../input/actions/clipboardActions.ts';
import type { JamSession } from '../session/jamSession.ts';
import { bindYText } from '../ui/editor/bindYText.ts';
import { cspNonce } from '../ui/editor/cspNonce.ts';
import { Foot } from './Card.tsx';
import { growing, heightsOf } from './growing.ts';
import { keepCaret } from './keepCaret.ts';
import { type Setting, sheetLines } from './sheetLines.ts';
import './sheetEditor.css';

/** Below this zoom nobody can read what they write: the board comes nearer first. */
const READABLE = 0.6;

export function SheetEditor({ board }: { readonly board: Board }) {
  const { ui } = board.session;
  const editing = useSyncExternalStore(ui.subscribe, () => ui.getState().editing);
  return editing === null ? null : <OpenSheet key={editing} board={board} idea={editing} />;
}

function OpenSheet({ board, idea }: { readonly board: Board; readonly idea: IdeaId }) {
  const { session } = board;
  const sheet = useSyncExternalStore(session.subscribe, () => session.view().layout.sheets.get(idea));
  const place = useRef<HTMLDivElement>(null);
  const gone = sheet === undefined;

  useEffect(() => {
    if (gone || place.current === null) return;
    comeNearer(board, idea);
    return openEditor(board, idea, place.current);
  }, [board, idea, gone]);

  if (sheet === undefined) return null;
  const pad = padOf(sheet);
  return (
    <div
      className="card sheet-editor"
      data-ink={sheet.ink}
      data-cut={cutOf(sheet)}
      data-root={sheet.root || undefined}
      style={{ left: sheet.x, top: sheet.y, width: sheet.w, height: sheet.h }}
    >
      <span className="card-stock" />
      <div
        ref={place}
        className="card-text"
        style={{
          left: pad.left,
          top: pad.top,
          height: textHeightOn(sheet.h, sheet.root),
          width: textWidthOn(ideaKind(sheet.kind).cut, sheet.ink2 !== null),
          fontWeight: sheet.weight,
        }}
      />
      <Foot sheet={sheet} doing="writing" />
    </div>
  );
}

function comeNearer({ session, motion, lookAt }: Board, idea: IdeaId): void {
  const { camera, viewport } = session.ui.getState();
  const sheet = session.view().layout.sheets.get(idea);
  if (camera.zoom >= READABLE || sheet === undefined) return;
  motion.stop();
  const near = { ...camera, zoom: 1 };
  lookAt(centreOn(near, viewport, { x: sheet.x + sheet.w / 2, y: sheet.y + sheet.h / 2 }));
}

function openEditor(board: Board, idea: IdeaId, parent: HTMLElement): () => void {
  const { session } = board;
  const heights = heightsOf(session, [idea]);
  const open = session.openText({ idea, field: 'text' });
  const leave = (): void => {
    if (session.ui.getState().editing === idea) session.set({ editing: null, fresh: null });
  };
  if (open === null) {
    leave();
    return () => undefined;
  }
  const act = (id: string) => (): boolean => {
    session.act(id);
    return true;
  };
  const view: EditorView = new EditorView({
    parent,
    state: EditorState.create({
      doc: open.ytext.toString(),
      selection: { anchor: open.ytext.length },
      extensions: [
        EditorView.cspNonce.of(cspNonce()),
        EditorView.lineWrapping,
        sheetLines(() => settingOf(session, idea)),
        drawSelection({ cursorBlinkRate: reducedMotion() ? 0 : 1100 }),
        EditorView.contentAttributes.of({
          'aria-label': `Text of ${session.view().labels.get(idea) ?? 'the idea'}`,
          'aria-multiline': 'true',
          spellcheck: String(document.documentElement.spellcheck),
        }),
        bindYText(open),
        keepCaret(board),
        keymap.of([
          { key: 'Escape', run: act('board.escape') },
          { key: 'Tab', run: act('idea.riff') },
          { key: 'Mod-Enter', run: act('idea.sibling') },
          { key: 'Alt-1', run: act('bond.build') },
          { key: 'Alt-2', run: act('bond.twist') },
          { key: 'Alt-3', run: act('bond.combine') },
          { key: 'Alt-4', run: act('bond.question') },
          ...defaultKeymap,
        ]),
        EditorView.domEventHandlers({
          paste(event) {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            const isList = /\S[^\S\n]*\r?\n\s*\S|\S\t\S/.test(text);
            if (!isList || view.state.doc.length > 0) return false;
            event.preventDefault();
            leave();
            // The sheet that was left empty is gone first; then each line has one of its own.
            queueMicrotask(() => pasteText(session, text));
            return true;
          },
          blur() {
            // The window losing the focus is not the person leaving the sheet.
            setTimeout(() => {
              if (document.hasFocus() && !view.hasFocus) leave();
            });
          },
        }),
      ],
    }),
  });
  view.focus();
  return () => {
    view.destroy();
    growing(session, heights, open.close);
  };
}

/** A fresh sheet that becomes a root, or changes its kind, is set anew. */
function settingOf(session: JamSession, idea: IdeaId): Setting {
  const sheet = session.view().layout.sheets.get(idea);
  return {
    style: sheet?.root === true ? 'root' : 'sheet',
    width: textWidthOn(ideaKind(sheet?.kind ?? 'note').cut, (sheet?.ink2 ?? null) !== null),
  };
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
