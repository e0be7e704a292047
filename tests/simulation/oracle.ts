/** What must hold, seen by somebody who sees all laptops at once. */
import assert from 'node:assert/strict';
import * as Y from 'yjs';
import { createJam } from '../../shared/jam/createJam.ts';
import { peekSeq } from '../../shared/log/envelope.ts';
import type { LogRecord } from '../../shared/log/journalRecord.ts';
import type { Log } from '../../shared/log/log.ts';
import { createLog } from '../../shared/log/logDoc.ts';
import { createMaterialiser } from '../../shared/log/materialise.ts';
import { createSeededContext } from '../../shared/util/context.ts';
import { contents } from '../support/contents.ts';
import type { Page } from './page.ts';

/** Whoever is cut off can't know it at once: 4 s of silence, found out within 1 s more. */
const staleMs = 6000;
const lookMs = 500;

export interface Oracle {
  /** Called after whatever happens anywhere. `pages`: all that are open, by peer. */
  look(pages: ReadonlyMap<string, Page>, now: number): void;
  /** These are on a disk from now on. */
  kept(records: readonly LogRecord[]): void;
  /** When everybody is back and it has been quiet: everybody has the same, and all of it. */
  expectTheSame(pages: readonly Page[]): void;
}

export function createOracle(): Oracle {
  /** Peers of pages that are or were open: of strangers nothing is known. */
  const honest = new Set<string>();
  const onDisk = new Map<string, LogRecord>();
  /** Since when a window has said "everyone" while somebody whom it lists holds more, or is gone. */
  const staleSince = new Map<string, number>();

  const expectTruth = (page: Page, pages: ReadonlyMap<string, Page>, now: number): void => {
    const saysEveryone = page.shown().kind === 'everyone';
    for (const { peer, phase, holds } of page.room.status().peers) {
      const other = pages.get(peer);
      if (other) honest.add(peer);
      if (phase === 'opening' || !honest.has(peer)) continue;
      if (other && (saysEveryone || holds === 'all-i-have') && !hasAll(other.jam.log, page.jam.log))
        assert.fail(`${page.name} says that ${other.name} has everything, and it is not so`);
      const key = `${page.party.peer} ${peer}`;
      const isStale = saysEveryone && page.laptop.isAwake && !(other && hasAll(page.jam.log, other.jam.log));
      if (!isStale) staleSince.delete(key);
      else if (now - (staleSince.get(key) ?? now) > staleMs)
        assert.fail(
          `${page.name} still says "everyone", long after ${other?.name ?? 'somebody'} went on or was gone`,
        );
      else if (!staleSince.has(key)) staleSince.set(key, now);
    }
  };

  const looked = new Map<Page, { size: number; told: number; at: number }>();
  /** What a window says can become false when its own log grows, when it says something new, and by the time that passes. */
  const hasNews = (page: Page, now: number): boolean => {
    const before = looked.get(page);
    const { size } = page.jam.log;
    if (before?.size === size && before.told === page.told() && now - before.at < lookMs) return false;
    looked.set(page, { size, told: page.told(), at: now });
    return true;
  };

  return {
    look(pages, now) {
      for (const page of pages.values()) if (hasNews(page, now)) expectTruth(page, pages, now);
    },
    kept(records) {
      for (const record of records) onDisk.set(`${record.session} ${peekSeq(record.bytes)}`, record);
    },
    expectTheSame(pages) {
      for (const page of pages) {
        const { log } = page.jam;
        const lost = [...onDisk.values()].filter(
          ({ session, bytes }) => log.length(session) <= (peekSeq(bytes) ?? 0),
        );
        assert.deepEqual(lost, [], `${page.name} lacks what was kept somewhere`);
        assert.equal(log.held, 0);
      }
      assert.equal(new Set(pages.map((page) => page.digest())).size, 1, 'heads differ');
      const [first] = pages;
      if (!first) return;
      const records = first.jam.records();
      const replayed = replay(records);
      for (const page of pages) {
        assert.deepEqual(describe(page.jam.doc), replayed.document);
        assert.deepEqual(contents(page.jam.snapshot()), replayed.contents);
      }
    },
  };
}

/** Whether `log` holds all that `of` holds. */
function hasAll(log: Log, of: Log): boolean {
  return log === of || of.sessions().every((session) => log.length(session) >= of.length(session));
}

/** The jam as somebody reads it who was never there. */
function replay(records: readonly LogRecord[]) {
  const log = createLog();
  const materialiser = createMaterialiser(log, new Y.Doc({ gc: false }));
  log.addEnvelopes(records, 'replay');
  assert.deepEqual(materialiser.cuts, []);
  assert.equal(materialiser.waiting, 0);
  log.destroy();
  const context = createSeededContext(1);
  const owner = { device: new Uint8Array(32), memberId: 'reader', memberName: '' };
  const jam = createJam({ id: 'jam', owner, context });
  jam.load(records, null);
  const read = { document: describe(jam.doc), contents: contents(jam.snapshot()) };
  jam.dispose();
  return read;
}

/** All elements by id, and what is deleted: equal exactly for documents that are the same. */
function describe(doc: Y.Doc): { elements: [number, number][]; deleted: string } {
  const elements = [...doc.store.clients.keys()].map((client): [number, number] => [
    client,
    Y.getState(doc.store, client),
  ]);
  const { ds } = Y.snapshot(doc);
  return {
    elements: elements.sort(([a], [b]) => a - b),
    deleted: JSON.stringify(
      [...ds.clients].sort(([a], [b]) => a - b).map(([client, items]) => [client, items]),
    ),
  };
}
