/** Opening a jam: claim and read its journal, replay it, and give a session. */
import type { Answer, JournalContents, Shell, StartInfo } from '../../shared/ipc/shell.ts';
import { createSignedSession } from '../../shared/log/hello.ts';
import { type LogRecord, readRecords } from '../../shared/log/journalRecord.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { copyTitle, jamTitle } from '../../shared/model/jamTitle.ts';
import { isPartner } from '../../shared/practice/partners.ts';
import { fromBase64Url } from '../../shared/util/bytes.ts';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { createBrowserContext } from './browserContext.ts';
import { deviceBox } from './course/deviceBox.ts';
import { openPrivateStore } from './course/privateStore.ts';
import { createJamSession } from './createJamSession.ts';
import { createFrameStore } from './frameStore.ts';
import { readJamCard } from './jamCard.ts';
import type { JamSession } from './jamSession.ts';
import { addKept, loadKept } from './keptSections.ts';
import { loadJam } from './loadJam.ts';
import type { ActionTable } from './sessionActions.ts';

export interface OpenOptions {
  readonly shell: Shell;
  readonly info: StartInfo;
  readonly actions: ActionTable;
  readonly jam: JamId;
  readonly sample?: boolean;
  /** Records that come with it (a file, the sample): merged in and kept. */
  readonly records?: readonly LogRecord[];
  /** A new jam's question. */
  readonly challenge?: string;
}

const UNKEPT =
  'This browser keeps nothing for later: sheets that you write alone are lost when the window closes.';

/** Refused or failed, the jam is free again: whoever tries once more finds it closed. */
export async function openJam(options: OpenOptions): Promise<Result<JamSession>> {
  const { shell, jam } = options;
  const opening = shell.openJournal(jam);
  try {
    const opened = await openClaimed(options, opening);
    if (!opened.ok && (await opening).ok) await shell.closeJournal(jam);
    return opened;
  } catch (error) {
    const claimed = await opening.catch(() => null);
    if (claimed?.ok) await shell.closeJournal(jam);
    throw error;
  }
}

async function openClaimed(
  options: OpenOptions,
  opening: Promise<Answer<JournalContents>>,
): Promise<Result<JamSession>> {
  const { shell, info, actions, jam: id, sample = false } = options;
  const device = fromBase64Url(info.device);
  if (device === null)
    return refuse('no-device', 'This laptop’s key could not be read, so no jam can be opened.');
  const context = createBrowserContext();
  const owner = { device, memberId: info.member, memberName: info.settings.memberName };
  const frames = createFrameStore();
  let unkept = false;
  const [journal, viewState, extra, frame, signed, box, privates] = await Promise.all([
    opening,
    shell.loadView(id),
    loadKept(shell, id),
    frames.read(id),
    createSignedSession(context, owner, shell.sign),
    deviceBox(shell, id),
    openPrivateStore(id, () => {
      unkept = true;
    }),
  ]);
  if (!journal.ok) return refuse(journal.code, journal.sentence);
  if (!signed.ok) return signed;
  if (!box.ok) return box;

  const kept = readRecords(journal.value.records);
  const { jam, replayed } = await loadJam({
    id,
    owner,
    context,
    signed: signed.value,
    records: kept.records,
    frame,
  });
  const session = createJamSession({
    shell,
    info,
    jam,
    viewState,
    sample,
    actions,
    frames,
    box: box.value,
    privates,
    replayed,
  });
  const isNew = kept.records.length === 0;
  try {
    if (unkept) session.notify(UNKEPT, 'trouble');
    bringIn(session, options, isNew);
    // At once, so that the library knows its title even when the next thing that happens is a crash.
    if (isNew) await shell.putCard(readJamCard(id, jam.snapshot(), jam.log, sample));
    const trouble = journal.value.damaged ?? kept.damaged;
    if (trouble !== null) session.notify(trouble, 'trouble');
    if (extra.ok) session.set({ fileKept: extra.value.sections });
    for (const sentence of extra.ok ? extra.value.lost : [extra.sentence])
      session.notify(sentence, 'trouble');
  } catch (error) {
    await session.dispose();
    throw error;
  }
  return ok(session);
}

/** What comes with the opening: a new jam's question, a file's records, numbers that were left unsettled. */
function bringIn(session: JamSession, options: OpenOptions, isNew: boolean): void {
  const { info, records = [], challenge } = options;
  if (challenge !== undefined) session.jam.run('jam.start', { challenge, name: info.settings.memberName });
  if (records.length > 0) {
    const report = session.jam.merge(records);
    if (!isNew || report.refused !== null) session.notify(report.sentence);
  }
  settleNumbers(session);
  leadAfterPractice(session);
}

export interface Duplicated {
  readonly jam: JamId;
  /** What of the original could not be copied, in sentences. */
  readonly lost: readonly string[];
}

/** Copies a jam under a new id, history and all. The jam must not be open elsewhere. */
export async function duplicateJam(
  options: Omit<OpenOptions, 'records' | 'challenge'>,
): Promise<Result<Duplicated>> {
  const { shell, jam: from } = options;
  const journal = await shell.openJournal(from);
  if (!journal.ok) return refuse(journal.code, journal.sentence);
  await shell.closeJournal(from);
  const to = createBrowserContext().newId();
  const { records, damaged } = readRecords(journal.value.records);
  const kept = await loadKept(shell, from);
  if (!kept.ok) return kept;
  const copy = await openJam({ ...options, jam: to, sample: false, records });
  if (!copy.ok) return copy;
  copy.value.run('jam.rename', { title: copyTitle(jamTitle(copy.value.jam.snapshot().brief)) });
  const carried = await addKept(shell, to, [], kept.value.sections);
  await copy.value.dispose();
  if (!carried.ok) return carried;
  // Reading the original has mended it: nothing will say so again.
  const history = journal.value.damaged ?? damaged;
  return ok({ jam: to, lost: [...(history === null ? [] : [history]), ...kept.value.lost] });
}

/** What a crash or a guest left without a settled number gets it from whoever made the jam. */
function settleNumbers({ jam }: JamSession): void {
  const { creator, ideas, settled } = jam.snapshot();
  if (creator === jam.me && [...ideas.keys()].some((id) => !settled.has(id))) jam.run('numbers.settle', {});
}

/** Practice partners don't come back: what they led is led by whoever made it. */
function leadAfterPractice({ jam }: JamSession): void {
  const snapshot = jam.snapshot();
  const { leader } = jam.courseOf(snapshot);
  if (snapshot.creator === jam.me && leader !== null && isPartner(leader)) jam.run('host.take', {});
}
