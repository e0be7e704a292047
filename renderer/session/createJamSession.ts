/** Composes an open jam with its view, its interface state and its keeping. Everything ends with `dispose`. */
import type { CommandInput, CommandName } from '../../shared/commands/registry.ts';
import type { Strip } from '../../shared/ideas/columns.ts';
import type { Shell, StartInfo, ViewState } from '../../shared/ipc/shell.ts';
import type { createJam } from '../../shared/jam/createJam.ts';
import type { TextTarget } from '../../shared/jam/jam.ts';
import { MODULE } from '../../shared/model/geometry.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import { refuse } from '../../shared/util/result.ts';
import type { BoxPair } from '../../shared/util/sealedBox.ts';
import { type Camera, createUiStore, type Notice, toViewState, type UiState } from '../stores/uiStore.ts';
import { createBrowserContext } from './browserContext.ts';
import { coursePresence, tellTime } from './course/coursePresence.ts';
import { createSessionCourse } from './course/createSessionCourse.ts';
import type { KeptPrivately } from './course/privateStore.ts';
import { createFrameKeeper } from './frameKeeper.ts';
import type { FrameStore } from './frameStore.ts';
import { readJamCard } from './jamCard.ts';
import type { JamSession } from './jamSession.ts';
import { createJournalKeeper } from './journalKeeper.ts';
import { openLogCache } from './logCache.ts';
import { nextFrame } from './nextFrame.ts';
import { askBeforeLeaving } from './room/askBeforeLeaving.ts';
import { createSessionRoom } from './room/createSessionRoom.ts';
import { tellClosed } from './room/tellClosed.ts';
import type { ActionTable } from './sessionActions.ts';
import { createViewStore } from './viewStore.ts';
import { whenIdle } from './whenIdle.ts';

export interface SessionParts {
  readonly shell: Shell;
  readonly info: StartInfo;
  readonly jam: ReturnType<typeof createJam>;
  readonly viewState: ViewState | null;
  readonly sample: boolean;
  readonly actions: ActionTable;
  readonly frames: FrameStore;
  readonly box: BoxPair;
  readonly privates: KeptPrivately;
  /** Bytes of the envelopes that no key frame spared when it was opened. */
  readonly replayed: number;
}

const HANDS = ['pointerdown', 'keydown', 'paste', 'drop'] as const;
const VIEW_SAVED_AFTER = 600;
const CARD_SAVED_AFTER = 4_000;
const NOT_HERE_YET = 'The jam is not here yet: it comes as soon as somebody of it answers.';
const WAITING =
  'Some later work waits for a part of the history that is missing; open a saved copy of this jam to bring it in.';

