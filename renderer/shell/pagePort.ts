/** What the browser edition needs of its page, as a port: the contract suite runs without one. */
import type { Answer, OpenedFile } from '../../shared/ipc/shell.ts';

import { keptJam, leaveJam } from './takeAddress.ts';

export interface PagePort {
  fetch(url: string, init: RequestInit): Promise<Response>;
  connect(url: string, protocols: readonly string[]): WebSocket;
  /** Asks for a file; null when cancelled. */
  chooseFile(): Promise<Answer<OpenedFile | null>>;
  download(name: string, bytes: Uint8Array): void;
  writeClipboard(text: string): Promise<void>;
  setTitle(title: string): void;
  openTab(fragment: string): void;
  /** The jam that a reload of this tab goes back to. */
  rememberJam(jam: string): void;
  /** It was left: a reload goes to the library, unless another jam is remembered by now. */
  forgetJam(jam: string): void;
  /** Before the page goes: `waiting` says whether work is still on its way; then the browser asks. */
  onLeaving(waiting: () => boolean, gone: () => void): void;
}

const maxFileBytes = 512 * 1024 * 1024;
const readable = '.riffjam,.canvas,.json,.md,.markdown,.txt,.csv,.tsv';

export function createPagePort(page: Window): PagePort {
  const { document } = page;
  return {
    fetch: (url, init) => page.fetch(url, init),
    connect: (url, protocols) => new WebSocket(url, [...protocols]),
    chooseFile: () => chooseFile(document),
    download(name, bytes) {
      const url = URL.createObjectURL(
        new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
      );
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The browser reads it after the click; a minute is plenty.
      page.setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
    writeClipboard: (text) => writeClipboard(page, text),
    setTitle(title) {
      document.title = title === '' ? 'Riffroom' : title;
    },
    openTab(fragment) {
      page.open(`${page.location.pathname}#${fragment}`, '_blank', 'noopener');
    },
    rememberJam: (jam) => page.sessionStorage.setItem(keptJam, jam),
    forgetJam: (jam) => leaveJam(page, jam),
    onLeaving(waiting, gone) {
      page.addEventListener('beforeunload', (event) => {
        if (waiting()) event.preventDefault();
      });
      page.addEventListener('pagehide', gone);
      // Brought back from the browser's cache, its seat is gone.
      page.addEventListener('pageshow', (event) => {
        if (event.persisted) page.location.reload();
      });
    },
  };
}

function chooseFile(document: Document): Promise<Answer<OpenedFile | null>> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = readable;
  return new Promise((answer) => {
    input.addEventListener('cancel', () => answer({ ok: true, value: null }));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void readFile(file).then(answer);
      else answer({ ok: true, value: null });
    });
    input.click();
  });
}

async function readFile(file: File): Promise<Answer<OpenedFile>> {
  const { name } = file;
  if (file.size > maxFileBytes) {
    return {
      ok: false,
      code: 'too-large',
      sentence: `This file is larger than 512 MB, more than Riffroom opens: ${name}.`,
    };
  }
  try {
    return { ok: true, value: { name, bytes: new Uint8Array(await file.arrayBuffer()), handle: null } };
  } catch {
    return {
      ok: false,
      code: 'file-trouble',
      sentence: `The browser could not read ${name}. Please choose it again.`,
    };
  }
}

/** `navigator.clipboard` is missing where the page is no secure context. */
async function writeClipboard({ navigator, document }: Window, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByCommand(document, text)) throw new Error('The browser let nothing be copied.');
  }
}

/** The page says itself what is copied: a field to select from would lose the focus to an open dialog. */
function copyByCommand(document: Document, text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Without a selection Chromium copies only where somebody answers this.
  const mayCopy = (event: Event): void => event.preventDefault();
  document.addEventListener('beforecopy', mayCopy, true);
  document.addEventListener('copy', give, true);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', mayCopy, true);
    document.removeEventListener('copy', give, true);
  }
}
