/** One open text, under CodeMirror: several lines, other people's words merged in as they come. Esc and leaving end it. */
import { defaultKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, placeholder as ghost, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { TextTarget } from '../../../shared/jam/jam.ts';
import { useSession } from '../session.tsx';
import { bindYText } from './bindYText.ts';
import { cspNonce } from './cspNonce.ts';
import './TextEditor.css';

interface TextEditorProps {
  /** Must stay the same object while the editor is open. */
  readonly target: TextTarget;
  readonly label: string;
  readonly placeholder: string;
  readonly onEnd: () => void;
}

export function TextEditor({ target, label, placeholder, onEnd }: TextEditorProps) {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  useEffect(() => {
    const parent = place.current;
    const open = session.openText(target);
    if (parent === null || open === null) {
      open?.close();
      ended.current();
      return;
    }
    const end = (): boolean => {
      ended.current();
      return true;
    };
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: open.ytext.toString(),
        selection: { anchor: open.ytext.length },
        extensions: [
          EditorView.cspNonce.of(cspNonce()),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-multiline': 'true',
            spellcheck: String(document.documentElement.spellcheck),
          }),
          ghost(placeholder),
          bindYText(open),
          keymap.of([{ key: 'Escape', run: end }, { key: 'Mod-Enter', run: end }, ...defaultKeymap]),
          EditorView.domEventHandlers({
            blur: () => {
              // The window losing the focus is not the person leaving the text.
              setTimeout(() => {
                if (document.hasFocus() && !view.hasFocus) ended.current();
              });
            },
          }),
        ],
      }),
    });
    view.focus();
    return () => {
      view.destroy();
      open.close();
    };
  }, [session, target, label, placeholder]);

  // biome-ignore lint/a11y/noStaticElementInteractions: keeps typing from reaching the board's keys
  return <div ref={place} className="text-editor" onKeyDown={(event) => event.stopPropagation()} />;
}
