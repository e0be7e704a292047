/**
 * Lets CodeMirror break a sheet's text where the card breaks it: the browser breaks nothing, a widget stands at each
 * end of line that the table gives. So no word jumps when a sheet is opened or left.
 */
import { type Extension, RangeSetBuilder, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { breakLines } from '../../shared/ideas/lineBreaking.ts';
import type { TextStyleName } from '../../shared/ideas/textMetrics.ts';

/** How the sheet's text is set right now: a root that grows, or a kind that changes, sets it anew. */
export interface Setting {
  readonly style: TextStyleName;
  /** Page units. */
  readonly width: number;
}

class EndOfLine extends WidgetType {
  override get lineBreaks(): number {
    return 1;
  }
  toDOM(): HTMLElement {
    return document.createElement('br');
  }
}

const end = Decoration.widget({ widget: new EndOfLine(), side: -1 });

export function sheetLines(setting: () => Setting): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      private seen: Setting;

      constructor(view: EditorView) {
        this.seen = setting();
        this.decorations = breaksOf(view.state.doc, this.seen);
      }

      update(update: ViewUpdate): void {
        const now = setting();
        if (!update.docChanged && now.style === this.seen.style && now.width === this.seen.width) return;
        this.seen = now;
        this.decorations = breaksOf(update.state.doc, now);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function breaksOf(doc: Text, { style, width }: Setting): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (let n = 1; n <= doc.lines; n++) {
    const line = doc.line(n);
    for (const at of softBreaks(line.text, breakLines(line.text, style, width)))
      builder.add(line.from + at, line.from + at, end);
  }
  return builder.finish();
}

/** Where in a paragraph its second and later lines begin. Spaces at a break stay at the end of the line before. */
export function softBreaks(paragraph: string, lines: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const [row, line] of lines.entries()) {
    while (at < paragraph.length && isSpace(paragraph[at]) && !line.startsWith(paragraph[at] ?? '')) at++;
    if (row > 0) starts.push(at);
    for (const letter of line) {
      if (letter === ' ') while (isSpace(paragraph[at])) at++;
      else at += letter.length;
    }
  }
  return starts;
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /[ \t\v\f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/.test(letter);
}
