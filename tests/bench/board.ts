/**
 * The board in a real Chromium: 10,000 ideas opened to first paint, then panned and zoomed, against an empty page
 * that gets the same events in the same run. Figures are frames and main-thread time, as ratios.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { writeJamFile } from '../../shared/file/jamFile.ts';
import { encodeRecords, type LogRecord } from '../../shared/log/journalRecord.ts';
import { openBigJam } from './edits.ts';
import { playLongJam } from './longJam.ts';
import { type Goal, median, quantile } from './report.ts';

const IDEAS = 10_000;
const SMALL = 10;
const STEPS = 120;
const ROUNDS = 3;
const FRAME = 1000 / 60;
/** ms after which an open jam has written all its caches. */
const REST = 8_000;
/** As the DevTools protocol counts modifiers. */
const CONTROL = 2;

export async function benchBoard(): Promise<Goal[]> {
  const folder = mkdtempSync(join(tmpdir(), 'riffroom-bench-'));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    const small = await openBoard(browser, folder, 'small', openBigJam(SMALL).jam.records());
    const big = await openBoard(browser, folder, 'big', openBigJam(IDEAS).jam.records());
    const acts = playLongJam(IDEAS);
    const long = await openBoard(browser, folder, 'long', acts);
    const empty = await openEmpty(browser);
    const frames = { board: [] as number[], empty: [] as number[] };
    const busy = { board: [] as number[], empty: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, page] of [
        ['empty', empty],
        ['board', big.page],
      ] as const) {
        await page.bringToFront();
        const run = await roam(page);
        frames[name].push(...run.frames);
        busy[name].push(run.busy);
      }
    }
    for (const { stop } of [small, big, long]) stop();
    return goalsOf({
      small: small.opened,
      big: big.opened,
      long: long.opened,
      acts: acts.length,
      frames,
      busy,
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function goalsOf(run: {
  small: number;
  big: number;
  long: number;
  acts: number;
  frames: { board: number[]; empty: number[] };
  busy: { board: number[]; empty: number[] };
}): Goal[] {
  const board = quantile(run.frames.board, 0.95);
  const empty = quantile(run.frames.empty, 0.95);
  const busy = median(run.busy.board) / STEPS;
  const opened = (what: string, ms: number): Goal => ({
    what,
    asked: 'at most 4 x',
    measured: `${(ms / run.small).toFixed(1)} x (${ms.toFixed(0)} ms, ${run.small.toFixed(0)} ms)`,
    met: ms <= 4 * run.small,
  });
  return [
    opened(`${IDEAS} ideas opened to first paint, against ${SMALL}`, run.big),
    opened(`the same from ${run.acts} acts of 30 sessions`, run.long),
    {
      what: 'frame while panning and zooming, 95th percentile, against an empty page',
      asked: 'at most 1.2 x',
      measured: `${(board / empty).toFixed(2)} x (${board.toFixed(1)} ms, ${empty.toFixed(1)} ms)`,
      met: board <= 1.2 * empty,
    },
    {
      what: 'main thread per event while panning and zooming',
      asked: 'at most half of 16.7 ms',
      measured: `${busy.toFixed(1)} ms (empty page ${(median(run.busy.empty) / STEPS).toFixed(1)} ms)`,
      met: busy <= 16.7 / 2,
    },
  ];
}

async function openBoard(
  browser: Browser,
  folder: string,
  name: string,
  records: LogRecord[],
): Promise<{ page: Page; opened: number; stop(): void }> {
  const file = join(folder, `${name}.riffjam`);
  const written = writeJamFile({
    jam: `bench-${name}`.padEnd(22, 'x'),
    title: 'Bench',
    createdWith: 'bench',
    records: encodeRecords(records),
  });
  if (!written.ok) throw new Error(written.sentence);
  writeFileSync(file, written.value);
  const server = spawn(process.execPath, [
    resolve('out/main/serve.js'),
    '--profile',
    join(folder, `profile-${name}`),
    file,
  ]);
  const address = await addressOf(server);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // Once to take the file in and let it come to rest, once more to open it as its owner does each day.
  await page.goto(address);
  await boardShown(page);
  await page.waitForTimeout(REST);
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await again
    .getByRole('button', { name: /many ideas/i })
    .first()
    .click();
  const before = await again.evaluate(() => performance.now());
  await boardShown(again);
  const opened = (await again.evaluate(() => performance.now())) - before;
  return { page: again, opened, stop: () => void server.kill() };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const found = /https?:\/\/\S+/.exec(said);
      if (/is ready/.test(said) && found) done(found[0]);
    });
    server.on('exit', () => failed(new Error(`The server went: ${said}`)));
  });
}

/** Until the board's canvas shows something other than bare paper. */
function boardShown(page: Page): Promise<unknown> {
  return page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.board-canvas');
      if (canvas === null || canvas.width === 0) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      if (pixels === undefined) return false;
      for (let at = 0; at < pixels.length; at += 4 * 997) {
        if (Math.abs((pixels[at] ?? 0) - (pixels[0] ?? 0)) > 40) return true;
      }
      return false;
    },
    null,
    { timeout: 60_000, polling: 50 },
  );
}

async function openEmpty(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.setContent('<body style="margin:0;height:100vh;background:#f4f0e8"></body>');
  return page;
}

/** Wheels across the board, then in and out; each frame's length in ms, and the main thread's time in ms. */
async function roam(page: Page): Promise<{ frames: number[]; busy: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskTime = async (): Promise<number> =>
    ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
      ?.value ?? 0) * 1000;
  await page.mouse.move(700, 480);
  await page.evaluate(() => {
    const store = window as unknown as { frames: number[]; watching: boolean };
    store.frames = [];
    store.watching = true;
    let last = performance.now();
    const tick = (now: number): void => {
      store.frames.push(now - last);
      last = now;
      if (store.watching) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const before = await taskTime();
  const sent: Promise<unknown>[] = [];
  for (let step = 0; step < STEPS; step++) {
    const zooming = step % 40 >= 20;
    const deltaY = zooming ? (step % 40 < 30 ? 60 : -60) : 40;
    // As a wheel does it: an event a frame, whether or not the page keeps up.
    sent.push(
      session.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        x: 700,
        y: 480,
        deltaX: zooming ? 0 : 60,
        deltaY,
        modifiers: zooming ? CONTROL : 0,
      }),
    );
    await page.waitForTimeout(FRAME);
  }
  await Promise.all(sent);
  const busy = (await taskTime()) - before;
  const frames = await page.evaluate(() => {
    const store = window as unknown as { frames: number[]; watching: boolean };
    store.watching = false;
    return store.frames.slice(1);
  });
  await session.detach();
  return { frames, busy };
}
