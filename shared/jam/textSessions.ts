/** Open texts: each an editor's hold on one Y.Text with an undo manager of its own. */
import * as Y from 'yjs';
import { LocalOrigin } from '../doc/origins.ts';
import { briefText, ideasRoot } from '../doc/schema.ts';
import type { SnapshotStore } from '../doc/snapshotStore.ts';
import { type StandIns, takeBack, touchedByOthers } from '../doc/takeBack.ts';
import { writeInto } from '../doc/writer.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../util/result.ts';
import type { TextSession, TextTarget } from './jam.ts';
import type { UndoStack } from './undoStack.ts';

export interface TextSessionsOptions {
  readonly doc: Y.Doc;
  readonly store: SnapshotStore;
  readonly me: MemberId;
  readonly undoStack: UndoStack;
  readonly standIns: StandIns;
  readonly trackText: (ytext: Y.Text, origin: object) => Y.UndoManager;
  readonly flush: () => void;
  /** The phase's rule about writing in texts, in a sentence, or null. */
  readonly refuseEdit: () => Refusal | null;
}

export function createTextSessions(options: TextSessionsOptions) {
  const { doc, store, me, undoStack, standIns, trackText, flush, refuseEdit } = options;
  const openSessions = new Set<TextSession>();

  const findText = (target: TextTarget): Y.Text | undefined => {
    if ('brief' in target) return briefText(doc, target.brief);
    const ytext = ideasRoot(doc).get(target.idea)?.get(target.field);
    return ytext instanceof Y.Text ? ytext : undefined;
  };

  /** An idea that was made and left without a word is not an idea. Nobody else's hand may be in it. */
  const isLeftEmpty = (idea: IdeaId): boolean => {
    const snapshot = store.snapshot();
    const found = snapshot.ideas.get(idea);
    if (found === undefined || found.bin || found.lock) return false;
    if (found.text.trim() !== '' || found.detail.trim() !== '') return false;
    for (const riff of snapshot.riffs.values()) if (riff.parent === idea && !riff.gone) return false;
    for (const comment of snapshot.comments.values())
      if (comment.idea === idea && !comment.gone) return false;
    return !touchedByOthers(doc, snapshot, idea, me);
  };

  const finish = (target: TextTarget, manager: Y.UndoManager): void => {
    flush();
    const top = undoStack.top();
    const idea = 'idea' in target ? target.idea : null;
    const isItsAdding = idea !== null && top?.added === idea;
    if (idea !== null && isLeftEmpty(idea)) {
      if (isItsAdding && top !== undefined) {
        undoStack.popUndo();
        writeInto(doc, new LocalOrigin('leave empty', false), trackText, (writer) =>
          takeBack(doc, store.snapshot(), me, top.written, standIns, writer),
        );
        manager.destroy();
        return;
      }
      const origin = new LocalOrigin('put in the bin', false);
      const { written } = writeInto(doc, origin, trackText, (writer) => writer.setIdea(idea, 'bin', true));
      undoStack.push({ title: 'clear', written: [{ type: 'text', manager }, ...written], added: null });
      return;
    }
    if (isItsAdding && top !== undefined) {
      // The first words belong to the adding; what is typed into it later is a step of its own.
      undoStack.popUndo();
      undoStack.push({ ...top, added: null });
      manager.destroy();
    } else if (manager.undoStack.length === 0) manager.destroy();
    else undoStack.push({ title: 'typing', written: [{ type: 'text', manager }], added: null });
  };

  const open = (target: TextTarget): Result<TextSession> => {
    const ytext = findText(target);
    if (ytext === undefined) return refuse('no-such-text', 'That text is not in this jam.');
    const rule = refuseEdit();
    if (rule !== null) return refuse(rule.code, rule.sentence);
    const idea = 'idea' in target ? store.snapshot().ideas.get(target.idea) : undefined;
    if (idea?.lock) return refuse('locked', 'This sheet is locked. Unlock it first.');
    if (idea?.bin) return refuse('in-the-bin', 'This sheet is in the bin. Restore it first.');
    const origin = new LocalOrigin('typing', true);
    const undoManager = trackText(ytext, origin);
    const session: TextSession = {
      target,
      ytext,
      origin,
      undoManager,
      close() {
        if (openSessions.delete(session)) finish(target, undoManager);
      },
    };
    openSessions.add(session);
    return ok(session);
  };

  return {
    open,
    /** The open text that undo would take back first: one in which something was typed. */
    typed: (): object | null =>
      [...openSessions].find(({ undoManager }) => undoManager.undoStack.length > 0) ?? null,
    closeAll() {
      for (const session of [...openSessions]) session.close();
    },
  };
}
