/** A shell that keeps nothing: for looking at the board without an app around it. */
import { DEFAULT_SETTINGS, type Shell, type StartInfo } from '../../../../shared/ipc/shell.ts';
import { toBase64Url } from '../../../../shared/util/bytes.ts';
import { createSigner } from '../../../../shared/util/signature.ts';

const ok = <T>(value: T) => ({ ok: true as const, value });

const signer = createSigner(new Uint8Array(32));

export const HARNESS_INFO: StartInfo = {
  kind: 'browser',
  version: '0',
  platform: 'web',
  device: toBase64Url(signer.device),
  member: 'greta',
  settings: { ...DEFAULT_SETTINGS, memberName: 'Greta Lind' },
  jam: null,
  requests: [],
};

export const fakeShell: Shell = {
  kind: 'browser',
  start: async () => HARNESS_INFO,
  painted: () => undefined,
  saveSettings: async (settings) => ok(settings),
  listJams: async () => [],
  putCard: async () => ok(null),
  binJam: async () => ok(null),
  restoreJam: async () => ok(null),
  openJournal: async () => ok({ records: new Uint8Array(), damaged: null }),
  appendJournal: async () => ok(null),
  closeJournal: async () => undefined,
  loadKept: async () => ok(new Uint8Array(0)),
  saveKept: async () => ok(null),
  loadView: async () => null,
  saveView: async () => undefined,
  loadRoom: async () => null,
  saveRoom: async () => ok(null),
  sign: async (purpose, message) => ok(signer.sign(purpose, message)),
  openFile: async () => ok(null),
  saveFile: async () => ok(null),
  hub: async () => ok({ signaling: '', relay: '' }),
  shareTopic: async () => ok({ addresses: [], port: 4718, moved: false }),
  unshareTopic: async () => ok(null),
  meetHubs: async () => ok(null),
  writeClipboard: async () => undefined,
  setTitle: () => undefined,
  setEnabledActions: () => undefined,
  onAction: () => () => undefined,
  onOpen: () => () => undefined,
  onClosing: () => () => undefined,
  openWindow: async () => undefined,
};
