import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findElectron } from '../../build/setup/electronBinary.mjs';
import { setFuses } from '../../build/setup/electronFallback.mjs';
import { packAsar } from '../../build/setup/packAsar.mjs';

/** A second reading of the format, by hand: header pickle, then the bytes. */
function readAsar(archive: Buffer): Record<string, string> {
  const headerSize = archive.readUInt32LE(4);
  const json = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString();
  const { files } = JSON.parse(json) as { files: Record<string, { size: number; offset: string }> };
  const start = 8 + headerSize;
  return Object.fromEntries(
    Object.entries(files).map(([name, { size, offset }]) => {
      const from = start + Number(offset);
      return [name, archive.subarray(from, from + size).toString()];
    }),
  );
}

describe('a small asar archive', () => {
  it.each([0, 1, 2, 3, 4])('gives back what was put in, whatever the padding (%i)', (more) => {
    const files = { [`main${'x'.repeat(more)}.js`]: 'await start(); // é', 'package.json': '{}', empty: '' };
    const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    expect(readAsar(packAsar(bytes))).toEqual(files);
  });

  it('has sizes that Chromium’s pickle reader accepts', () => {
    const archive = packAsar({ 'a.js': Buffer.from('1') });
    expect(archive.readUInt32LE(0)).toBe(4);
    expect(archive.readUInt32LE(4)).toBe(archive.readUInt32LE(8) + 4);
    expect(archive.readUInt32LE(8) % 4).toBe(0);
  });
});

describe('the fuses', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const binary = Buffer.from(`before${sentinel}\x01\x0810101010after`);

  it('switch the missing start-up snapshot off and the inspector on, and nothing else', () => {
    const changed = setFuses(binary);
    expect(changed.toString().slice(0, 6)).toBe('before');
    expect(changed.toString().slice(6 + sentinel.length + 2)).toBe('10111000after');
  });

  it('leave what they were given as it was', () => {
    const copy = Buffer.from(binary);
    setFuses(binary);
    expect(binary.equals(copy)).toBe(true);
  });

  it('are not guessed in a binary that has none', () => {
    expect(() => setFuses(Buffer.from('some other program'))).toThrow('no fuses');
  });
});

describe('finding Electron', () => {
  const folders: string[] = [];

  afterEach(() => {
    vi.unstubAllEnvs();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function project(wanted: string, there: string): string {
    const root = mkdtempSync(join(tmpdir(), 'riffroom-find-'));
    folders.push(root);
    const electron = join(root, 'node_modules', 'electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    writeFileSync(join(electron, 'package.json'), JSON.stringify({ version: wanted }));
    writeFileSync(join(electron, 'path.txt'), 'electron');
    writeFileSync(join(electron, 'dist', 'electron'), '');
    writeFileSync(join(electron, 'dist', 'version'), there);
    return root;
  }

  it('takes what is there, and knows the real one from the older one', async () => {
    const real = await findElectron(project('45.4.1', 'v45.4.1\n'));
    const older = await findElectron(project('45.4.1', '33.2.1'));
    expect(real).toMatchObject({ version: '45.4.1', fallback: false });
    expect(older).toMatchObject({ version: '33.2.1', fallback: true });
    expect(readFileSync(older.path, 'utf8')).toBe('');
  });

  it('takes the folder that it is told before all others', async () => {
    const root = project('45.4.1', '33.2.1');
    const dist = join(project('45.4.1', '45.4.1'), 'node_modules', 'electron', 'dist');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist);
    expect((await findElectron(root)).path).toBe(join(dist, 'electron'));
  });

  it('says so when there is no Electron in the folder that it is told', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
    await expect(findElectron(project('45.4.1', '33.2.1'))).rejects.toThrow('no Electron is there');
  });
});
