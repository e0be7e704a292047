import { fieldKey } from '../doc/schema.ts';
import type { ConnectorId } from '../model/ids.ts';
import type { ThingRef } from '../model/snapshot.ts';
import type { Refusal } from '../util/result.ts';
import { command, type Scene } from './command.ts';

/** A free line between two things, with words. Says nothing about who came from whom: that is a riff. */
export const connectorAdd = command<
  { from: ThingRef; to: ThingRef; label: string },
  { connector: ConnectorId }
>({
  title: 'connect',
  act: 'connect',
  refuse: ({ from, to }, scene) => refuseUnlessEnds(from, to, scene),
  run({ from, to, label }, scene, write) {
    const connector = scene.newId();
    const { by, lamport, at } = scene.stamp;
    write.set('connectors', fieldKey(connector, 'ends'), [
      from.type,
      from.id,
      to.type,
      to.id,
      by,
      lamport,
      at,
    ]);
    write.set('connectors', fieldKey(connector, 'label'), label.slice(0, 500));
    write.set('connectors', fieldKey(connector, 'bin'), false);
    return { connector };
  },
});

/** The refusal of lines from a thing to itself, or to one that is gone. */
export function refuseUnlessEnds(from: ThingRef, to: ThingRef, scene: Scene): Refusal | null {
  if (from.id === to.id) return { code: 'same-thing', sentence: 'A line needs two different ends.' };
  if (isThere(from, scene) && isThere(to, scene)) return null;
  return { code: 'no-such-end', sentence: 'One end of that line is not on the board any more.' };
}

function isThere(end: ThingRef, scene: Scene): boolean {
  const { ideas, groups } = scene.snapshot;
  return (end.type === 'idea' ? ideas.get(end.id)?.bin : groups.get(end.id)?.bin) === false;
}
