/**
 * Where a guest's page keeps things: the browser's own database, under the address that served the page. That address
 * may be gone tomorrow, so it is a cache for the day; a file is what lasts. Where the database does not open (private
 * windows, full disks) the same is held in memory and `isKept` says so.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JamId } from '../../../shared/model/ids.ts';

export interface GuestStore {
  /** False: everything is gone when the page goes. */
  readonly isKept: boolean;
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  /** Values whose key begins so. */
  all(prefix: string): Promise<readonly unknown[]>;
  /** Framed records, in the order appended. */
  readJournal(jam: JamId): Promise<readonly Uint8Array[]>;
  /** Resolves when the database has it. */
  appendJournal(jam: JamId, records: Uint8Array): Promise<void>;
  close(): void;
}

interface GuestSchema extends DBSchema {
  kept: { key: string; value: unknown };
  journal: { key: number; value: { jam: JamId; records: Uint8Array }; indexes: { jam: JamId } };
}

/** Never rejects: a database that does not open, or never answers, leaves memory. */
export async function openGuestStore(name: string, patienceMs = 3_000): Promise<GuestStore> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const opening = openDatabase(name).catch(() => null);
  const database = await Promise.race([opening, late]);
  if (database !== null) return createDatabaseStore(database);
  void opening.then((tooLate) => tooLate?.close());
  return createMemoryStore();
}

/** Async, for some browsers throw where they should answer. */
async function openDatabase(name: string): Promise<IDBPDatabase<GuestSchema>> {
  return openDB<GuestSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('kept');
      database.createObjectStore('journal', { autoIncrement: true }).createIndex('jam', 'jam');
    },
  });
}

function createDatabaseStore(database: IDBPDatabase<GuestSchema>): GuestStore {
  return {
    isKept: true,
    get: (key) => database.get('kept', key),
    async put(key, value) {
      await database.put('kept', value, key);
    },
    all: (prefix) => database.getAll('kept', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    async readJournal(jam) {
      const rows = await database.getAllFromIndex('journal', 'jam', jam);
      return rows.map(({ records }) => records);
    },
    async appendJournal(jam, records) {
      const transaction = database.transaction('journal', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.add({ jam, records: records.slice() }), transaction.done]);
    },
    close: () => database.close(),
  };
}

function createMemoryStore(): GuestStore {
  const kept = new Map<string, unknown>();
  const journals = new Map<JamId, Uint8Array[]>();
  return {
    isKept: false,
    get: (key) => Promise.resolve(kept.get(key)),
    async put(key, value) {
      kept.set(key, value);
    },
    async all(prefix) {
      return [...kept].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
    },
    async readJournal(jam) {
      return journals.get(jam) ?? [];
    },
    async appendJournal(jam, records) {
      journals.set(jam, [...(journals.get(jam) ?? []), records.slice()]);
    },
    close: () => undefined,
  };
}
