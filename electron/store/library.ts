/**
 * The jams on this laptop: `<profile>/jams/<id>/` with `card.json` (and `.bak`), `journal`, `view.json`,
 * `kept` where a newer version's files had sections that this one cannot read, and `room.json` where it was shared. A damaged
 * card never hides a jam. The bin is a mark on the card; its sweep is the only place that deletes anything.
 */
import { join } from 'node:path';
import * as v from 'valibot';
import { cardSchema, createBareCard } from '../../shared/ipc/cardSchema.ts';
import { isJamId } from '../../shared/ipc/jamIdSchema.ts';
import { maxKeptBytes, roomSchema } from '../../shared/ipc/pageInputs.ts';
import type { JamCard, ListedJam, RoomRecord, ViewState } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { noBytes, toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { describeTrouble, errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';
import { journalName } from './journal.ts';
import { readFileBounded } from './readFileBounded.ts';
import { syncFolder } from './syncFolder.ts';
import { createTurns } from './turns.ts';
import { type SafeWrite, writeFileSafely } from './writeFileSafely.ts';

export interface Library {
  /** Newest change first. */
  list(): Promise<ListedJam[]>;
  /** Keeps the card; makes the folder when the jam is new. `binned` is the library's own and stays as it was. */
  put(card: JamCard): Promise<Result<null>>;
  bin(jam: JamId): Promise<Result<null>>;
  restore(jam: JamId): Promise<Result<null>>;
  /** The jam's folder, made when it is new. */
  folderFor(jam: JamId): Promise<Result<string>>;
  /** The sections of the jam's files that this version cannot read; empty when there are none. */
  loadKept(jam: JamId): Promise<Result<Uint8Array>>;
  saveKept(jam: JamId, sections: Uint8Array): Promise<Result<null>>;
  loadView(jam: JamId): Promise<ViewState | null>;
  saveView(jam: JamId, view: ViewState): Promise<Result<null>>;
  loadRoom(jam: JamId): Promise<RoomRecord | null>;
  /** Its owner's alone: whoever has the secret is in the room. */
  saveRoom(jam: JamId, room: RoomRecord): Promise<Result<null>>;
  /** Deletes what has lain in the bin for 30 days; answers which. */
  sweep(): Promise<JamId[]>;
}

const keptName = 'kept';
const roomName = 'room.json';
export const binDays = 30;
const dayMs = 24 * 60 * 60 * 1000;
const viewSchema = v.record(v.string(), v.unknown());

export function createLibrary(files: FilePort, profile: string, now: () => number): Library {
  const root = join(profile, 'jams');
  const turns = createTurns();

  async function folders(): Promise<JamId[]> {
    try {
      const entries = await files.readdir(root, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory() && isJamId(entry.name)).map(({ name }) => name);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function readCard(jam: JamId): Promise<JamCard | null> {
    for (const name of ['card.json', 'card.json.bak']) {
      const parsed = v.safeParse(cardSchema, await readJson(files, join(root, jam, name)));
      if (parsed.success && parsed.output.jam === jam) return parsed.output;
    }
    return null;
  }

  /** The card, or what can be said without one; null for a folder that holds nothing of a jam. */
  async function cardOf(jam: JamId): Promise<JamCard | null> {
    const card = await readCard(jam);
    if (card) return card;
    for (const name of [journalName, 'card.json', 'view.json']) {
      try {
        return createBareCard(jam, Math.round((await files.stat(join(root, jam, name))).mtimeMs));
      } catch {
        // Not this one.
      }
    }
    return null;
  }

  async function listed(jam: JamId): Promise<ListedJam | null> {
    const card = await cardOf(jam);
    return card && { ...card, door: (await loadRoom(jam))?.open === true };
  }

  async function loadRoom(jam: JamId): Promise<RoomRecord | null> {
    if (!isJamId(jam)) return null;
    const parsed = v.safeParse(roomSchema, await readJson(files, join(root, jam, roomName)));
    return parsed.success ? parsed.output : null;
  }

  async function folderFor(jam: JamId): Promise<Result<string>> {
    if (!isJamId(jam)) return refuse('bad-input', 'This jam has a name that Riffroom cannot keep.');
    const folder = join(root, jam);
    try {
      // On disks that don't tell "a" from "A", a second jam must not be written into the first one's folder.
      const twin = (await folders()).find((name) => name !== jam && name.toLowerCase() === jam.toLowerCase());
      if (twin !== undefined)
        return refuse(
          'name-clash',
          'A jam on this laptop has nearly the same name inside, so this one cannot be kept beside it.',
        );
      if (await files.mkdir(folder, { recursive: true })) {
        // The new names must last through a power cut too, or what is synced inside would hang in the air.
        await syncFolder(files, root);
        await syncFolder(files, profile);
      }
      return ok(folder);
    } catch (error) {
      return describeTrouble(error, 'this jam');
    }
  }

  async function write(
    jam: JamId,
    name: string,
    bytes: Uint8Array,
    options: SafeWrite = {},
  ): Promise<Result<null>> {
    const folder = await folderFor(jam);
    if (!folder.ok) return folder;
    try {
      await writeFileSafely(files, join(folder.value, name), bytes, options);
      return ok(null);
    } catch (error) {
      return describeTrouble(error, 'this jam');
    }
  }

  function writeJson(jam: JamId, name: string, value: unknown, options?: SafeWrite): Promise<Result<null>> {
    return write(jam, name, toUtf8(`${JSON.stringify(value)}\n`), options);
  }

  async function setBinned(jam: JamId, binned: number | null): Promise<Result<null>> {
    const card = isJamId(jam) ? await cardOf(jam) : null;
    if (!card) return refuse('no-such-jam', 'This jam is no longer on this laptop.');
    return writeJson(jam, 'card.json', { ...card, binned }, { keepPrevious: true });
  }

  return {
    async list() {
      const cards = await Promise.all((await folders()).map(listed));
      return cards
        .filter((card) => card !== null)
        .sort((a, b) => b.changed - a.changed || (a.jam < b.jam ? -1 : 1));
    },
    put: (card) =>
      turns.take(card.jam, async () => {
        const before = await readCard(card.jam);
        const binned = before?.binned ?? null;
        return writeJson(card.jam, 'card.json', { ...card, binned }, { keepPrevious: true });
      }),
    bin: (jam) => turns.take(jam, () => setBinned(jam, now())),
    restore: (jam) => turns.take(jam, () => setBinned(jam, null)),
    folderFor,
    async loadKept(jam) {
      const read = await readFileBounded(files, join(root, jam, keptName), 'this jam');
      return !read.ok && read.code === 'not-found' ? ok(noBytes) : read;
    },
    saveKept: async (jam, sections) =>
      sections.length > maxKeptBytes
        ? refuse(
            'too-large',
            'There is more from a newer Riffroom in this jam than can be kept here; keep its file, and update Riffroom.',
          )
        : turns.take(jam, () => write(jam, keptName, sections)),
    async loadView(jam) {
      if (!isJamId(jam)) return null;
      const parsed = v.safeParse(viewSchema, await readJson(files, join(root, jam, 'view.json')));
      return parsed.success ? parsed.output : null;
    },
    saveView: (jam, view) => turns.take(jam, () => writeJson(jam, 'view.json', view)),
    loadRoom,
    saveRoom: (jam, room) => turns.take(jam, () => writeJson(jam, roomName, room, { mode: 0o600 })),
    async sweep() {
      const swept: JamId[] = [];
      for (const jam of await folders()) {
        const binned = (await readCard(jam))?.binned ?? null;
        if (binned === null || now() - binned < binDays * dayMs) continue;
        await files.rm(join(root, jam), { recursive: true, force: true });
        swept.push(jam);
      }
      return swept;
    },
  };
}

const maxJsonBytes = 4 * 1024 * 1024;

/** Undefined when the file is missing, too large or no JSON. */
async function readJson(files: FilePort, path: string): Promise<unknown> {
  try {
    if ((await files.stat(path)).size > maxJsonBytes) return undefined;
    return parseJson(await files.readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
