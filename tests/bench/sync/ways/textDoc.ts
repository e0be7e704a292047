import * as Y from 'yjs';
import type { Way } from './way.ts';

/** A Y.Doc with one entry, for the ways that share a document. */
export function createTextDoc(): { doc: Y.Doc } & Pick<Way, 'edit' | 'onText'> {
  const doc = new Y.Doc();
  const root = doc.getMap<string>('root');
  return {
    doc,
    edit: (text) => void root.set('text', text),
    onText: (listener) =>
      root.observe((event) => {
        if (!event.transaction.local) listener(root.get('text') ?? '');
      }),
  };
}
