import { fieldKey } from '../doc/schema.ts';
import type { ConnectorId } from '../model/ids.ts';
import type { ThingRef } from '../model/snapshot.ts';
import { command } from './command.ts';
import { refuseUnlessEnds } from './connectorAdd.ts';

/** Lets a line begin or end at another thing, or turns it round; its words and who drew it stay. */
export const connectorEnds = command<{ connector: ConnectorId; from: ThingRef; to: ThingRef }, null>({
  title: 'change line',
  act: 'connect',
  refuse({ connector, from, to }, scene) {
    if (!scene.snapshot.connectors.has(connector))
      return { code: 'no-such-line', sentence: 'That line is not in this jam.' };
    return refuseUnlessEnds(from, to, scene);
  },
  run({ connector, from, to }, scene, write) {
    const line = scene.snapshot.connectors.get(connector);
    if (line === undefined || (line.from.id === from.id && line.to.id === to.id)) return null;
    const ends = [from.type, from.id, to.type, to.id, line.by, line.lamport, line.at];
    write.set('connectors', fieldKey(connector, 'ends'), ends);
    return null;
  },
});
