/** The board alone, over a real session: `?n=30|500|10000&theme=dark&zoom=.25&x=&y=&fit=1`. */
import { createRoot } from 'react-dom/client';
import { BoardCanvas } from '../../../../renderer/canvas/BoardCanvas.tsx';
import { fitRect } from '../../../../renderer/canvas/camera.ts';
import { BOARD_ACTIONS } from '../../../../renderer/input/actions/boardActions.ts';
import { createJamSession } from '../../../../renderer/session/createJamSession.ts';
import type { JamSession } from '../../../../renderer/session/jamSession.ts';
import { UNDO_ACTIONS } from '../../../../renderer/session/undoActions.ts';
import { VIEW_ACTIONS } from '../../../../renderer/session/viewActions.ts';
import { createJam } from '../../../../shared/jam/createJam.ts';
import { createContext } from '../../../../shared/util/context.ts';
import '../../../../renderer/theme/fonts.css';
import '../../../../renderer/theme/tokens.css';
import '../../../../renderer/theme/base.css';
import { crowd, pictureBatch } from './crowd.ts';
import { fakeShell, HARNESS_INFO } from './fakeShell.ts';
import './harness.css';
import { sha256 } from '../../../../shared/util/hash.ts';
import { boxPair } from '../../../../shared/util/sealedBox.ts';
import { keepNothing } from '../../../support/keepNothing.ts';
import { PICTURE, PICTURE_GROUPS } from './picture.ts';

declare global {
  interface Window {
    session: JamSession;
    settle: () => Promise<void>;
  }
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';
const count = Number(query.get('n') ?? 30);

const jam = createJam({
  // A new jam each time: the page's own cache would merge the last one in.
  id: crypto.randomUUID(),
  owner: { device: new Uint8Array(32), memberId: 'greta', memberName: 'Greta Lind' },
  context: createContext(
    () => Date.now(),
    (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  ),
});
jam.run('jam.start', {
  challenge: 'How might no one over 75 face the next heat wave alone at home?',
  name: 'Greta Lind',
});
if (count > 0) {
  const picture = count === 30;
  const result = jam.run('jam.import', picture ? pictureBatch(PICTURE_GROUPS) : crowd(count));
  if (!result.ok) throw new Error(result.sentence);
  for (const { label, comments } of picture ? PICTURE : []) {
    const idea = result.value.ideas.get(label);
    for (let i = 0; idea !== undefined && i < comments; i++) jam.run('comment.add', { idea, text: 'Yes' });
  }
}

const session = createJamSession({
  shell: fakeShell,
  info: HARNESS_INFO,
  jam,
  viewState: null,
  sample: false,
  actions: { ...VIEW_ACTIONS, ...BOARD_ACTIONS, ...UNDO_ACTIONS },
  frames: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
  box: boxPair(sha256(new Uint8Array(32))),
  privates: keepNothing(),
  replayed: 0,
});
window.session = session;
const root = document.querySelector('#root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <div className="stage">
    <BoardCanvas session={session} />
  </div>,
);
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
window.settle = () => wait(600);

function look(): void {
  const { viewport } = session.ui.getState();
  if (viewport.w === 0) {
    requestAnimationFrame(look);
    return;
  }
  const { bounds } = session.view().layout;
  const zoom = Number(query.get('zoom') ?? 1);
  if (query.has('fit') && bounds !== null) session.set({ camera: fitRect(bounds, viewport, 24) });
  else session.set({ camera: { x: Number(query.get('x') ?? -18), y: Number(query.get('y') ?? -14), zoom } });
}
look();
