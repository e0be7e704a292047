/**
 * What the window can do beside what an open jam can: the library, opening and leaving jams, files that come in, the
 * settings. Knows no element; the components call it and read its store.
 */
import type { Action } from '../../shared/actions/action.ts';
import { ACTIONS, actionById } from '../../shared/actions/registry.ts';
import { decodeInvite } from '../../shared/circle/invite.ts';
import {
  DEFAULT_SETTINGS,
  type JamCard,
  type OpenedFile,
  type OpenRequest,
  type Settings,
  type Shell,
} from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import type { BriefField } from '../../shared/model/snapshot.ts';
import { PRACTICE_BRIEF, PRACTICE_QUESTION } from '../../shared/practice/partners.ts';
import { toBase64Url } from '../../shared/util/bytes.ts';
import type { Result } from '../../shared/util/result.ts';
import { startPractice } from '../practice/startPractice.ts';
import type { JamSession } from '../session/jamSession.ts';
import { nextFrame } from '../session/nextFrame.ts';
import { openFile } from '../session/openFile.ts';
import { type OpenOptions, openJam } from '../session/openJam.ts';
import { openSample } from '../session/openSample.ts';
import type { ActionTable } from '../session/sessionActions.ts';
import type { Notice } from '../stores/uiStore.ts';
import { themeOnScreen } from '../theme/theme.ts';
import { type AppStore, createAppStore } from './appStore.ts';
import { showAtFirst, showOnArrival } from './firstLook.ts';
import { createLibraryActs, type LibraryActs } from './libraryActs.ts';
import { newJamId } from './newJamId.ts';
import { ask, otherRoomQuestion } from './otherRoom.ts';

/** ms */
const SECOND_LOOK = 500;

export interface App extends LibraryActs {
  readonly shell: Shell;
  readonly store: AppStore;
  start(): Promise<void>;
  act(id: string): void;
  canAct(id: string): boolean;
  notify(text: string, tone?: Notice['tone'], action?: Notice['action']): void;
  dismiss(notice: number): void;
  startJam(challenge: string): Promise<void>;
  /** Goes into somebody's jam by an invite: a link as it was copied. */
  join(link: string): Promise<void>;
  openCard(card: JamCard): Promise<void>;
  openTheSample(): Promise<void>;
  /** A new jam with practice partners in it. */
  practise(): Promise<void>;
  pickFile(): Promise<void>;
  takeFile(file: OpenedFile): Promise<void>;
  leaveJam(): Promise<void>;
  saveSettings(patch: Partial<Settings>): Promise<void>;
}

