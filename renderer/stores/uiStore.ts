/**
 * Session state of one open jam: where I look, what I hold, what is open. Never saved in the jam, never synced; the
 * part that should survive a restart (`toViewState`) is kept per jam on this laptop.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Section } from '../../shared/file/container.ts';
import type { ViewState } from '../../shared/ipc/shell.ts';
import type { Point } from '../../shared/model/geometry.ts';
import {
  type BoardId,
  type ConnectorId,
  type GroupId,
  type IdeaId,
  MAIN_BOARD,
} from '../../shared/model/ids.ts';
import type { Bond, Decision } from '../../shared/model/snapshot.ts';

/** Page point at the top left of the viewport, and CSS pixels per page unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Selection {
  readonly ideas: ReadonlySet<IdeaId>;
  readonly groups: ReadonlySet<GroupId>;
  readonly connectors: ReadonlySet<ConnectorId>;
}

export type ToolId = 'select' | 'hand' | 'write' | 'riff' | 'combine' | 'connect' | 'group';
/** 'phase': the screen of the phase that runs. */
export type View = 'board' | 'list' | 'decide' | 'phase';
export type Overlay =
  | 'palette'
  | 'find'
  | 'help'
  | 'settings'
  | 'brief'
  | 'bin'
  | 'share'
  | 'people'
  | 'begin'
  | 'setlist'
  | null;
export type Panel = 'idea' | 'comments' | null;

/** One line said where people look. `tone: 'trouble'` stays until dismissed; others go after 6 s. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'refusal' | 'trouble';
  /** An action that mends or takes back ("Undo"). */
  readonly action: { readonly title: string; readonly run: () => void } | null;
  /** Page point where the hand was, for refusals; null: at the foot. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** What of a decision is written before it is set. */
export type DecisionDraft = Pick<Decision, 'outcome' | 'reason' | 'owner' | 'firstStep' | 'due' | 'dissent'>;

export type KeptState = 'kept' | 'keeping' | 'trouble';

export interface UiState {
  readonly board: BoardId;
  readonly camera: Camera;
  /** CSS pixels of the board's viewport. */
  readonly viewport: { readonly w: number; readonly h: number };
  readonly selection: Selection;
  /** The idea that keyboard moves start from. */
  readonly focus: IdeaId | null;
  readonly hover: IdeaId | null;
  readonly tool: ToolId;
  readonly toolLocked: boolean;
  /** The sheet whose text is under the editor. */
  readonly editing: IdeaId | null;
  /** The sheet that Tab just made: its bar offers the bond types. */
  readonly fresh: { readonly idea: IdeaId; readonly bond: Bond } | null;
  readonly editingGroup: GroupId | null;
  readonly editingConnector: ConnectorId | null;
  readonly view: View;
  readonly panel: Panel;
  readonly overlay: Overlay;
  /** A host's card lies open under the phase bar. */
  readonly hostCard: boolean;
  readonly notices: readonly Notice[];
  /** What is under way, in words ("Writing the report"): shown only when it takes long. */
  readonly working: string | null;
  readonly kept: KeptState;
  /** Said when `kept` is 'trouble'. */
  readonly keptSentence: string | null;
  readonly holding: Holding;
  /** A comment is being written. */
  readonly commenting: boolean;
  /** The idea on the decide screen. */
  readonly deciding: IdeaId | null;
  /** What one began to decide and did not yet: half a reason outlives the phase, and nobody else sees it. */
  readonly decisionDrafts: ReadonlyMap<IdeaId, DecisionDraft>;
  /** Where "Save" writes without asking: the file this jam was saved to or opened from. */
  readonly fileHandle: string | null;
  /** Sections of that file which this version cannot read; they are written back. */
  readonly fileKept: readonly Section[];
}

/** Sheets in the hand, lifted off the board. */
export interface Holding {
  readonly ideas: ReadonlySet<IdeaId>;
  /** Where the hand took them, page units: they are as far from their place as it is from here. */
  readonly grip: Point | null;
}

export const NOTHING_HELD: Holding = { ideas: new Set(), grip: null };

export const NOTHING_SELECTED: Selection = { ideas: new Set(), groups: new Set(), connectors: new Set() };

export type UiStore = StoreApi<UiState>;

export function createUiStore(view: ViewState | null): UiStore {
  const saved = readView(view);
  return createStore<UiState>(() => ({
    board: MAIN_BOARD,
    camera: saved.camera ?? { x: -120, y: -120, zoom: 1 },
    viewport: { w: 0, h: 0 },
    selection: NOTHING_SELECTED,
    focus: null,
    hover: null,
    tool: 'select',
    toolLocked: false,
    editing: null,
    fresh: null,
    editingGroup: null,
    editingConnector: null,
    view: saved.view ?? 'board',
    panel: saved.panel,
    overlay: null,
    hostCard: false,
    notices: [],
    working: null,
    kept: 'kept',
    keptSentence: null,
    holding: NOTHING_HELD,
    commenting: false,
    deciding: null,
    decisionDrafts: new Map(),
    fileHandle: null,
    fileKept: [],
  }));
}

export function toViewState(state: UiState): ViewState {
  return { camera: { ...state.camera }, view: state.view, panel: state.panel };
}

function readView(view: ViewState | null): { camera: Camera | null; view: View | null; panel: Panel } {
  const raw = view?.['camera'];
  const camera = isCamera(raw) ? { x: raw.x, y: raw.y, zoom: Math.min(4, Math.max(0.02, raw.zoom)) } : null;
  const shown = view?.['view'];
  return {
    camera,
    view: shown === 'board' || shown === 'list' || shown === 'decide' ? shown : null,
    panel: view?.['panel'] === 'idea' || view?.['panel'] === 'comments' ? view['panel'] : null,
  };
}

function isCamera(value: unknown): value is Camera {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, zoom } = value as Record<string, unknown>;
  return (
    [x, y, zoom].every((part) => typeof part === 'number' && Number.isFinite(part)) && (zoom as number) > 0
  );
}
