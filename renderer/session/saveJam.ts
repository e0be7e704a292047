/** Saving the open jam as a `.riffjam`: all of its log, so that it opens complete, anywhere, for ever. */
import { writeJamFile } from '../../shared/file/jamFile.ts';
import { encodeRecords } from '../../shared/log/journalRecord.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import type { JamSession } from './jamSession.ts';
import type { ActionTable } from './sessionActions.ts';

export const SAVE_ACTIONS: ActionTable = {
  'file.save': { run: (session) => void save(session, session.ui.getState().fileHandle) },
  'file.saveAs': { run: (session) => void save(session, null) },
};

function save(session: JamSession, handle: string | null): Promise<void> {
  return session.work('Saving the jam', () => saveJam(session, handle));
}

/** `handle`: write back there without asking; null: ask where. Says what became of it. */
async function saveJam(session: JamSession, handle: string | null): Promise<void> {
  const { jam, shell } = session;
  const title = jamTitle(jam.snapshot().brief);
  const records = encodeRecords(jam.records());
  const file = writeJamFile({
    jam: jam.id,
    title,
    createdWith: 'Riffroom',
    records,
    kept: session.ui.getState().fileKept,
  });
  if (!file.ok) return session.notify(file.sentence, 'trouble');
  const answer = await shell.saveFile({
    name: `${fileName(title)}.riffjam`,
    bytes: file.value,
    typeName: 'Riffroom jam',
    handle,
  });
  if (!answer.ok) return session.notify(answer.sentence, 'trouble');
  if (answer.value === null) return;
  session.room.noteCopy();
  session.set({ fileHandle: answer.value.handle });
  session.notify(`Saved as ${answer.value.name}.`);
}

/** A name that every file system takes. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what file systems refuse
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return [...plain].slice(0, 80).join('') || 'Jam';
}
