import type { MemberId } from '../model/ids.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

/** Names somebody who may lead too, or takes that back. */
export const hostSet = command<{ member: MemberId; host: boolean }, null>({
  title: 'name a co-host',
  act: null,
  undo: false,
  refuse({ member, host }, scene) {
    if (!host && member === scene.snapshot.creator) {
      return { code: 'creator', sentence: 'Whoever made the jam stays a host.' };
    }
    return refuseUnlessHost(scene.course(), scene.me);
  },
  run({ member, host }, scene, write) {
    const took = scene.snapshot.course.hosts.get(member)?.took ?? 0;
    write.set('hosts', member, { host, took: host ? took : 0, ...scene.stamp });
    return null;
  },
});