/** `jamActions`: what the open jam's own actions do, from the board, the files and the views. */
export function createApp(shell: Shell, jamActions: ActionTable): App {
  const store = createAppStore(DEFAULT_SETTINGS);
  const set = store.setState;
  let noticeId = 0;

  const notify: App['notify'] = (text, tone = 'info', action = null) => {
    const { session, notices } = store.getState();
    if (session !== null) return session.notify(text, tone, action);
    noticeId++;
    set({
      notices: [
        ...notices.filter((one) => one.text !== text).slice(-3),
        { id: noticeId, text, tone, action, at: null },
      ],
    });
  };

  const readCards = async (): Promise<void> => {
    const cards = await shell.listJams();
    set({ cards: cards.filter((card) => card.binned === null) });
  };

  /** After a jam was closed: its card may still be on its way to the disk, so there is a second look. */
  const readCardsAgain = async (): Promise<void> => {
    await readCards();
    setTimeout(() => void readCards(), SECOND_LOOK);
  };

  const base = (): Pick<OpenOptions, 'shell' | 'info' | 'actions'> => {
    const { info } = store.getState();
    if (info === null) throw new Error('The shell has not answered yet.');
    // A name that is given while a jam is open counts from the next act on.
    const current = {
      ...info,
      get settings() {
        return store.getState().settings;
      },
    };
    return { shell, info: current, actions };
  };

  let turn: Promise<unknown> = Promise.resolve();
  /**
   * One jam at a time is opened, closed or worked on from the library: two at once could have one journal between them,
   * and the first to end would close it for both.
   */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  let opening: Promise<JamSession | null> | null = null;
  /**
   * Shows what was opened; whatever was open before is kept and closed. While something opens, another press is taken
   * for the same one twice.
   */
  const show = (words: string, open: () => Promise<Result<JamSession>>): Promise<JamSession | null> => {
    if (opening !== null) return Promise.resolve(null);
    set({ busy: true, working: words });
    opening = inTurn(() => showNow(open)).finally(() => {
      opening = null;
    });
    return opening;
  };

  const showNow = async (open: () => Promise<Result<JamSession>>): Promise<JamSession | null> => {
    // Reading a large file holds the page still: the words must be on the screen before.
    await nextFrame();
    try {
      if (!(await mayLeave())) return null;
      const before = store.getState().session;
      const opened = await open();
      if (!opened.ok) {
        notify(opened.sentence, 'trouble');
        return null;
      }
      if (before !== null && before !== opened.value) await before.dispose();
      set({ session: opened.value, overlay: null, notices: [] });
      if (before !== opened.value && store.getState().settings.memberName === '') offerNaming(opened.value);
      if (before !== opened.value) void opened.value.room.resume();
      tellMenu();
      return opened.value;
    } catch (error) {
      console.error(error);
      notify('The jam could not be opened. Nothing in it was changed.', 'trouble');
      return null;
    } finally {
      set({ busy: false, working: null });
    }
  };

  const open = (jam: JamId, more: Partial<OpenOptions> = {}) =>
    show('Opening the jam', async () => {
      const seen = await shell.loadView(jam);
      await leaveSame(jam);
      const opened = await openJam({ ...base(), jam, ...more });
      if (opened.ok && seen === null) showAtFirst(opened.value);
      return opened;
    });

  const leaveSame = async (jam: JamId): Promise<void> => {
    const { session } = store.getState();
    if (session?.jam.id !== jam) return;
    // Should it not open again, nobody may go on writing into what is closed.
    set({ session: null });
    await session.dispose();
  };

  /** Somebody who writes without a name is told once, where it can be mended, and not held up. */
  const offerNaming = (session: JamSession): void => {
    const stop = session.jam.subscribe((snapshot, change, local) => {
      if (!local || change.ideas.size + change.comments.size === 0) return;
      stop();
      if (snapshot.members.get(session.jam.me)?.name) return;
      session.notify('Nobody sees yet who writes here.', 'info', {
        title: 'Say your name',
        run: () => void nameMyself(),
      });
    });
  };

  const nameMyself = async (joining = false): Promise<void> => {
    const name = await askName(joining);
    if (name !== null) await app.saveSettings({ memberName: name });
  };

  const askName = (joining: boolean): Promise<string | null> =>
    new Promise((resolve) => {
      const answer = (name: string | null): void => {
        set({ naming: null });
        resolve(name);
      };
      set({ naming: { joining, answer } });
    });

  let warned: JamSession | null = null;
  /** Whether the open jam may be left. Work that could not be kept is left only by who asks twice. */
  const mayLeave = async (): Promise<boolean> => {
    const { session } = store.getState();
    const trouble = session === null ? null : await session.flush();
    const before = warned;
    warned = trouble === null ? null : session;
    if (trouble === null || before === session) return true;
    session?.notify(`${trouble} Leave once more to go without it.`, 'trouble');
    return false;
  };

  const leaveJam = async (): Promise<void> => {
    const { session } = store.getState();
    if (session === null || !(await inTurn(() => leaveNow(session)))) return;
    await readCardsAgain();
    tellMenu();
  };

  const leaveNow = async (session: JamSession): Promise<boolean> => {
    if (store.getState().session !== session || !(await mayLeave())) return false;
    set({ session: null, overlay: null });
    shell.setTitle('Riffroom');
    await session.dispose();
    return true;
  };

  const tellMenu = (): void => {
    shell.setEnabledActions(enabledActions(app));
  };

  const own: ActionTable = {
    'library.new': { run: () => void leaveJam().then(focusQuestion) },
    'library.show': { run: () => void leaveJam() },
    'file.open': { run: () => void app.pickFile() },
    'file.import': { run: () => void app.pickFile() },
    'help.sample': { run: () => void app.openTheSample() },
    'help.practice': { run: () => void app.practise() },
    'theme.toggle': {
      run: () => void app.saveSettings({ theme: themeOnScreen() === 'dark' ? 'light' : 'dark' }),
    },
  };
  const actions: ActionTable = { ...jamActions, ...own };

  const withoutJam: Readonly<Record<string, () => void>> = {
    'library.new': focusQuestion,
    'file.open': () => void app.pickFile(),
    'help.sample': () => void app.openTheSample(),
    'help.practice': () => void app.practise(),
    'theme.toggle': () => own['theme.toggle']?.run(null as never),
    'palette.open': () => set({ overlay: 'palette' }),
    'app.settings': () => set({ overlay: 'settings' }),
    'help.keys': () => set({ overlay: 'help' }),
  };

  const app: App = {
    shell,
    store,
    notify,
    async start() {
      const info = await shell.start();
      set({ info, settings: info.settings });
      shell.onOpen((request) => void takeRequest(request));
      shell.onAction((id) => app.act(id));
      shell.onClosing((done, stay) => {
        void mayLeave().then((may) => {
          const { session } = store.getState();
          if (!may) stay();
          else if (session === null) done();
          else void session.dispose().finally(done);
        });
      });
      await readCards();
      if (info.jam !== null) await open(info.jam);
      const asksName = ({ kind }: OpenRequest): boolean => kind === 'invite' || kind === 'practice';
      for (const request of info.requests) if (!asksName(request)) await takeRequest(request);
      set({ ready: true });
      tellMenu();
      // Going in may ask for a name first: that needs a screen.
      for (const request of info.requests) if (asksName(request)) await takeRequest(request);
    },
    act(id) {
      const { session, recent } = store.getState();
      if (!app.canAct(id)) return;
      if (actionById(id)?.palette === true)
        set({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, 6) });
      if (session !== null) session.act(id);
      else withoutJam[id]?.();
    },
    canAct(id) {
      const { session } = store.getState();
      return session === null ? id in withoutJam : session.canAct(id);
    },
    dismiss(notice) {
      set({ notices: store.getState().notices.filter(({ id }) => id !== notice) });
    },
    async join(link) {
      const invite = decodeInvite(link, Date.now());
      if (!invite.ok) return notify(invite.sentence, 'trouble');
      const { jam, addresses } = invite.value;
      const secret = toBase64Url(invite.value.secret);
      const question = await otherRoomQuestion(shell, jam, secret);
      if (question !== null && !(await ask(store, question))) return;
      if (store.getState().settings.memberName === '') await nameMyself(true);
      const { session } = store.getState();
      const opened = session?.jam.id === jam ? session : await open(jam);
      if (opened?.jam.snapshot().creator === null) showOnArrival(opened);
      await opened?.room.join({ secret, addresses, open: true, port: null });
    },
    async startJam(challenge) {
      if (store.getState().settings.memberName === '') {
        await nameMyself();
      }
      await open(newJamId(), { challenge });
    },
    async openCard(card) {
      await open(card.jam, { sample: card.sample });
    },
    async openTheSample() {
      const known = (await shell.listJams()).find((card) => card.sample && card.binned === null);
      if (known !== undefined) return app.openCard(known);
      await show('Opening the sample', async () => {
        const opened = await openSample(base());
        if (opened.ok) showAtFirst(opened.value);
        return opened;
      });
    },
    async practise() {
      if (store.getState().settings.memberName === '') await nameMyself();
      const session = await open(newJamId(), { challenge: PRACTICE_QUESTION });
      if (session === null) return;
      session.run('jam.rename', { title: 'Practice jam' });
      for (const [field, text] of Object.entries(PRACTICE_BRIEF)) {
        session.run('brief.set', { field: field as BriefField, text });
      }
      const trouble = await startPractice(session, shell);
      if (trouble !== null) session.notify(trouble, 'trouble');
    },
    async pickFile() {
      const answer = await shell.openFile();
      if (!answer.ok) return notify(answer.sentence, 'trouble');
      if (answer.value !== null) await app.takeFile(answer.value);
    },
    async takeFile(file) {
      // Files that come in while one is being read wait for their turn.
      while (opening !== null) await opening;
      await show(`Reading ${file.name}`, () =>
        openFile({ ...base(), file, current: store.getState().session }),
      );
      if (store.getState().session === null) await readCards();
    },
    ...createLibraryActs({ shell, base, notify, inTurn, readCards: readCardsAgain }),
    leaveJam,
    async saveSettings(patch) {
      const settings = { ...store.getState().settings, ...patch };
      set({ settings });
      const { session } = store.getState();
      const name = settings.memberName;
      if (patch.memberName !== undefined && session?.jam.snapshot().members.has(session.jam.me)) {
        session.run('member.set', { name });
      }
      if (patch.memberName !== undefined) session?.room.renamed();
      const answer = await shell.saveSettings(settings);
      if (!answer.ok) notify(answer.sentence, 'trouble');
    },
  };

  const takeRequest = async (request: OpenRequest): Promise<void> => {
    if (request.kind === 'file') await app.takeFile(request.file);
    else if (request.kind === 'trouble') notify(request.sentence, 'trouble');
    else if (request.kind === 'practice') await app.practise();
    else await app.join(request.link);
  };

  return app;
}

/**
 * What the native menu may offer now. Within a jam it offers all that belongs there: whether it makes sense at this
 * moment the handler asks, so that a menu need not be told of every selection.
 */
function enabledActions(app: App): readonly string[] {
  const open = app.store.getState().session !== null;
  return (ACTIONS as readonly Action[])
    .filter(({ id, scope }) => open || scope === 'any' || app.canAct(id))
    .map(({ id }) => id);
}

function focusQuestion(): void {
  requestAnimationFrame(() => document.getElementById('challenge')?.focus());
}
