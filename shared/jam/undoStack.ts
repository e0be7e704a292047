/**
 * One person's undo: a stack of steps, each what one command or one text session wrote. Taking a step back writes
 * again, and what that wrote is the step of the other stack.
 */
import type * as Y from 'yjs';
import type { RegisterRef, Written } from '../doc/writer.ts';
import type { IdeaId } from '../model/ids.ts';

export interface Step {
  readonly title: string;
  readonly written: readonly Written[];
  /** Set when the step is the adding of this idea: typing its first text belongs to it. */
  readonly added: IdeaId | null;
}

/** A key that is held down or pressed again within this time, ms, goes on with what it did. */
const GOES_ON = 1_000;

/** Older steps are let go; their undo managers would listen to every transaction for nothing. */
const DEEPEST = 200;

export interface UndoStack {
  push(step: Step): void;
  /** Whatever `act` pushes is one step, named after the first. */
  together<T>(act: () => T): T;
  /**
   * Like `together`; and goes on with the last step when `act` was asked for by the same `name` less than a second ago
   * and nothing was done or taken back since. `at`: now, ms.
   */
  repeated<T>(name: string, at: number, act: () => T): T;
  /** The last step, without taking it. */
  top(): Step | undefined;
  popUndo(): Step | undefined;
  popRedo(): Step | undefined;
  pushUndone(step: Step): void;
  pushRedone(step: Step): void;
  undoTitle(): string | null;
  redoTitle(): string | null;
  clear(): void;
}

export function createUndoStack(): UndoStack {
  const done: Step[] = [];
  let undone: Step[] = [];
  /** While acts are put together: the step that the next one joins; null before the first of them. */
  let joined: { step: Step | null } | null = null;
  let last: { readonly name: string; readonly at: number; readonly step: Step } | null = null;
  const join = <T>(before: Step | null, act: () => T): { readonly value: T; readonly step: Step | null } => {
    const joining = { step: before };
    joined = joining;
    try {
      return { value: act(), step: joining.step };
    } finally {
      joined = null;
    }
  };
  const drop = (steps: Step[]): void => {
    for (const manager of steps.flatMap(managersOf)) manager.destroy();
  };
  const pushBounded = (step: Step): void => {
    done.push(step);
    if (done.length > DEEPEST) drop(done.splice(0, done.length - DEEPEST));
  };
  return {
    push(step) {
      const isPart = joined !== null && joined.step !== null && joined.step === done.at(-1);
      const whole = isPart ? joinSteps(done.pop() as Step, step) : step;
      pushBounded(whole);
      if (joined !== null) joined.step = whole;
      drop(undone);
      undone = [];
    },
    together(act) {
      // Inside another one it is a part of that.
      return joined === null ? join(null, act).value : act();
    },
    repeated(name, at, act) {
      if (joined !== null) return act();
      const before = last?.name === name && at - last.at < GOES_ON ? last.step : null;
      const { value, step } = join(before, act);
      last = step === null ? null : { name, at, step };
      return value;
    },
    top: () => done.at(-1),
    popUndo: () => done.pop(),
    popRedo: () => undone.pop(),
    pushUndone: (step) => void undone.push(step),
    pushRedone: pushBounded,
    undoTitle: () => done.at(-1)?.title ?? null,
    redoTitle: () => undone.at(-1)?.title ?? null,
    clear() {
      drop(done.splice(0));
      drop(undone.splice(0));
    },
  };
}

/** A register that both wrote goes back to what it was before the first, while what the second put there still stands. */
function joinSteps(first: Step, second: Step): Step {
  const written = [...first.written];
  for (const entry of second.written) {
    const at = entry.type === 'register' ? written.findIndex((one) => isSameRegister(one, entry.ref)) : -1;
    const earlier = written[at];
    if (entry.type === 'register' && earlier?.type === 'register')
      written[at] = { ...entry, before: earlier.before, replaced: earlier.replaced };
    else written.push(entry);
  }
  return { title: first.title, written, added: first.added };
}

function isSameRegister(entry: Written, ref: RegisterRef): boolean {
  if (entry.type !== 'register' || entry.ref.root !== ref.root || entry.ref.key !== ref.key) return false;
  return entry.ref.root !== 'ideas' || ref.root !== 'ideas' || entry.ref.idea === ref.idea;
}

function managersOf(step: Step): Y.UndoManager[] {
  return step.written.flatMap((entry) => (entry.type === 'text' ? [entry.manager] : []));
}
