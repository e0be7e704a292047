/** Writing the jam out in other tools' formats, by the registry of exporters. */
import type { Exporter, ExportInput } from '../../shared/export/exporter.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import type { JamSession } from './jamSession.ts';
import { fileName } from './saveJam.ts';
import type { ActionTable } from './sessionActions.ts';

export const EXPORT_ACTIONS: ActionTable = Object.fromEntries(
  EXPORTERS.map((exporter) => [
    `export.${exporter.id}`,
    {
      run: (session: JamSession) => void session.work('Exporting', () => exportJam(session, exporter)),
      can: hasIdeas,
    },
  ]),
);

export function hasIdeas(session: JamSession): boolean {
  return session.view().layout.sheets.size > 0;
}

/** Report and table are the whole jam's record; pictures and canvases are of what is selected, when several are. */
const OF_SELECTION: ReadonlySet<string> = new Set(['svg', 'json-canvas']);

function exportInput(session: JamSession, ofSelection: boolean): ExportInput {
  const { snapshot, layout, labels } = session.view();
  const { ideas } = session.ui.getState().selection;
  const whole = { snapshot, layout, labels, title: jamTitle(snapshot.brief), now: Date.now() };
  return ofSelection && ideas.size > 1 ? { ...whole, selection: ideas } : whole;
}

async function exportJam(session: JamSession, exporter: Exporter): Promise<void> {
  session.jam.flush();
  const input = exportInput(session, OF_SELECTION.has(exporter.id));
  const written = exporter.run(input);
  await saveExport(session, {
    name: `${fileName(input.title)}.${exporter.extension}`,
    bytes: typeof written === 'string' ? toUtf8(written) : written,
    typeName: exporter.typeName,
  });
}

export async function saveExport(
  session: JamSession,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly typeName: string },
): Promise<void> {
  const answer = await session.shell.saveFile({ ...file, handle: null });
  if (!answer.ok) session.notify(answer.sentence, 'trouble');
  else if (answer.value !== null) session.notify(`Exported as ${answer.value.name}.`);
}
