/** From the host's window to its Wall: a channel of this origin whose name only these two know. */
import { goingIn } from '../../shared/conduct/privatePart.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { sumSheets } from '../phases/soloSheets.ts';
import type { JamSession } from '../session/jamSession.ts';
import { themeOnScreen } from '../theme/theme.ts';
import { describeWall } from './describeWall.ts';
import { WALL_HELLO, WALL_RING, WALL_RINGS } from './wallMessages.ts';
import type { WallScene } from './wallScene.ts';

const TOLD_EVERY = 5_000;
/** ms; a Wall that is closed says nothing. */
const ANSWERS_IN = 400;

const FOLLOWS = 'The Wall shows one screen a phase, and of the board the tree that you select.';

interface Feed {
  readonly name: string;
  ring(): Promise<boolean>;
}

const feeds = new WeakMap<JamSession, Feed>();

/** The bell belongs to the room's screen: whether the Wall of this laptop rings it. */
export async function ringOnWall(session: JamSession): Promise<boolean> {
  return (await feeds.get(session)?.ring()) ?? false;
}

/** Opens the Wall, or the same one again. */
export function openWall(session: JamSession, page: Window = window): void {
  const before = feeds.get(session);
  if (before === undefined) session.notify(FOLLOWS);
  const { name } = before ?? startFeed(session);
  const opened = page.open(`wall.html#${name}`, wallName(session.jam.id));
  if (opened === null && session.shell.kind !== 'app') {
    session.notify('The browser kept the Wall from opening: allow this page to open windows.', 'trouble');
  }
  opened?.focus();
}

function startFeed(session: JamSession): Feed {
  const name = `riffroom-wall-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const channel = new BroadcastChannel(name);
  let listening = false;
  let answered: ((rings: boolean) => void) | null = null;
  let due: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    due = null;
    if (listening) channel.postMessage(sceneOf(session));
  };
  const soon = (): void => {
    due ??= setTimeout(tell, 50);
  };
  channel.onmessage = ({ data }) => {
    if (data === WALL_RINGS) answered?.(true);
    if (data !== WALL_HELLO) return;
    listening = true;
    tell();
  };
  const stops = [
    session.subscribe(soon),
    session.course.store.subscribe(soon),
    session.room.store.subscribe(soon),
    session.ui.subscribe(soon),
  ];
  const themes = new MutationObserver(soon);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const timer = setInterval(soon, TOLD_EVERY);
  session.onEnd(() => {
    for (const stop of stops) stop();
    clearInterval(timer);
    themes.disconnect();
    if (due !== null) clearTimeout(due);
    channel.postMessage(null);
    channel.close();
    feeds.delete(session);
  });
  const feed: Feed = {
    name,
    ring: () =>
      new Promise((resolve) => {
        answered = resolve;
        setTimeout(() => resolve(false), ANSWERS_IN);
        channel.postMessage(WALL_RING);
      }),
  };
  feeds.set(session, feed);
  return feed;
}

function sceneOf(session: JamSession): WallScene {
  const { course, room, ui } = session;
  const { people, invite } = room.store.getState();
  const { privatePart, othersDrafts, readyCount, lit } = course.store.getState();
  const mine = goingIn(privatePart, course.course().current?.id ?? null);
  const here = Math.max(1, people.length);
  const { view: shown, deciding, focus, selection } = ui.getState();
  return describeWall({
    view: session.view(),
    course: course.course(),
    elapsed: course.elapsed(),
    now: Date.now(),
    people: people.map(({ name }) => name).filter((name) => name !== ''),
    here,
    ready: readyCount,
    faceDown: sumSheets(mine.length, othersDrafts, here),
    lit,
    focus: shown === 'decide' ? deciding : ([...selection.ideas][0] ?? focus),
    link: invite?.web[0] ?? null,
    theme: themeOnScreen(),
  });
}

function wallName(jam: JamId): string {
  return `riffroom-wall-${jam}`;
}
