import { command } from './command.ts';

/**
 * Takes the lead: everybody's screen says so. A host may at any time; anybody may when no host is here, which the
 * conductor asks, since who is here is no part of the document.
 */
export const hostTake = command<Record<string, never>, null>({
  title: 'take the lead',
  act: null,
  undo: false,
  run(_input, scene, write) {
    write.set('hosts', scene.me, { host: true, took: scene.stamp.lamport, ...scene.stamp });
    return null;
  },
});
