import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasDisplay } from '../../build/setup/display.mjs';
import { isNewEnough } from '../../build/setup/install.mjs';

import { chooseNames, missingLibraries } from '../../build/setup/libraries.mjs';
import { filterNoise, isNoise } from '../../build/setup/noise.mjs';
import { mayMakeNamespaces } from '../../build/setup/sandbox.mjs';
import { inTurn } from '../../build/setup/turn.mjs';

describe('two commands that set up one clone', () => {
  const clone = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'riffroom-turn-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  it('take turns, also when the first one fails', async () => {
    const root = clone();
    const steps: string[] = [];
    const first = inTurn(root, async () => {
      steps.push('first begins');
      await new Promise((done) => setTimeout(done, 100));
      steps.push('first fails');
      throw new Error('no network');
    }).catch(() => undefined);
    const second = inTurn(root, async () => void steps.push('second'));
    await Promise.all([first, second]);
    expect(steps).toEqual(['first begins', 'first fails', 'second']);
    expect(readdirSync(root)).toEqual([]);
  });

  it('do not wait for one that died', async () => {
    const root = clone();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(join(root, '.setting-up'));
    writeFileSync(join(root, '.setting-up', 'pid'), String(gone));
    expect(await inTurn(root, async () => 'done')).toBe('done');
  });
});

describe('a display', () => {
  it('is always there on a Mac and on Windows', () => {
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  it('is there on Linux when X or Wayland says so, and an empty name is none', () => {
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', {})).toBe(false);
  });
});

describe('the Node that runs TypeScript', () => {
  it.each(['22.18.0', '22.20.1', '23.0.0', '24.21.0', '100.0.0'])('may be %s', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['20.20.2', '22.17.9', '22.9.0', '18.19.0', '9.99.0'])('may not be %s', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});

describe('what ldd says', () => {
  it('names the libraries that are missing, and only those', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd6a5f2000)',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0a4c000000)',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  });

  it('is nothing for a binary that has all it needs, or none at all', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f0a4c000000)\n')).toEqual([]);
    expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([]);
  });
});

describe('Debian’s packages', () => {
  it('are asked for under the name that this release knows', () => {
    const known = ['libgtk-3-0t64', 'libnss3', 'libasound2t64'];
    const names = chooseNames(['libgtk-3-0', 'libnss3', 'libasound2'], known);
    expect(names).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2t64']);
    expect(chooseNames(['libgtk-3-0'], ['libgtk-3-0'])).toEqual(['libgtk-3-0']);
  });
});

describe('Chromium’s sandbox', () => {
  it('can work where no kernel setting closes user namespaces', () => {
    expect(mayMakeNamespaces(() => null)).toBe(true);
    expect(mayMakeNamespaces((path) => (path.endsWith('unprivileged_userns_clone') ? '1' : null))).toBe(true);
  });

  it.each([
    ['unprivileged_userns_clone', '0'],
    ['apparmor_restrict_unprivileged_userns', '1'],
    ['max_user_namespaces', '0'],
  ])('cannot where %s is %s', (setting, value) => {
    expect(mayMakeNamespaces((path) => (path.endsWith(setting) ? value : null))).toBe(false);
  });
});

describe('Chromium’s noise on a bare machine', () => {
  it.each([
    '[812:1124/015814.747469:ERROR:bus.cc(399)] Failed to connect to the bus: dbus: no such file',
    '[812:1124/015814.747469:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
  ])('is dropped: %s', (line) => {
    expect(isNoise(line)).toBe(true);
  });

  it.each([
    '[812:1124/015814.747469:FATAL:gpu_init.cc(12)] Check failed',
    'Riffroom could not start: gpu',
    '[812:1124/015814.747469:ERROR:disk_cache.cc(12)] No space left on device',
    'Error: dbus',
    '',
  ])('is not what a person must read: %j', (line) => {
    expect(isNoise(line)).toBe(false);
  });

  it('is dropped line by line, however the stream is cut', () => {
    const shown: string[] = [];
    const noise = filterNoise((line) => shown.push(line));
    const dbus = '[812:1124/015814.747469:ERROR:bus.cc(399)] Failed to connect to the bus';
    for (const chunk of [`one\n${dbus.slice(0, 20)}`, `${dbus.slice(20)}\ntw`, 'o\nthree']) noise.push(chunk);
    noise.end();
    expect(shown).toEqual(['one', 'two', 'three']);
  });
});
