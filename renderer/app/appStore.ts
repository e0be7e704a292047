/** What the whole window knows, jam or no jam. Session state: what must last is in the settings and in the jams. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ListedJam, Settings, StartInfo } from '../../shared/ipc/shell.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { Notice } from '../stores/uiStore.ts';

/** Overlays that are there without an open jam; with one, the jam's own state says what is open. */
type AppOverlay = 'palette' | 'help' | 'settings' | null;

export interface Naming {
  /** They came by an invite, and go in when they have answered. */
  readonly joining: boolean;
  /** Told with the name, or null: without. */
  readonly answer: (name: string | null) => void;
}

/** One sentence, two choices. */
export interface Question {
  readonly title: string;
  readonly sentence: string;
  readonly yes: string;
  readonly no: string;
  readonly answer: (yes: boolean) => void;
}

export interface AppState {
  /** null until the shell has answered. */
  readonly info: StartInfo | null;
  readonly settings: Settings;
  /** What the first screen is is known. */
  readonly ready: boolean;
  /** null until read. */
  readonly cards: readonly ListedJam[] | null;
  readonly session: JamSession | null;
  /** A jam is being opened or made. */
  readonly busy: boolean;
  /** What is under way, in words ("Opening bus.riffjam"): shown only when it takes long. */
  readonly working: string | null;
  readonly overlay: AppOverlay;
  readonly notices: readonly Notice[];
  /** Somebody is asked for their name. */
  readonly naming: Naming | null;
  /** Something is asked before it is done. */
  readonly asking: Question | null;
  /** A file is being held over the window. */
  readonly dropping: boolean;
  /** Ids of actions, the last one first: the palette shows them first. */
  readonly recent: readonly string[];
}

export type AppStore = StoreApi<AppState>;

export function createAppStore(settings: Settings): AppStore {
  return createStore<AppState>(() => ({
    info: null,
    settings,
    ready: false,
    cards: null,
    session: null,
    busy: false,
    working: null,
    overlay: null,
    notices: [],
    naming: null,
    asking: null,
    dropping: false,
    recent: [],
  }));
}
