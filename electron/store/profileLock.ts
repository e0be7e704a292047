/**
 * One process per profile, also between the app and the browser edition. The lock is a local socket that its holder
 * listens on: it ends with the process however that dies, and says in words who has it.
 */
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { errorCode } from './describeTrouble.ts';

export interface ProfileLock {
  /** What a second start is told: "in a window", an address. */
  describe(words: string): void;
  release(): Promise<void>;
}

export async function lockProfile(profile: string): Promise<Result<ProfileLock>> {
  await mkdir(profile, { recursive: true, mode: 0o700 });
  const path = socketPath(profile);
  let words = 'starting';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(`${words}\n`);
  });
  // The second try follows on a socket whose process is gone.
  for (let attempt = 0; attempt < 2; attempt++) {
    const code = await listen(server, path);
    if (code === null) {
      server.unref();
      return ok({
        describe: (text) => {
          words = text;
        },
        release: () => new Promise((done) => server.close(() => done())),
      });
    }
    if (code !== 'EADDRINUSE') return ok(noLock);
    const holder = await askHolder(path);
    if (holder !== null)
      return refuse(
        'profile-in-use',
        `Riffroom is already running with this profile (${holder}). Use that one, or choose another with --profile.`,
      );
    await rm(path, { force: true });
  }
  return refuse('profile-in-use', 'Riffroom was just started with this profile by somebody else.');
}

/** Disks without sockets can't have a lock; that is no reason not to work there. */
const noLock: ProfileLock = { describe: () => undefined, release: () => Promise.resolve() };

/** Unix allows about 100 bytes for a socket's path. */
function socketPath(profile: string): string {
  const name = createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\riffroom-${name}`;
  const inside = join(resolve(profile), 'lock.sock');
  return Buffer.byteLength(inside) < 100
    ? inside
    : join(tmpdir(), `riffroom-${process.getuid?.() ?? 0}-${name}.sock`);
}

function listen(server: Server, path: string): Promise<string | null> {
  return new Promise((answer) => {
    const failed = (error: Error): void => answer(errorCode(error) ?? 'unknown');
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      answer(null);
    });
  });
}

/** Who holds the lock, in words, or null when nobody answers. */
function askHolder(path: string): Promise<string | null> {
  return new Promise((answer) => {
    let text = '';
    const socket = connect(path);
    socket.setTimeout(2000, () => {
      // Somebody listens but is busy: that is a holder.
      socket.destroy();
      answer('busy');
    });
    socket.on('data', (data) => {
      text = (text + data.toString('utf8')).slice(0, 500);
    });
    socket.on('end', () => answer(text.trim() || 'running'));
    socket.on('error', () => answer(null));
  });
}
