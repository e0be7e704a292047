/**
 * The one typed interface between what a person sees (renderer) and what touches the machine.
 * Three implementations: Electron's main process behind the preload (`kind: 'app'`), a plain Node server on the
 * loopback behind fetch and a WebSocket (`kind: 'browser'`), and a guest's page, which has nothing behind it but the
 * browser (`kind: 'guest'`). All pass the same contract suite.
 *
 * Every call is parsed on the far side; a refusal is a value with one sentence for people. Bytes are Uint8Array.
 */
import type { DeviceId, JamId } from '../model/ids.ts';
import type { SignPurpose } from '../util/signature.ts';

/** A call's answer: the value, or one sentence that a person understands and can act on. Nothing was lost by a refusal. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** WCAG 2.1.4: letters alone act as commands on the board. */
  readonly singleLetters: boolean;
  readonly pointer: 'mouse' | 'trackpad';
  /** Off until asked: Electron fetches dictionaries from the internet. */
  readonly spellcheck: boolean;
  /** Two soft tones when a phase has a minute left, and when its time is over. */
  readonly bell: boolean;
  readonly memberName: string;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  singleLetters: true,
  pointer: 'mouse',
  spellcheck: false,
  bell: true,
  memberName: '',
};

/** What the library shows of a jam without opening it. Written by the renderer whenever it closes or pauses. */
export interface JamCard {
  readonly jam: JamId;
  readonly title: string;
  readonly challenge: string;
  /** Wall time, ms. */
  readonly created: number;
  readonly changed: number;
  readonly people: number;
  readonly ideas: number;
  readonly promoted: number;
  readonly sample: boolean;
  /** The trees, for the poster's picture: per tree its rows of sheets as [column, row, flag] (0 ink, 1 white = promoted, 2 red). At most 12 trees of 40. */
  readonly trees: readonly (readonly (readonly [number, number, number])[])[];
  /** The jam's activity in 48 equal slots of its course, each 0 to 1: its signature. */
  readonly signature: readonly number[];
  /** Set while the jam lies in the library's bin; swept after 30 days. */
  readonly binned: number | null;
}

export interface ListedJam extends JamCard {
  /** It was shared and nobody closed its door: that opens again with the jam, and is closed until then. */
  readonly door: boolean;
}

/** A file that came in by dialog, drop, argument or second instance. `handle` lets `files.save` write back to it. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly handle: string | null;
}

export type OpenRequest =
  | { readonly kind: 'file'; readonly file: OpenedFile }
  | { readonly kind: 'invite'; readonly link: string }
  | { readonly kind: 'practice' }
  | { readonly kind: 'trouble'; readonly sentence: string };

export interface StartInfo {
  readonly kind: 'app' | 'browser' | 'guest';
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'web';
  /** This installation's device key (Ed25519), public half. */
  readonly device: DeviceId;
  /** Stable for this profile. */
  readonly member: string;
  readonly settings: Settings;
  /** A jam to go straight to (another window asked for it), or null: the library. */
  readonly jam: JamId | null;
  /** What the app was started with, in order. */
  readonly requests: readonly OpenRequest[];
}

export interface SaveRequest {
  /** Suggested file name with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** For the dialog: "Riffroom jam", "Markdown". */
  readonly typeName: string;
  /** Write here without a dialog (from OpenedFile or an earlier save). null: ask. */
  readonly handle: string | null;
}

export interface SavedFile {
  readonly name: string;
  readonly handle: string | null;
}

/** Where somebody was looking: kept per jam on this laptop, never in the jam. Opaque JSON to the shell, at most 64 KiB. */
export type ViewState = Readonly<Record<string, unknown>>;

/** How this laptop gets back into a jam's room. It lies beside the journal: a jam file or a copy of the jam has none. */
export interface RoomRecord {
  /** The room's secret: 32 bytes, base64url. */
  readonly secret: string;
  /** Where its hubs were last, `http://HOST:PORT`, at most 32. */
  readonly addresses: readonly string[];
  /** Whether to go back in when the jam is opened: until somebody closes the door. */
  readonly open: boolean;
  /** The port that links handed out on this laptop name; null: none were. */
  readonly port: number | null;
}

/** The way in on the network, for as long as a jam is shared. */
export interface Door {
  /** 'http://192.168.1.5:4718', IP first, then .local; none without a network. */
  readonly addresses: readonly string[];
  /** null: another laptop's, whose guest this page is. */
  readonly port: number | null;
  /** Somebody else on this machine has the port that was asked for. */
  readonly moved: boolean;
}

