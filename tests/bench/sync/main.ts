/** `npm run bench:sync [-- --minutes 5]`. Needs Chromium. See README.md. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Goal, median, printGoals } from '../report.ts';
import { openHouse } from './drive.ts';
import { measureEdits, measureIdle, measureLateJoin, measurePouring, type Run } from './measure.ts';
import type { WayName } from './page.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
const minutes = Number(values.minutes);
const rounds = 2;
const names: readonly WayName[] = ['riffroom', 'bare channels', 'y-webrtc', 'Hocuspocus'];
const sizes = [2, 5] as const;

const [processor] = cpus();
console.log(`${cpus().length} x ${processor?.model ?? 'unknown processor'}, Node ${process.version}\n`);

const house = await openHouse();
const goals: Goal[] = [];
try {
  for (const people of sizes) goals.push(...goalsOfEdits(people, await runEdits(people)));
  goals.push(await runLateJoin(), await runIdle());
  printGoals(goals);
} catch (error) {
  // Said before anything is ended, for that may wait for what has failed. The browser goes with this process.
  console.error(error);
  process.exit(1);
}
await house.end();

async function runEdits(people: number): Promise<Map<WayName, Run[]>> {
  const runs = new Map<WayName, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const run = await measureEdits(house, name, people, `${name} ${people} ${round}`);
      runs.get(name)?.push(run);
    }
  }
  console.log(`${people} peers        visible, ms   frames an edit   bytes an edit`);
  for (const [name, all] of runs) {
    const frames = perEdit(all, ({ traffic }) => traffic.frames);
    const bytes = perEdit(all, ({ traffic }) => traffic.bytes);
    console.log(
      `${name.padEnd(15)} ${visible(all).toFixed(2).padStart(11)} ${frames.toFixed(1).padStart(16)} ${bytes.toFixed(0).padStart(15)}`,
    );
  }
  console.log('');
  return runs;
}

function visible(runs: readonly Run[]): number {
  return median(runs.flatMap((run) => run.visible));
}

function perEdit(runs: readonly Run[], pick: (run: Run) => number): number {
  return runs.reduce((sum, run) => sum + pick(run), 0) / runs.reduce((sum, { edits }) => sum + edits, 0);
}

function goalsOfEdits(people: number, runs: ReadonlyMap<WayName, Run[]>): Goal[] {
  const of = (name: WayName): Run[] => runs.get(name) ?? [];
  const ours = visible(of('riffroom'));
  const against = (name: WayName, most: number): Goal => {
    const theirs = visible(of(name));
    return {
      what: `edit to visible, ${people} peers, against ${name}`,
      asked: `at most ${most} x`,
      measured: `${(ours / theirs).toFixed(2)} x (${ours.toFixed(2)} ms, ${theirs.toFixed(2)} ms)`,
      met: ours <= most * theirs,
    };
  };
  const frames = of('riffroom').reduce((sum, { traffic }) => sum + traffic.records, 0);
  const records = of('riffroom').reduce((sum, run) => sum + run.records, 0);
  return [
    against('bare channels', 2),
    against('y-webrtc', 1),
    against('Hocuspocus', 1),
    {
      what: `frames of records a record, ${people} peers`,
      asked: `${people - 1}`,
      measured: `${(frames / records).toFixed(2)} (${frames} of ${records})`,
      met: frames === records * (people - 1),
    },
    {
      what: `bytes an edit, ${people} peers, all in, against y-webrtc`,
      asked: 'at most 1 x',
      ...compareBytes(of('riffroom'), of('y-webrtc')),
    },
  ];
}

function compareBytes(ours: readonly Run[], theirs: readonly Run[]): Pick<Goal, 'measured' | 'met'> {
  const bytes = [ours, theirs].map((runs) => perEdit(runs, ({ traffic }) => traffic.bytes));
  const [a = 0, b = 0] = bytes;
  return { measured: `${(a / b).toFixed(2)} x (${a.toFixed(0)}, ${b.toFixed(0)})`, met: a <= b };
}

async function runLateJoin(): Promise<Goal> {
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    raw.push(await measurePouring(house));
    ours.push(await measureLateJoin(house, `late ${round}`));
  }
  const [a, b] = [median(ours), median(raw)];
  return {
    what: 'a newcomer takes in a log of 30 MB, against 30 MB on a bare channel',
    asked: 'at most 2 x',
    measured: `${(a / b).toFixed(2)} x (${a.toFixed(0)} ms, ${b.toFixed(0)} ms)`,
    met: a <= 2 * b,
  };
}

async function runIdle(): Promise<Goal> {
  const idle = await measureIdle(house, names, minutes);
  console.log(`idle for ${minutes} min   frames a minute   bytes a minute, both directions`);
  for (const [name, { frames, bytes }] of idle) {
    console.log(
      `${name.padEnd(15)} ${(frames / minutes).toFixed(1).padStart(17)} ${(bytes / minutes).toFixed(0).padStart(16)}`,
    );
  }
  const ours = idle.get('riffroom');
  const others = (ours?.frames ?? 0) - (ours?.beats ?? 0);
  return {
    what: `frames on an idle link in ${minutes} min that are no heartbeats`,
    asked: '0',
    measured: `${others} (${ours?.beats ?? 0} heartbeats, ${((ours?.bytes ?? 0) / minutes).toFixed(0)} bytes a minute)`,
    met: ours !== undefined && ours.beats > 0 && others === 0,
  };
}
