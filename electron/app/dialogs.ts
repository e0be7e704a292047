/** What is asked of a person outside the page, as a port: end-to-end tests answer from a queue instead. */
import { type BrowserWindow, dialog, shell } from 'electron';

export interface Dialogs {
  /** A path to open, or null. */
  chooseFile(window: BrowserWindow): Promise<string | null>;
  chooseTarget(window: BrowserWindow, name: string, typeName: string): Promise<string | null>;
  /** Opens an https address in the browser when the person agrees. */
  visit(window: BrowserWindow, address: string): Promise<void>;
  /** Says something that no page can say any more. */
  say(sentence: string): void;
}

/** Every kind that Riffroom reads; which one it is, the bytes decide. */
const readable = ['riffjam', 'canvas', 'json', 'md', 'markdown', 'txt', 'csv', 'tsv'];

export function createDialogs(): Dialogs {
  return {
    async chooseFile(window) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open a file',
        properties: ['openFile'],
        filters: [
          { name: 'Jams, outlines and tables', extensions: readable },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseTarget(window, name, typeName) {
      const ending = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1];
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: name,
        filters: ending === undefined ? [] : [{ name: typeName, extensions: [ending] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async visit(window, address) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: 'Open this address in your browser?',
        detail: address,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(address);
    },
    say(sentence) {
      dialog.showErrorBox('Riffroom', sentence);
    },
  };
}
