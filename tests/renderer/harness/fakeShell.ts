/** A shell without a machine behind it: remembers in memory, answers at once. */
import {
  DEFAULT_SETTINGS,
  type ListedJam,
  type Settings,
  type Shell,
  type StartInfo,
} from '../../../shared/ipc/shell.ts';
import { toBase64Url } from '../../../shared/util/bytes.ts';
import { createSigner } from '../../../shared/util/signature.ts';

export interface FakeMachine {
  readonly cards: readonly ListedJam[];
  readonly settings?: Partial<Settings>;
  /** Records by jam. */
  readonly journals?: ReadonlyMap<string, Uint8Array>;
  readonly open?: string | null;
  readonly member?: string;
}

export function createFakeShell(first: FakeMachine): Shell {
  const signer = createSigner(new Uint8Array(32).fill(9));
  const journals = new Map(first.journals);
  let cards = [...first.cards];
  let settings: Settings = { ...DEFAULT_SETTINGS, ...first.settings };
  const listening = () => () => {};
  const change = (jam: string, patch: Partial<ListedJam>) => {
    cards = cards.map((card) => (card.jam === jam ? { ...card, ...patch } : card));
    return Promise.resolve({ ok: true as const, value: null });
  };
  const start = (): Promise<StartInfo> =>
    Promise.resolve({
      kind: 'browser',
      version: '0.1.0',
      platform: 'linux',
      device: toBase64Url(signer.device),
      member: first.member ?? 'RA',
      settings,
      jam: first.open ?? null,
      requests: [],
    });
  return {
    kind: 'browser',
    start,
    painted: () => {},
    saveSettings: (next) => {
      settings = next;
      return Promise.resolve({ ok: true, value: next });
    },
    listJams: () => Promise.resolve(cards),
    putCard: (card) => {
      cards = [{ ...card, door: false }, ...cards.filter(({ jam }) => jam !== card.jam)];
      return Promise.resolve({ ok: true, value: null });
    },
    binJam: (jam) => change(jam, { binned: Date.now() }),
    restoreJam: (jam) => change(jam, { binned: null }),
    openJournal: (jam) =>
      Promise.resolve({
        ok: true,
        value: { records: journals.get(jam) ?? new Uint8Array(0), damaged: null },
      }),
    appendJournal: (jam, records) => {
      const before = journals.get(jam) ?? new Uint8Array(0);
      const after = new Uint8Array(before.length + records.length);
      after.set(before);
      after.set(records, before.length);
      journals.set(jam, after);
      return Promise.resolve({ ok: true, value: null });
    },
    closeJournal: () => Promise.resolve(),
    loadKept: () => Promise.resolve({ ok: true, value: new Uint8Array(0) }),
    saveKept: () => Promise.resolve({ ok: true, value: null }),
    loadView: () => Promise.resolve(null),
    saveView: () => Promise.resolve(),
    loadRoom: () => Promise.resolve(null),
    saveRoom: () => Promise.resolve({ ok: true, value: null }),
    sign: (purpose, message) => Promise.resolve({ ok: true, value: signer.sign(purpose, message) }),
    openFile: () => Promise.resolve({ ok: true, value: null }),
    saveFile: () => Promise.resolve({ ok: true, value: null }),
    hub: () => Promise.resolve({ ok: true, value: { signaling: '', relay: '' } }),
    shareTopic: () =>
      Promise.resolve({
        ok: true,
        value: { addresses: ['http://192.168.1.5:4718'], port: 4718, moved: false },
      }),
    unshareTopic: () => Promise.resolve({ ok: true, value: null }),
    meetHubs: () => Promise.resolve({ ok: true, value: null }),
    writeClipboard: () => Promise.resolve(),
    setTitle: (title) => {
      document.title = title;
    },
    setEnabledActions: () => {},
    onAction: listening,
    onOpen: listening,
    onClosing: listening,
    openWindow: () => Promise.resolve(),
  };
}
