/** The journals that one seat has open, each under its claim. */
import type { Answer, JournalContents } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { type Journal, openJournal } from '../store/journal.ts';
import type { JamHolder } from './jamHolder.ts';
import type { Machine } from './machine.ts';

export interface DeskJournals {
  /** The jams open here, the one opened first first. */
  names(): JamId[];
  open(seat: JamHolder, jam: JamId): Promise<Answer<JournalContents>>;
  append(jam: JamId, records: Uint8Array): Promise<Answer<null>>;
  leave(seat: JamHolder, jam: JamId): Promise<void>;
  leaveAll(seat: JamHolder): Promise<void>;
}

export function createDeskJournals(machine: Machine): DeskJournals {
  const { claims, library, files, turns, hub } = machine;
  const open = new Map<JamId, Journal>();

  async function claim(seat: JamHolder, jam: JamId): Promise<Result<null>> {
    const holder = claims.claim(jam, seat);
    if (holder === null) return ok(null);
    if (await holder.isAlive()) {
      holder.bringToFront();
      return refuse(
        'open-elsewhere',
        'This jam is already open in another window. Go on there, or close it there first.',
      );
    }
    await holder.leave(jam);
    return claims.claim(jam, seat) === null
      ? ok(null)
      : refuse('open-elsewhere', 'This jam was just opened in another window.');
  }

  async function closeNow(jam: JamId): Promise<void> {
    const journal = open.get(jam);
    open.delete(jam);
    await journal?.close();
  }

  async function openNow(seat: JamHolder, jam: JamId): Promise<Answer<JournalContents>> {
    await closeNow(jam);
    const claimed = await claim(seat, jam);
    if (!claimed.ok) return claimed;
    const folder = await library.folderFor(jam);
    const opened = folder.ok ? await openJournal(files, folder.value) : folder;
    if (!opened.ok) {
      claims.release(jam, seat);
      return opened;
    }
    const { records, damaged, journal } = opened.value;
    open.set(jam, journal);
    return ok({ records, damaged });
  }

  async function leave(seat: JamHolder, jam: JamId): Promise<void> {
    await closeNow(jam);
    if (claims.holderOf(jam) === seat) await hub.leave(jam);
    claims.release(jam, seat);
  }

  return {
    names: () => [...open.keys()],
    open: (seat, jam) => turns.take(jam, () => openNow(seat, jam)),
    async append(jam, records) {
      const journal = open.get(jam);
      return journal
        ? journal.append(records)
        : refuse(
            'not-open',
            'This jam is not open here any more; the latest work was not kept. Open it again to go on.',
          );
    },
    // Not in turn: a taker waits for the holder inside its own turn.
    leave,
    async leaveAll(seat) {
      for (const jam of [...open.keys()]) await leave(seat, jam);
    },
  };
}
