/**
 * One person's undo: a stack of steps, each what one command or one text session wrote. Taking a step back writes
 * again, and what that wrote is the step of the other stack.
 */
import type * as Y from 'yjs';
import type { Written } from '../doc/writer.ts';
import type { IdeaId } from '../model/ids.ts';

export interface Step {
  readonly title: string;
  readonly written: readonly Written[];
  /** Set when the step is the adding of this idea: typing its first text belongs to it. */
  readonly added: IdeaId | null;
}

/** Older steps are let go; their undo managers would listen to every transaction for nothing. */
const DEEPEST = 200;

export interface UndoStack {
  push(step: Step): void;
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
  const drop = (steps: Step[]): void => {
    for (const manager of steps.flatMap(managersOf)) manager.destroy();
  };
  const pushBounded = (step: Step): void => {
    done.push(step);
    if (done.length > DEEPEST) drop(done.splice(0, done.length - DEEPEST));
  };
  return {
    push(step) {
      pushBounded(step);
      drop(undone);
      undone = [];
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

function managersOf(step: Step): Y.UndoManager[] {
  return step.written.flatMap((entry) => (entry.type === 'text' ? [entry.manager] : []));
}
