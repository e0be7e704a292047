/** Composes an open jam from the log, the document, the snapshot, the commands and undo. See `Jam` for what it promises. */
import * as Y from 'yjs';
import type { CommandSpec, Scene } from '../commands/command.ts';
import { COMMANDS, type CommandName } from '../commands/registry.ts';
import { LocalOrigin, LocalOrigins } from '../doc/origins.ts';
import { createSnapshotStore } from '../doc/snapshotStore.ts';
import { StandIns, takeBack } from '../doc/takeBack.ts';
import { writeInto } from '../doc/writer.ts';
import { createStructureReader } from '../ideas/structure.ts';
import type { SignedSession } from '../log/hello.ts';
import { coveredRecords } from '../log/keyFrame.ts';
import type { Log } from '../log/log.ts';
import { createLog } from '../log/logDoc.ts';
import { createMaterialiser } from '../log/materialise.ts';
import { createRecorder, type Schedule } from '../log/recorder.ts';
import { createSealer } from '../log/sealer.ts';
import { createSession, type Session, type SessionOwner } from '../log/session.ts';
import type { JamId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { createCourseReader } from '../phases/course.ts';
import { refuseByPhase } from '../phases/rule.ts';
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { ok, refuse } from '../util/result.ts';
import type { Jam, JamListener } from './jam.ts';
import { reportMerge } from './mergeReport.ts';
import { createTextSessions } from './textSessions.ts';
import { createUndoStack, type Step } from './undoStack.ts';

export interface JamOptions {
  readonly id: JamId;
  readonly owner: SessionOwner;
  readonly context: Context;
  /** The owner's session, when its device signs for it. Without it nothing is signed: tests. */
  readonly signed?: SignedSession;
  /** A timer; without it what is typed is recorded with the next act or `flush`. */
  readonly schedule?: Schedule;
}

export function createJam({
  id,
  owner,
  context,
  signed,
  schedule,
}: JamOptions): Jam & { readonly log: Log; readonly session: Session } {
  const doc = new Y.Doc({ gc: false });
  const log = createLog();
  const session = signed?.session ?? createSession(context, owner);
  const origins = new LocalOrigins();
  const materialiser = createMaterialiser(log, doc, { localSession: session.key });
  const recorder = createRecorder({
    jamDoc: doc,
    log,
    materialiser,
    session,
    context,
    isLocal: (origin) => origins.isLocal(origin),
    isTyping: (origin) => origins.isTyping(origin),
    ...(schedule ? { schedule } : null),
  });
  const sealer =
    signed &&
    createSealer({
      log,
      session: session.key,
      sign: signed.sign,
      append: recorder.appendSeal,
      ...(schedule ? { schedule } : null),
    });
  const store = createSnapshotStore(doc);
  const undoStack = createUndoStack();
  const standIns = new StandIns();
  const structureOf = createStructureReader();
  const me = owner.memberId;
  const device = toBase64Url(owner.device);

  const courseOf = createCourseReader();
  const createScene = (): Scene => {
    const snapshot = readSnapshot();
    const labels = (): ReadonlyMap<string, string> => structureOf(snapshot).labels;
    const { hosts } = courseOf(snapshot);
    return {
      snapshot,
      me,
      device,
      isHost: hosts.size === 0 || hosts.has(me),
      course: () => courseOf(snapshot),
      stamp: { by: me, lamport: recorder.nextLamport(), at: context.now() },
      newId: () => context.newId(),
      lineage: () => structureOf(snapshot).lineage,
      labels,
      nameOf: (idea) => labels().get(idea) ?? 'This idea',
    };
  };
  const trackText = (ytext: Y.Text, origin: object): Y.UndoManager => {
    const manager = new Y.UndoManager(ytext, { trackedOrigins: new Set([origin]), captureTimeout: 500 });
    origins.register(manager);
    return manager;
  };
  const texts = createTextSessions({
    doc,
    store,
    me,
    undoStack,
    standIns,
    trackText,
    flush: () => recorder.flush(),
    refuseEdit: () => refuseByPhase('edit', courseOf(readSnapshot())),
  });
  /** Another phase, another law: what is open is closed, and nobody takes back what belongs to the phase before. */
  const watchPhase = (first: JamSnapshot): (() => void) => {
    let seen = courseOf(first).current?.id ?? null;
    return store.subscribe((snapshot, change) => {
      if (!change.course) return;
      const now = courseOf(snapshot).current?.id ?? null;
      if (now === seen) return;
      seen = now;
      texts.closeAll();
      undoStack.clear();
      standIns.clear();
    });
  };
  let stopWatching: (() => void) | null = null;
  /** Whatever is replayed before the first call is read once, at that call. */
  const readSnapshot = (): JamSnapshot => {
    stopWatching ??= watchPhase(store.snapshot());
    return store.snapshot();
  };

  const run: Jam['run'] = (name, input) => {
    const spec = COMMANDS[name] as unknown as CommandSpec<typeof input, never>;
    const scene = createScene();
    const act = typeof spec.act === 'function' ? spec.act(input) : spec.act;
    const refusal =
      (act === null ? null : refuseByPhase(act, scene.course())) ?? spec.refuse?.(input, scene) ?? null;
    if (refusal !== null) return refuse(refusal.code, refusal.sentence);
    const { value, written } = writeInto(doc, new LocalOrigin(spec.title, false), trackText, (writer) =>
      spec.run(input, scene, writer),
    );
    const added = (name as CommandName) === 'idea.add' ? (value as { idea: string }).idea : null;
    if (written.length > 0 && spec.undo !== false) undoStack.push({ title: spec.title, written, added });
    return ok(value);
  };

  /** Takes a step back by writing again; what that wrote is the step for the other stack. */
  const reverse = (step: Step, direction: 'undo' | 'redo'): { step: Step; skipped: string | null } => {
    const scene = createScene();
    const { value, written } = writeInto(doc, new LocalOrigin(step.title, false), trackText, (writer) =>
      takeBack(doc, scene.snapshot, me, step.written, standIns, writer),
    );
    for (const manager of value.texts) reverseText(manager, direction);
    recorder.flush();
    const texts = value.texts.map((manager) => ({ type: 'text' as const, manager }));
    const names = [
      ...new Set(value.left.map(({ idea }) => (idea === null ? 'something' : scene.nameOf(idea)))),
    ];
    const skipped =
      names.length === 0 ? null : `${names.join(', ')} stayed as it is: somebody worked on it since.`;
    return { step: { ...step, written: [...written, ...texts] }, skipped };
  };

  return {
    id,
    doc,
    log,
    session,
    me,
    snapshot: readSnapshot,
    structureOf,
    courseOf,
    subscribe(listener: JamListener) {
      readSnapshot();
      return store.subscribe((snapshot, change, origin) =>
        listener(snapshot, change, origins.isLocal(origin)),
      );
    },
    run,
    openText: texts.open,
    together: undoStack.together,
    repeated: (name, act) => undoStack.repeated(name, context.now(), act),
    undo() {
      texts.closeAll();
      const step = undoStack.popUndo();
      if (step === undefined) return refuse('nothing-to-undo', 'There is nothing of yours to take back.');
      const done = reverse(step, 'undo');
      undoStack.pushUndone(done.step);
      return ok({ title: step.title, skipped: done.skipped });
    },
    redo() {
      texts.closeAll();
      const step = undoStack.popRedo();
      if (step === undefined) return refuse('nothing-to-redo', 'There is nothing to bring back.');
      const done = reverse(step, 'redo');
      undoStack.pushRedone(done.step);
      return ok({ title: step.title, skipped: done.skipped });
    },
    undoTitle: undoStack.undoTitle,
    redoTitle: undoStack.redoTitle,
    undoMark: () => texts.typed() ?? undoStack.top() ?? null,
    load(records, frame) {
      const covered = frame === null ? [] : coveredRecords(frame, records);
      if (frame !== null && covered !== null) {
        const started = materialiser.loadKeyFrame(frame, covered);
        if (!started.ok) return started;
      }
      log.addEnvelopes(records, 'load');
      materialiser.settle();
      return ok(null);
    },
    keyFrame() {
      recorder.flush();
      return materialiser.keyFrame();
    },
    merge(records) {
      recorder.flush();
      const before = readSnapshot();
      const cutBefore = materialiser.cuts.length;
      const report = log.addEnvelopes(records, 'merge');
      materialiser.settle();
      if (report.added > 0 && readSnapshot().creator === me) run('numbers.settle', {});
      return reportMerge(
        before,
        readSnapshot(),
        report,
        log.size,
        sayRefused(report.refused.length, report.forked.length, materialiser.cuts.length > cutBefore),
      );
    },
    records() {
      recorder.flush();
      return log.records();
    },
    flush: () => recorder.flush(),
    async seal() {
      recorder.flush();
      await sealer?.seal();
    },
    dispose() {
      stopWatching?.();
      texts.closeAll();
      recorder.destroy();
      sealer?.dispose();
      undoStack.clear();
      store.dispose();
      materialiser.destroy();
      log.destroy();
      doc.destroy();
    },
  };
}

function reverseText(manager: Y.UndoManager, direction: 'undo' | 'redo'): void {
  if (direction === 'undo') while (manager.undoStack.length > 0) manager.undo();
  else while (manager.redoStack.length > 0) manager.redo();
}

function sayRefused(refused: number, forked: number, cut: boolean): string | null {
  if (cut) return 'Part of it is not by the device that it names and was left out.';
  if (refused === 0 && forked === 0) return null;
  const what =
    refused > 0
      ? `${refused} ${refused === 1 ? 'change' : 'changes'} in it could not be read and`
      : 'Some of it';
  return forked > 0 && refused === 0
    ? 'Part of it contradicts what is here and was left out; both files keep their own.'
    : `${what} ${refused === 1 ? 'was' : 'were'} left out.`;
}
