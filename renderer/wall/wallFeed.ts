/** From the host's window to its Wall: a channel of this origin whose name only these two know. */
import { goingIn } from '../../shared/conduct/privatePart.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { sumSheets } from '../phases/soloSheets.ts';
import type { JamSession } from '../session/jamSession.ts';
import { themeOnScreen } from '../theme/theme.ts';
import { describeWall } from './describeWall.ts';
import type { WallScene } from './wallScene.ts';

/** What the Wall says when it has been painted, and whenever it was loaded anew. */
export const WALL_HELLO = 'hello';

const TOLD_EVERY = 5_000;
const feeds = new WeakMap<JamSession, string>();

/** Opens the Wall, or the same one again. */
export function openWall(session: JamSession, page: Window = window): void {
  const name = feeds.get(session) ?? startFeed(session);
  const opened = page.open(`wall.html#${name}`, wallName(session.jam.id));
  if (opened === null && session.shell.kind !== 'app') {
    session.notify('The browser kept the Wall from opening: allow this page to open windows.', 'trouble');
  }
  opened?.focus();
}

function startFeed(session: JamSession): string {
  const name = `riffroom-wall-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const channel = new BroadcastChannel(name);
  let listening = false;
  let due: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    due = null;
    if (listening) channel.postMessage(sceneOf(session));
  };
  const soon = (): void => {
    due ??= setTimeout(tell, 50);
  };
  channel.onmessage = ({ data }) => {
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
  feeds.set(session, name);
  return name;
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
