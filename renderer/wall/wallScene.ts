/**
 * All that the Wall knows: plain words and sheets of one screen, sent by the host's window. It holds no draft, ballot,
 * panel or cursor because there is no field that could, and the Wall's page has nothing else to read from.
 */
import type { SheetInk } from '../../shared/model/layout.ts';
import type { Bond, Outcome } from '../../shared/model/snapshot.ts';
import type { Turnout } from '../../shared/phases/turnout.ts';

export interface WallSheet {
  readonly label: string;
  readonly text: string;
  readonly kind: string;
  readonly ink: SheetInk;
  readonly ink2: string | null;
}

export interface WallClock {
  readonly state: 'idle' | 'running' | 'paused';
  /** ms, when it was said. */
  readonly elapsed: number;
  readonly box: number;
  /** Both windows stand on one machine: its own wall clock, ms. */
  readonly saidAt: number;
}

export interface TreeSheet extends WallSheet {
  readonly column: number;
  readonly row: number;
}

export interface WallTree {
  readonly sheets: readonly TreeSheet[];
  /** Indexes into the sheets. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly bond: Bond }[];
  /** Riffs that found no room. */
  readonly more: number;
}

export interface WallSum {
  readonly count: number;
  /** What is counted: "sheets face down". */
  readonly words: string;
  /** Drawn as hatched backs. */
  readonly backs: boolean;
}

export interface WallResult {
  readonly sheet: WallSheet;
  /** Of the most that anything got, 0 to 1. */
  readonly share: number;
  /** Dots; null where a number could point at a person. */
  readonly count: number | null;
}

export type WallStage =
  | { readonly kind: 'arrive'; readonly people: readonly string[]; readonly link: string | null }
  | {
      readonly kind: 'clock';
      readonly law: string;
      readonly sum: WallSum | null;
      readonly turnout: Turnout | null;
    }
  | { readonly kind: 'sheets'; readonly sheets: readonly WallSheet[] }
  | { readonly kind: 'tree'; readonly tree: WallTree | null }
  | { readonly kind: 'results'; readonly list: readonly WallResult[] }
  | {
      readonly kind: 'decision';
      readonly sheet: WallSheet | null;
      readonly outcome: Outcome | null;
      readonly reason: string;
      readonly owner: string;
      readonly firstStep: string;
      readonly band: readonly string[];
    }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export interface WallPhase {
  readonly title: string;
  readonly minutes: number;
  readonly at: 'past' | 'now' | 'next';
}

export interface WallScene {
  /** The phase, or the jam's title before it begins. */
  readonly title: string;
  readonly challenge: string;
  readonly clock: WallClock | null;
  readonly setlist: readonly WallPhase[];
  /** Said aloud with its number: lies over everything for a moment. */
  readonly lit: WallSheet | null;
  readonly stage: WallStage;
  readonly theme: 'light' | 'dark';
}
