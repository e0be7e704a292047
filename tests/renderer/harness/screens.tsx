import type { ReactElement } from 'react';
import { App } from '../../../renderer/app/App.tsx';
import { createApp } from '../../../renderer/app/createApp.ts';
import { JAM_ACTIONS } from '../../../renderer/app/jamActions.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { NOTHING_SELECTED, type Overlay, type View } from '../../../renderer/stores/uiStore.ts';
import { DEFAULT_TEMPLATE } from '../../../shared/templates/registry.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { cards, harnessNow } from './cards.ts';
import { createFakeShell } from './fakeShell.ts';
import { seedJam } from './seedJam.ts';
import { wallScreen } from './wallScreen.tsx';

const day = 86_400_000;

/** `?screen=library&n=0`, `?screen=jam&sel=D3,D4&view=list&overlay=find&open=empty` */
export const screens: Readonly<Record<string, (params: URLSearchParams) => ReactElement>> = {
  library: (params) => run(params, null),
  jam: (params) => run(params, 'jam-forty'),
  wall: wallScreen,
  empty: (params) => run(params, 'jam-new'),
};

function run(params: URLSearchParams, open: string | null): ReactElement {
  const theme = params.get('theme') === 'dark' ? 'dark' : 'light';
  const isFirst = params.get('n') === '0';
  const shell = createFakeShell({
    cards: isFirst ? [] : cards,
    settings: { theme, memberName: isFirst ? '' : 'Ruth Amsel' },
    journals: new Map(open === 'jam-forty' ? [[open, seedJam(open, harnessNow - day)]] : []),
    open,
    member: params.get('me') ?? 'RA',
  });
  const app = createApp(shell, JAM_ACTIONS);
  Object.assign(window, { harness: app });
  void app.start().then(async () => {
    const { session } = app.store.getState();
    if (session === null) {
      const overlay = params.get('overlay');
      if (overlay === 'palette' || overlay === 'help' || overlay === 'settings')
        app.store.setState({ overlay });
      return;
    }
    if (open === 'jam-new' && session.jam.snapshot().creator === null) {
      const challenge =
        params.get('challenge') ?? 'How might no one over 75 face the next heat wave alone at home?';
      session.jam.run('jam.start', { challenge, name: 'Ruth Amsel' });
    }
    const { labels, layout } = session.view();
    const wanted = (params.get('sel') ?? '').split(',');
    const ids = [...labels].filter(([, label]) => wanted.includes(label)).map(([id]) => id);
    if (ids.length > 0) session.set({ selection: { ...NOTHING_SELECTED, ideas: new Set(ids) } });
    if (params.has('view')) session.set({ view: params.get('view') as View, deciding: ids[0] ?? null });
    if (params.has('overlay')) session.set({ overlay: params.get('overlay') as Overlay });
    if (params.has('panel')) session.set({ panel: params.get('panel') === '0' ? null : 'comments' });
    const kind = params.get('course');
    if (kind !== null) await playTo(session, kind);
    if (layout.bounds !== null) session.set({ camera: { x: -18, y: -50, zoom: 1 } });
  });
  return <App app={app} />;
}

/** `?me=GL&course=solo`: lays the default setlist and goes on to that phase, with a few sheets and dots on the way. */
async function playTo({ course, jam }: JamSession, kind: string): Promise<void> {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  course.load('riff-session', planTemplate(DEFAULT_TEMPLATE, 9));
  for (let i = 0; i < 20 && course.course().current?.kind !== kind; i++) {
    const went = course.goOn();
    if (!went.ok) console.error(went.sentence);
    await pause(80);
    const { current } = course.course();
    if (current?.kind === 'solo') {
      for (const text of [
        'The night bus driver knows which windows stay dark',
        'Taxi drivers wait at doors anyway',
      ]) {
        course.write(text);
      }
      const mine = course.write('My own mother. I do not want to tell that one yet.');
      if (mine !== null) course.rewrite(mine.id, { tray: 'mine' });
      await pause(50);
    }
    if (current?.kind === 'reveal') await pause(1_800);
    if (current?.kind === 'nominate') {
      for (const idea of [...jam.snapshot().ideas.keys()].slice(0, 2))
        jam.run('nominee.set', { idea, named: true });
    }
  }
}
