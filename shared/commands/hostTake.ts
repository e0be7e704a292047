import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

/** A host takes the lead: everybody's screen says so. */
export const hostTake = command<Record<string, never>, null>({
  title: 'take the lead',
  act: null,
  undo: false,
  refuse: (_input, scene) => refuseUnlessHost(scene.course(), scene.me),
  run(_input, scene, write) {
    write.set('hosts', scene.me, { host: true, took: scene.stamp.lamport, ...scene.stamp });
    return null;
  },
});
