import { HocuspocusProvider } from '@hocuspocus/provider';
import { createTextDoc } from './textDoc.ts';
import type { Way, WayOptions } from './way.ts';

export function openHocuspocus({ room, hocuspocus }: WayOptions): Way {
  const { doc, edit, onText } = createTextDoc();
  new HocuspocusProvider({ url: hocuspocus, name: room, document: doc });
  return { edit, onText, linked: () => null };
}
