import { fieldKey } from '../doc/schema.ts';
import type { ConnectorId } from '../model/ids.ts';
import { command } from './command.ts';

/** Takes lines off the board, or puts them back. */
export const connectorBin = command<{ connectors: readonly ConnectorId[]; bin: boolean }, null>({
  title: 'remove line',
  act: 'connect',
  run({ connectors, bin }, scene, write) {
    for (const connector of connectors) {
      if (scene.snapshot.connectors.has(connector)) write.set('connectors', fieldKey(connector, 'bin'), bin);
    }
    return null;
  },
});
