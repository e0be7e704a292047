import type { RiffKey } from '../model/ids.ts';
import type { Bond } from '../model/snapshot.ts';
import { command } from './command.ts';

/** Names what a riff is, after the thought is out. A question's sheet becomes a question when it was a plain note. */
export const riffBond = command<{ key: RiffKey; bond: Bond }, null>({
  title: 'change the riff',
  act: 'riff',
  refuse({ key }, scene) {
    if (scene.snapshot.riffs.has(key)) return null;
    return { code: 'no-such-riff', sentence: 'That link is not in this jam.' };
  },
  run({ key, bond }, scene, write) {
    const riff = scene.snapshot.riffs.get(key);
    if (riff === undefined || riff.bond === bond) return null;
    write.set('riffs', key, [bond, riff.by, riff.lamport, riff.at, riff.gone ? 1 : 0]);
    const child = scene.snapshot.ideas.get(riff.child);
    if (child === undefined || child.lock) return null;
    if (bond === 'question' && child.kind === 'note') write.setIdea(child.id, 'kind', 'question');
    if (riff.bond === 'question' && child.kind === 'question') write.setIdea(child.id, 'kind', 'note');
    return null;
  },
});
