/**
 * The built app in the real Electron, driven through Playwright, with the sandbox on: from root it runs as an ordinary
 * user (nobody), on a copy that this user may read, because Chromium's sandbox cannot work for root.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { giveOwnPorts } from './giveOwnPorts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The next save or open dialog answers with this path. */
  answerSaveDialog(path: string): Promise<void>;
  answerOpenDialog(path: string): Promise<void>;
  /** Starts the app a second time on the same profile; what that process said until it ended. */
  startAgain(args: readonly string[]): Promise<string>;
  /** Closes as a person would, and waits until all is kept. */
  close(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGSTOP to all of its processes, as a closed lid does, and SIGCONT. */
  freeze(): void;
  thaw(): void;
}

export interface LaunchOptions {
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function launchApp({ profile, args = [], env = {} }: LaunchOptions): Promise<RunningApp> {
  giveOwnPorts(profile);
  const { executablePath, appFolder } = place(profile);
  for (const arg of args) giveToApp(arg);
  running++;
  const surroundings = {
    ...(process.env as Record<string, string>),
    RIFFROOM_E2E: '1',
    HOME: profile,
    ...ownDisplay(),
    ...env,
  };
  const launching = _electron.launch({
    executablePath,
    args: [appFolder, '--profile', profile, ...args],
    env: surroundings,
    chromiumSandbox: true,
  });
  launching.catch(leave);
  const app = await launching;
  app.process().once('exit', leave);
  const page = await app.firstWindow();
  let ended = false;
  const answer = (kind: 'open' | 'save', path: string) => {
    giveToApp(path);
    return app.evaluate(
      (_electron, [which, file]) => {
        const desk = (globalThis as unknown as { __riffroomE2E: { open: string[]; save: string[] } })
          .__riffroomE2E;
        desk[which].push(file);
      },
      [kind, path] as const,
    );
  };
  return {
    app,
    page,
    answerSaveDialog: (path) => answer('save', path),
    answerOpenDialog: (path) => answer('open', path),
    async startAgain(more) {
      for (const arg of more) giveToApp(arg);
      const { stdout } = await promisify(execFile)(
        executablePath,
        [appFolder, '--profile', profile, ...more],
        { env: surroundings },
      );
      return stdout;
    },
    async close() {
      if (ended) return;
      ended = true;
      signalAll(app, 'SIGCONT');
      await app.close();
    },
    async kill() {
      if (ended) return;
      ended = true;
      const { pid = 0 } = app.process();
      const gone = new Promise((done) => app.process().once('exit', done));
      for (const child of childrenOf(pid)) trySignal(child, 'SIGKILL');
      trySignal(pid, 'SIGKILL');
      await gone;
    },
    freeze: () => signalAll(app, 'SIGSTOP'),
    thaw: () => signalAll(app, 'SIGCONT'),
  };
}

/** The Seccomp mode of each renderer: 2 is a filter, the sandbox at work. */
export function rendererSeccomp({ app }: RunningApp): number[] {
  return descendantsOf(app.process().pid ?? 0)
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .map((pid) => Number(/Seccomp:\s*(\d)/.exec(read(`/proc/${pid}/status`))?.[1] ?? -1));
}

/** Files that run at once have a display each, and so a clipboard and a focus of their own. */
function ownDisplay(): Record<string, string> {
  const displays = process.env['RIFFROOM_DISPLAYS']?.split(' ') ?? [];
  const display = displays[Number(process.env['VITEST_POOL_ID']) - 1];
  return display === undefined ? {} : { DISPLAY: display };
}

let copied: { folder: string; executablePath: string; appFolder: string } | null = null;
let running = 0;

/** Where the app runs from, and a profile that its user may write. */
function place(profile: string): { executablePath: string; appFolder: string } {
  const electron = join(ROOT, 'node_modules/electron');
  const program = readFileSync(join(electron, 'path.txt'), 'utf8').trim();
  if (!isRoot) return { executablePath: join(electron, 'dist', program), appFolder: ROOT };
  if (copied === null) {
    const folder = mkdtempSync(join(tmpdir(), 'riffroom-app-'));
    chmodSync(folder, 0o755);
    const appFolder = join(folder, 'app');
    mkdirSync(appFolder);
    cpSync(join(ROOT, 'out'), join(appFolder, 'out'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(appFolder, 'package.json'));
    const start = join(folder, 'electron-as-nobody');
    const binary = join(copyForOthers(join(electron, 'dist'), program), program);
    writeFileSync(
      start,
      `#!/bin/sh\nexec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups "${binary}" "$@"\n`,
      { mode: 0o755 },
    );
    copied = { folder, executablePath: start, appFolder };
  }
  giveToApp(profile);
  return copied;
}

/** The copy goes with the last app that runs from it. */
function leave(): void {
  running--;
  if (running > 0 || copied === null) return;
  rmSync(copied.folder, { recursive: true, force: true });
  copied = null;
}

/** One copy of Electron for all runs, for it is large. Made beside and renamed, so that two runs at once do no harm. */
function copyForOthers(dist: string, program: string): string {
  const version = readFileSync(join(dist, 'version'), 'utf8').trim();
  const kept = join(tmpdir(), `riffroom-electron-${version}-${statSync(join(dist, program)).size}`);
  if (existsSync(kept) && lstatSync(kept).isDirectory() && lstatSync(kept).uid === 0) return kept;
  const part = mkdtempSync(join(tmpdir(), 'riffroom-electron-part-'));
  cpSync(dist, part, { recursive: true });
  chmodSync(part, 0o755);
  // The sandbox's other way, for machines that keep user namespaces from ordinary users (a chroot, some Ubuntus).
  const helper = join(part, 'chrome-sandbox');
  if (existsSync(helper)) chmodSync(helper, 0o4755);
  try {
    renameSync(part, kept);
    return kept;
  } catch {
    // Another run was faster, or somebody else holds that name: ours is as good.
    return part;
  }
}

/** The app runs as another user: what it is to read or write in the folder for temporary files becomes that user's. */
function giveToApp(path: string): void {
  // A link is no path, and would be read as one within the folder that the tests run in.
  if (!isRoot || !isAbsolute(path)) return;
  const inside = relative(tmpdir(), path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return;
  const top = join(tmpdir(), inside.split(sep)[0] ?? '');
  if (existsSync(top)) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, top]);
}

function descendantsOf(pid: number): number[] {
  const children = childrenOf(pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? -1) === pid)
    .map(Number);
}

function read(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    // The process went between the two looks.
    return '';
  }
}

function signalAll(app: ElectronApplication, signal: NodeJS.Signals): void {
  const { pid = 0 } = app.process();
  for (const one of [pid, ...descendantsOf(pid)]) trySignal(one, signal);
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