export function createJamSession(parts: SessionParts): JamSession {
  const { shell, info, jam, viewState, sample, actions, frames, box, privates, replayed } = parts;
  const ui = createUiStore(viewState);
  const views = createViewStore(jam, ui.getState().board, {
    strip: stripOf(ui.getState().camera, window.innerWidth),
    whenIdle,
  });
  let noticeId = 0;
  let disposed: Promise<void> | null = null;

  const set = (patch: Partial<UiState>): void => ui.setState(patch);
  const addNotice = (notice: Omit<Notice, 'id'>): void => {
    noticeId++;
    const others = ui.getState().notices.filter(({ text }) => text !== notice.text);
    set({ notices: [...others.slice(-3), { ...notice, id: noticeId }] });
  };

  const keeper = createJournalKeeper({
    jam: jam.id,
    log: jam.log,
    shell,
    onState(kept, keptSentence) {
      const before = ui.getState();
      if (before.kept !== kept || before.keptSentence !== keptSentence) set({ kept, keptSentence });
    },
  });
  const cache = openLogCache(jam.id, jam.log);
  // Only now: the cache may have had what the journal lost.
  void cache.ready.then(() => {
    if (disposed === null && jam.log.held > 0) session.notify(WAITING, 'trouble');
  });
  const frameKeeper = createFrameKeeper({ jam, frames, replayed });

  const saveCard = debounce(CARD_SAVED_AFTER, () => {
    void shell.putCard(readJamCard(jam.id, jam.snapshot(), jam.log, sample));
  });
  const saveView = debounce(VIEW_SAVED_AFTER, () => {
    void shell.saveView(jam.id, toViewState(ui.getState()));
  });
  const stops = [
    jam.subscribe(saveCard.soon),
    ui.subscribe((now, before) => {
      if (now.camera !== before.camera || now.view !== before.view || now.panel !== before.panel)
        saveView.soon();
    }),
    jam.subscribe((snapshot) => shell.setTitle(jamTitle(snapshot.brief))),
  ];
  shell.setTitle(jamTitle(jam.snapshot().brief));
  saveCard.soon();

  /** Somebody who only looks leaves no trace; the first act brings the name along. */
  const introduce = (): void => {
    const known = jam.snapshot().members.get(jam.me);
    const name = info.settings.memberName;
    if (known === undefined || (known.name === '' && name !== '')) jam.run('member.set', { name });
  };

  const context = createBrowserContext();
  const room = createSessionRoom({
    jam,
    shell,
    info,
    ui,
    context,
    page: window,
    course: () => coursePresence(course, shell.kind === 'guest'),
    onNews: (sentence) => addNotice({ text: sentence, tone: 'info', action: null, at: null }),
  });

  const course = createSessionCourse({
    jam,
    device: info.device,
    context,
    box,
    privates,
    room: room.store,
    ui,
    onNamed: () =>
      addNotice({
        text: 'From here on everybody’s name is shown again.',
        tone: 'info',
        action: null,
        at: null,
      }),
    renew: () => room.renamed(),
  });
  stops.push(tellTime(course, () => room.renamed()));

  // A hand that comes before the board is whole finds it whole.
  for (const type of HANDS) {
    window.addEventListener(type, views.finish, { capture: true });
    stops.push(() => window.removeEventListener(type, views.finish, { capture: true }));
  }

  const saveCopy = { title: 'Save a copy', run: () => session.act('file.save') };
  const keepCopy = { ...saveCopy, title: 'Keep a copy' };
  const sayUnsafe = (text: string): void => addNotice({ text, tone: 'trouble', action: saveCopy, at: null });
  if (shell.kind === 'guest')
    stops.push(
      askBeforeLeaving(window, room.store, sayUnsafe),
      tellClosed(
        room,
        (text, keep) => addNotice({ text, tone: 'trouble', action: keep ? keepCopy : null, at: null }),
        (texts) => set({ notices: ui.getState().notices.filter(({ text }) => !texts.includes(text)) }),
      ),
    );

  const refuseWaiting = () => {
    addNotice({ text: NOT_HERE_YET, tone: 'refusal', action: null, at: null });
    return refuse('not-here-yet', NOT_HERE_YET);
  };

  const session: JamSession = {
    jam,
    shell,
    ui,
    room,
    course,
    view: views.view,
    subscribe: views.subscribe,
    run<N extends CommandName>(name: N, input: CommandInput<N>, at?: { x: number; y: number }) {
      if (room.isWaiting()) return refuseWaiting();
      views.finish();
      introduce();
      const result = jam.run(name, input);
      if (!result.ok) addNotice({ text: result.sentence, tone: 'refusal', action: null, at: at ?? null });
      return result;
    },
    openText(target: TextTarget) {
      if (room.isWaiting()) {
        refuseWaiting();
        return null;
      }
      introduce();
      const result = jam.openText(target);
      if (result.ok) return result.value;
      const sheet = 'idea' in target ? views.view().layout.sheets.get(target.idea) : undefined;
      const at = sheet === undefined ? null : { x: sheet.x, y: sheet.y + sheet.h };
      addNotice({ text: result.sentence, tone: 'refusal', action: null, at });
      return null;
    },
    act(id) {
      views.finish();
      if (session.canAct(id)) actions[id]?.run(session);
    },
    canAct(id) {
      const handler = actions[id];
      return handler !== undefined && (handler.can?.(session) ?? true);
    },
    notify: (text, tone = 'info', action = null, at = null) => addNotice({ text, tone, action, at }),
    set,
    async work(words, run) {
      set({ working: words });
      await nextFrame();
      try {
        await run();
      } finally {
        set({ working: null });
      }
    },
    flush() {
      jam.flush();
      return keeper.flush();
    },
    onEnd: (run) => void stops.push(run),
    dispose() {
      disposed ??= close();
      return disposed;
    },
  };

  const close = async (): Promise<void> => {
    // What somebody wrote goes first; its seal follows, to the others too.
    await session.flush();
    await privates.flush();
    course.dispose();
    await jam.seal();
    await room.dispose();
    await keeper.flush();
    saveView.now();
    saveCard.stop();
    await shell.putCard(readJamCard(jam.id, jam.snapshot(), jam.log, sample));
    await frameKeeper.close();
    for (const stop of stops) stop();
    views.dispose();
    keeper.dispose();
    await cache.dispose();
    await shell.closeJournal(jam.id);
    jam.dispose();
  };
  return session;
}

/** What of the page a window of this width shows, CSS pixels, and a module on either side. */
function stripOf({ x, zoom }: Camera, width: number): Strip {
  return { left: x - MODULE.pitchX, right: x + width / zoom + MODULE.pitchX };
}

function debounce(ms: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    soon(): void {
      timer ??= setTimeout(() => {
        timer = null;
        run();
      }, ms);
    },
    now(): void {
      stop();
      run();
    },
    stop,
  };
}
