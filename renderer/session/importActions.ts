import { importFile } from '../../shared/import/importFile.ts';
import { importInto } from './importInto.ts';
import type { JamSession } from './jamSession.ts';
import type { ActionTable } from './sessionActions.ts';

export const IMPORT_ACTIONS: ActionTable = {
  'file.import': { run: (session) => void chooseAndImport(session) },
};

async function chooseAndImport(session: JamSession): Promise<void> {
  const answer = await session.shell.openFile();
  if (!answer.ok) return session.notify(answer.sentence, 'trouble');
  if (answer.value === null) return;
  const imported = importFile(answer.value.name, answer.value.bytes);
  if (imported.ok) importInto(session, imported.value, answer.value.name);
  else session.notify(imported.sentence, 'trouble');
}
