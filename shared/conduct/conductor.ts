/**
 * What a laptop does by itself while a course runs, and what its host's hand starts. The same on every laptop, in the
 * simulation and for practice partners: only who is here, what is private and a steady clock come from outside.
 */
import type { PhaseId, PhasePlan, RunId } from '../model/course.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import type { Course } from '../phases/course.ts';
import type { Result } from '../util/result.ts';
import type { Draft, PrivatePart, Tray } from './privatePart.ts';

/** A host's hand. Each answers the rule in a sentence when it may not. */
export interface HostHand {
  load(template: string | null, plans: readonly PhasePlan[]): Result<unknown>;
  start(phase: PhaseId, round?: number): Result<unknown>;
  /** The next round or phase; at the end the board is open. */
  goOn(): Result<unknown>;
  /** The phase before, as a new run. */
  goBack(): Result<unknown>;
  leaveSetlist(): Result<unknown>;
  pause(): Result<unknown>;
  resume(): Result<unknown>;
  addMinutes(minutes: number): Result<unknown>;
  /** Stops the clock, gives everybody's last dots time to arrive, then counts. */
  closeVote(): Result<unknown>;
  /** Hosts at any time; others only while no host is here. */
  mayTake(): boolean;
  take(): Result<unknown>;
  nameHost(member: MemberId, host: boolean): Result<unknown>;
}

/** One's own. */
export interface OwnHand {
  privatePart(): PrivatePart;
  /** A new sheet of the current run; null when nobody writes alone now. */
  write(text?: string, tray?: Tray): Draft | null;
  /** Whatever is moved while writing alone belongs to that run. */
  rewrite(id: IdeaId, change: { readonly text?: string; readonly kind?: string; readonly tray?: Tray }): void;
  drop(id: IdeaId): void;
  bringBack(draft: Draft): void;
  /** Sheets that a reveal went by without: I was away, or still wrote on them. One is asked before they go in. */
  late(): readonly Draft[];
  handInLate(): void;
  keepLate(): void;
  /** null, or why not in a sentence. */
  place(idea: IdeaId, dots: number): string | null;
  /** Kept privately, of the current run unless another is named. */
  answer(question: string, text: string, run?: RunId): void;
}

export interface Conductor extends HostHand, OwnHand {
  course(): Course;
  /** ms that the current run's clock shows. */
  elapsed(): number;
  isHost(): boolean;
  isLeader(): boolean;
  /** Whoever leads is not here: who takes over, the first in line. null while they are, and before anybody made the jam. */
  standIn(): MemberId | null;
  /** What the leading laptop's clock shows, as its presence says. */
  hearClock(run: RunId, elapsed: number): void;

  /** Called when the course, the clock or what is private has changed. */
  subscribe(listener: () => void): () => void;
  dispose(): void;
}
