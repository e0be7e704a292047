/** The end of a selected line, pulled to another idea or group; let go on nothing, the line stays as it was. */
import type { ConnectorId } from '../../../shared/model/ids.ts';
import type { Board } from '../../canvas/board.ts';
import type { Gesture, Hand } from '../hand.ts';
import { pull } from './pull.ts';

/** CSS pixels around an end that count as the end. */
const NEAR = 9;

/** null: the hand is on no end of the one line that is selected. */
export function pullEnd(board: Board, hand: Hand): Gesture | null {
  const { session, scene } = board;
  const { selection, camera } = session.ui.getState();
  const [id] = selection.connectors;
  if (id === undefined || selection.connectors.size > 1 || selection.ideas.size > 0) return null;
  const line = scene.layout.connectors.get(id);
  const ends = session.view().snapshot.connectors.get(id);
  if (line === undefined || ends === undefined) return null;
  const away = ({ x, y }: { x: number; y: number }): number =>
    Math.hypot(x - hand.page.x, y - hand.page.y) * camera.zoom;
  const change = (connector: ConnectorId, next: Partial<typeof ends>): void =>
    void session.run('connector.ends', { connector, from: ends.from, to: ends.to, ...next }, hand.page);
  if (away(line.to) <= NEAR) return pull(board, ends.from, (to) => change(id, { to }));
  return away(line.from) <= NEAR ? pull(board, ends.to, (from) => change(id, { from })) : null;
}
