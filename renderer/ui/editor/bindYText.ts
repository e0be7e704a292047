/**
 * Ties a CodeMirror view to the Y.Text of a text session, both ways. (y-codemirror.next writes under an origin of its
 * own, which the log would not take for the person's; this one writes under the session's.)
 */
import { Annotation, type ChangeSpec, type Extension } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type * as Y from 'yjs';
import type { TextSession } from '../../../shared/jam/jam.ts';

const fromDocument = Annotation.define<boolean>();

export function bindYText({ ytext, origin, undoManager }: TextSession): Extension {
  const binding = ViewPlugin.fromClass(
    class {
      private readonly view: EditorView;
      private readonly observer: (event: Y.YTextEvent, transaction: Y.Transaction) => void;

      constructor(view: EditorView) {
        this.view = view;
        this.observer = (event, transaction) => {
          if (transaction.origin === origin) return;
          this.view.dispatch({ changes: changesOf(event), annotations: fromDocument.of(true) });
        };
        ytext.observe(this.observer);
      }

      update(update: ViewUpdate): void {
        if (!update.docChanged || update.transactions.some((one) => one.annotation(fromDocument))) return;
        ytext.doc?.transact(() => {
          let shift = 0;
          update.changes.iterChanges((fromA, toA, _fromB, _toB, insert) => {
            const words = insert.sliceString(0, insert.length, '\n');
            if (toA > fromA) ytext.delete(fromA + shift, toA - fromA);
            if (words !== '') ytext.insert(fromA + shift, words);
            shift += words.length - (toA - fromA);
          });
        }, origin);
      }

      destroy(): void {
        ytext.unobserve(this.observer);
      }
    },
  );
  const step = (which: 'undo' | 'redo') => () => {
    undoManager[which]();
    return true;
  };
  return [
    binding,
    keymap.of([
      { key: 'Mod-z', run: step('undo'), preventDefault: true },
      { key: 'Mod-Shift-z', run: step('redo'), preventDefault: true },
      { key: 'Mod-y', run: step('redo'), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput(event) {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        return step(event.inputType === 'historyUndo' ? 'undo' : 'redo')();
      },
    }),
  ];
}

function changesOf(event: Y.YTextEvent): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  let at = 0;
  for (const part of event.delta) {
    if (typeof part.insert === 'string') changes.push({ from: at, to: at, insert: part.insert });
    else if (part.delete !== undefined) {
      changes.push({ from: at, to: at + part.delete });
      at += part.delete;
    } else at += part.retain ?? 0;
  }
  return changes;
}
