import { fieldKey } from '../doc/schema.ts';
import type { ConnectorId } from '../model/ids.ts';
import { command } from './command.ts';

export const connectorLabel = command<{ connector: ConnectorId; label: string }, null>({
  title: 'label line',
  act: 'connect',
  refuse({ connector }, scene) {
    if (scene.snapshot.connectors.has(connector)) return null;
    return { code: 'no-such-line', sentence: 'That line is not in this jam.' };
  },
  run({ connector, label }, _scene, write) {
    write.set('connectors', fieldKey(connector, 'label'), label.slice(0, 500));
    return null;
  },
});
