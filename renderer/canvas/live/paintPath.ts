/** Selecting an idea lights its way back to the root: where it came from. */
import { riffKey } from '../../../shared/model/ids.ts';
import type { UiState } from '../../stores/uiStore.ts';
import type { Board } from '../board.ts';
import { paintCable } from '../paint/paintCable.ts';
import { type LiveBrush, strokeAround } from './liveBrush.ts';

export function paintPath(
  { scene, session }: Board,
  { selection, editing }: UiState,
  brush: LiveBrush,
): void {
  if (selection.ideas.size !== 1 || editing !== null || brush.style.detail === 'mark') return;
  const [id] = selection.ideas;
  if (id === undefined) return;
  const { pen, px, style } = brush;
  const { lineage } = session.view();
  const way = [...lineage.path(id), id];
  for (let i = 1; i < way.length; i++) {
    const cable = scene.layout.cables.get(riffKey(way[i] ?? '', way[i - 1] ?? ''));
    if (cable !== undefined) paintCable(pen, cable, style, style.theme.now);
  }
  pen.stroke(style.theme.now, 1.5 * px);
  for (const ancestor of way.slice(0, -1)) {
    const sheet = scene.layout.sheets.get(ancestor);
    if (sheet !== undefined) strokeAround(pen, sheet, 0.75 * px);
  }
}