export interface JournalContents {
  /** Framed records (shared/log `encodeRecords`), in the order written. */
  readonly records: Uint8Array;
  /** What was lost to a torn or damaged tail, in words; the damaged file is kept beside the mended one. */
  readonly damaged: string | null;
}

/** Where a page finds its hub: WebSocket addresses, token included. */
export interface HubAccess {
  /** y-webrtc's signalling. */
  readonly signaling: string;
  /** Opaque frames to pages that no direct path leads to. */
  readonly relay: string;
}

export interface Shell {
  readonly kind: 'app' | 'browser' | 'guest';

  start(): Promise<StartInfo>;
  /** Call once the first screen is painted; the process then says "Riffroom is ready". */
  painted(): void;

  saveSettings(settings: Settings): Promise<Answer<Settings>>;

  /** Jams on this laptop, newest change first, binned ones too (`binned` set). */
  listJams(): Promise<readonly ListedJam[]>;
  /** Creates the jam's folder when it is new. */
  putCard(card: JamCard): Promise<Answer<null>>;
  /** Into the bin and out of it again. */
  binJam(jam: JamId): Promise<Answer<null>>;
  restoreJam(jam: JamId): Promise<Answer<null>>;

  /**
   * Claims the jam for this window and reads its journal. Refused with code 'open-elsewhere' when another window has
   * it (that window is brought to the front).
   */
  openJournal(jam: JamId): Promise<Answer<JournalContents>>;
  /** Appends framed records; answers when they are on the disk (fsync). Calls are kept in order. */
  appendJournal(jam: JamId, records: Uint8Array): Promise<Answer<null>>;
  closeJournal(jam: JamId): Promise<void>;

  /**
   * What the jam's files hold that this version cannot read, as a container of those sections (shared/file
   * `writeContainer`), kept beside the journal so that the next save writes it again. Empty: there is none.
   */
  loadKept(jam: JamId): Promise<Answer<Uint8Array>>;
  /** Replaces it; answers when it is on the disk. More than 64 MiB is refused as 'too-large', and what was kept stays. */
  saveKept(jam: JamId, sections: Uint8Array): Promise<Answer<null>>;

  loadView(jam: JamId): Promise<ViewState | null>;
  saveView(jam: JamId, view: ViewState): Promise<void>;

  /** The jam's room on this laptop; null when it was never shared, or what was kept is damaged. */
  loadRoom(jam: JamId): Promise<RoomRecord | null>;
  /** Readable by this account only. */
  saveRoom(jam: JamId, room: RoomRecord): Promise<Answer<null>>;
  /** Signs with this installation's device key, for one purpose; `verifySignature` checks it. At most 4 KiB. */
  sign(purpose: SignPurpose, message: Uint8Array): Promise<Answer<Uint8Array>>;

  /** The open dialog; null when cancelled. */
  openFile(): Promise<Answer<OpenedFile | null>>;
  /** Safe, atomic save; null when the dialog was cancelled. In a browser: a download. */
  saveFile(request: SaveRequest): Promise<Answer<SavedFile | null>>;

  /** This app's own hub: it introduces the page to others and carries what finds no direct path. */
  hub(): Promise<Answer<HubAccess>>;
  /**
   * Serves guests and other hubs on the network, for this topic of a jam that is open here, until `unshareTopic` or the
   * jam's closing. `port`: the one that its links name; null: any.
   */
  shareTopic(jam: JamId, topic: string, port: number | null): Promise<Answer<Door>>;
  unshareTopic(jam: JamId): Promise<Answer<null>>;
  /**
   * Looks for other hubs that have this topic, at addresses as in an invite, until the jam's closing. Answers at once and
   * tries in the background, also later; addresses that are none are left out.
   */
  meetHubs(jam: JamId, topic: string, addresses: readonly string[]): Promise<Answer<null>>;

  /** Text to the system's clipboard (a LAN page has no clipboard API). */
  writeClipboard(text: string): Promise<void>;

  setTitle(title: string): void;
  /** Which actions the menu may offer now, by id. */
  setEnabledActions(ids: readonly string[]): void;
  /** An action chosen in the native menu. Returns the unsubscriber. */
  onAction(listener: (id: string) => void): () => void;
  /** A file or invite that arrived while running. */
  onOpen(listener: (request: OpenRequest) => void): () => void;
  /**
   * The window is about to close: flush, then call `done`; or `stay` where work would be lost, and say why: the window
   * stays open. At most 2 s are waited for either. A browser asks by itself while appends are not kept.
   */
  onClosing(listener: (done: () => void, stay: () => void) => void): () => void;
  openWindow(jam: JamId | null): Promise<void>;
}
