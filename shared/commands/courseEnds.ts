import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

/** When the jam must end, wall time in ms; null: open end. */
export const courseEnds = command<{ at: number | null }, null>({
  title: 'set the end',
  act: null,
  refuse: (_input, scene) => refuseUnlessHost(scene.course(), scene.me),
  run({ at }, _scene, write) {
    write.set('setlist', 'ends', at);
    return null;
  },
});
