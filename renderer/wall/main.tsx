/** The Wall's page: shows what it is told on the channel named in its address, and knows nothing else. */
import { createRoot } from 'react-dom/client';
import { ringBell } from '../phases/bell.ts';
import '../theme/theme.css';
import { Wall } from './Wall.tsx';
import { WALL_HELLO, WALL_RING, WALL_RINGS } from './wallMessages.ts';
import type { WallScene } from './wallScene.ts';

const place = document.getElementById('root');
const name = decodeURIComponent(location.hash.slice(1));
if (place !== null && name !== '') {
  const root = createRoot(place);
  const channel = new BroadcastChannel(name);
  const show = (scene: WallScene | null): void => {
    if (scene !== null) document.documentElement.dataset['theme'] = scene.theme;
    root.render(<Wall scene={scene} />);
  };
  channel.onmessage = ({ data }: MessageEvent<WallScene | typeof WALL_RING | null>) => {
    if (data === WALL_RING) {
      void ringBell().then((rings) => (rings ? channel.postMessage(WALL_RINGS) : undefined));
      return;
    }
    // The jam was left: nobody is there to show anything. A browser may keep a tab that it did not open; that one says so.
    if (data === null) window.close();
    show(data);
  };
  show(null);
  channel.postMessage(WALL_HELLO);
}
