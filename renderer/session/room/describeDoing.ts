/** What one's own window tells the others: taken from session state, never from what is being typed. */
import type { MemberId } from '../../../shared/model/ids.ts';
import { MAX_SHOWN, type Presence, type Verb } from '../../../shared/presence/presence.ts';
import type { UiState } from '../../stores/uiStore.ts';

type Seen = Pick<
  UiState,
  | 'view'
  | 'deciding'
  | 'board'
  | 'selection'
  | 'editing'
  | 'fresh'
  | 'holding'
  | 'commenting'
  | 'camera'
  | 'viewport'
>;

/** Of the course: what one says about oneself in it. */
export type CoursePresence = Pick<Presence, 'guest' | 'drafts' | 'ready' | 'lit' | 'lookUp' | 'clock'>;

export const OUT_OF_COURSE: CoursePresence = {
  guest: false,
  drafts: 0,
  ready: false,
  lit: null,
  lookUp: false,
  clock: null,
};

export function describeDoing(
  me: { readonly member: MemberId; readonly name: string },
  ui: Seen,
  course: CoursePresence,
): Presence {
  const { camera, viewport } = ui;
  return {
    ...me,
    ...course,
    verb: verbOf(ui),
    view: ui.view,
    board: ui.board,
    selection: [...ui.selection.ideas].slice(0, MAX_SHOWN),
    holds: [...ui.holding.ideas].slice(0, MAX_SHOWN),
    grip: ui.holding.grip,
    writing: ui.editing,
    deciding: ui.view === 'decide' ? ui.deciding : null,
    sees:
      ui.view !== 'board' || viewport.w === 0
        ? null
        : {
            x: Math.round(camera.x),
            y: Math.round(camera.y),
            w: Math.round(viewport.w / camera.zoom),
            h: Math.round(viewport.h / camera.zoom),
          },
  };
}

function verbOf({ view, editing, fresh, holding, commenting }: Seen): Verb {
  if (holding.ideas.size > 0) return 'moving';
  if (editing !== null) return fresh?.idea === editing ? 'riffing' : 'writing';
  if (commenting) return 'commenting';
  return view === 'decide' ? 'deciding' : 'looking';
}
