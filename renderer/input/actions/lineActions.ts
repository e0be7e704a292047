import type { Connector } from '../../../shared/model/snapshot.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';

export const LINE_ACTIONS: ActionTable = {
  'line.turn': {
    run: (session) =>
      session.jam.together(() => {
        for (const { id, from, to } of selectedLines(session))
          session.run('connector.ends', { connector: id, from: to, to: from });
      }),
    can: (session) => selectedLines(session).length > 0,
  },
};

function selectedLines(session: JamSession): Connector[] {
  const { connectors } = session.view().snapshot;
  return [...session.ui.getState().selection.connectors].flatMap((id) => connectors.get(id) ?? []);
}
