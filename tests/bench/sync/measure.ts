import type { Page } from 'playwright-core';
import type { Traffic } from './count.ts';
import { connectBare, type House, meet, part, sumTraffic } from './drive.ts';
import type { WayName } from './page.ts';

export interface Run {
  /** ms until the slowest of the others saw an edit. */
  readonly visible: number[];
  /** What all pages together sent for them. */
  readonly traffic: Traffic;
  /** Of ours: records that came into the log. */
  readonly records: number;
  readonly edits: number;
}

const editCount = 60;
const gapMs = 80;

const since = (before: Traffic, after: Traffic): Traffic => ({
  frames: after.frames - before.frames,
  bytes: after.bytes - before.bytes,
  records: after.records - before.records,
  beats: after.beats - before.beats,
});

/** Edits of the first page, one after the other. */
export async function measureEdits(house: House, name: WayName, people: number, room: string): Promise<Run> {
  const pages = await meet(house, name, people, room);
  const [writer, ...others] = pages as [Page, ...Page[]];
  const countRecords = (): Promise<number> => writer.evaluate(() => window.bench.records());
  const before = { traffic: await sumTraffic(pages), records: await countRecords() };
  const written = await writer.evaluate(
    async ([count, gap]) => {
      const times: number[] = [];
      for (let i = 0; i < count; i++) {
        times.push(window.bench.edit(`edit ${i}`));
        await new Promise((next) => setTimeout(next, gap));
      }
      return times;
    },
    [editCount, gapMs] as const,
  );
  await writer.waitForTimeout(1500);
  const traffic = since(before.traffic, await sumTraffic(pages));
  const records = (await countRecords()) - before.records;
  const seen = await Promise.all(others.map((page) => page.evaluate(() => ({ ...window.bench.seen() }))));
  await part(pages);
  const visible = written.map((at, i) => Math.max(...seen.map((when) => seenBy(when, i) - at)));
  return { visible, traffic, records, edits: editCount };
}

/** Edits that come together are seen as the last of them. */
function seenBy(when: Readonly<Record<string, number>>, first: number): number {
  const times = Array.from({ length: editCount - first }, (_, i) => when[`edit ${first + i}`] ?? Infinity);
  return Math.min(...times);
}

/** Two pages with nothing to say, in each way at once. */
export async function measureIdle(
  house: House,
  names: readonly WayName[],
  minutes: number,
): Promise<Map<WayName, Traffic>> {
  const met = new Map<WayName, Page[]>();
  for (const name of names) met.set(name, await meet(house, name, 2, `idle ${name}`));
  await new Promise((done) => setTimeout(done, 5000));
  const before = new Map<WayName, Traffic>();
  for (const [name, pages] of met) before.set(name, await sumTraffic(pages));
  await new Promise((done) => setTimeout(done, minutes * 60_000));
  const idle = new Map<WayName, Traffic>();
  for (const [name, pages] of met) {
    idle.set(name, since(before.get(name) as Traffic, await sumTraffic(pages)));
    await part(pages);
  }
  return idle;
}

const joinRecords = 1500;
const joinRecordBytes = 20_000;
const joinBytes = joinRecords * joinRecordBytes;

/** ms from the first link to the last record of a log of thirty megabytes. */
export async function measureLateJoin(house: House, room: string): Promise<number> {
  const [holder, newcomer] = [await house.openPage(), await house.openPage()];
  const options = { ...house.options, room };
  const open = (page: Page, count: number): Promise<void> =>
    page.evaluate(([given, records, bytes]) => window.bench.openLog(given, records, bytes), [
      options,
      count,
      joinRecordBytes,
    ] as const);
  await open(holder, joinRecords);
  await open(newcomer, 0);
  await newcomer.waitForFunction((all) => window.bench.log?.size === all, joinRecords + 1, {
    timeout: 120_000,
  });
  const { from, to } = await newcomer.evaluate(() => window.bench.log?.times() ?? { from: 0, to: 0 });
  await part([holder, newcomer]);
  return to - from;
}

/** ms from the first to the last byte of as much on a plain channel. */
export async function measurePouring(house: House): Promise<number> {
  const pages = [await house.openPage(), await house.openPage()] as const;
  for (const page of pages)
    await page.evaluate((given) => window.bench.open('bare channels', given), { ...house.options, room: '' });
  await connectBare(pages);
  for (const page of pages) await page.waitForFunction(() => window.bench.linked() === 1);
  await pages[0].evaluate((bytes) => window.bench.bare?.pour(bytes), joinBytes);
  await pages[1].waitForFunction((bytes) => (window.bench.bare?.poured().bytes ?? 0) >= bytes, joinBytes, {
    timeout: 120_000,
  });
  const { from, to } = await pages[1].evaluate(() => window.bench.bare?.poured() ?? { from: 0, to: 0 });
  await part(pages);
  return to - from;
}
