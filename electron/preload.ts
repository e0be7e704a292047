/** The preload: one object, `riffroom`, in the page's world. Built as CommonJS, because the renderer is sandboxed. */
import { contextBridge, ipcRenderer } from 'electron';
import { createPageShell } from './ipc/createPageShell.ts';

contextBridge.exposeInMainWorld('riffroom', createPageShell(ipcRenderer));
