import type { ImportedJam } from '../../shared/import/importedJam.ts';
import { toBatch } from '../../shared/import/toBatch.ts';
import type { JamSession } from './jamSession.ts';
import { offerUndo } from './offerUndo.ts';

/** Lays what was imported beside what is there, as one step that undo takes back, and says what came and what did not. */
export function importInto(session: JamSession, imported: ImportedJam, name: string): void {
  const { board } = session.ui.getState();
  const { layout } = session.view();
  const result = session.run('jam.import', toBatch(imported, board, layout));
  if (!result.ok) return;
  const ideas = [...result.value.ideas.values()];
  session.set({
    selection: { ideas: new Set(ideas), groups: new Set(), connectors: new Set() },
    view: 'board',
  });
  session.act('camera.selection');
  const count = ideas.length === 1 ? '1 idea' : `${ideas.length.toLocaleString('en')} ideas`;
  offerUndo(session, [`${count} from ${name}.`, ...imported.notes].join(' '));
}
