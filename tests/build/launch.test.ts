import { describe, expect, it } from 'vitest';
import { chooseNames, missingFromCache } from '../../build/setup/libraries.mjs';
import { filterNoise } from '../../build/setup/noise.mjs';
import { readOptions } from '../../build/setup/options.mjs';
import { ensureSandbox, mayMakeNamespaces } from '../../build/setup/sandbox.mjs';

describe('what npm start is asked for', () => {
  it('is passed on with paths that hold wherever the app stands', () => {
    expect(readOptions(['--profile', 'second', 'jams/bus.riffjam'], '/home/ada')).toEqual({
      help: false,
      browser: false,
      passed: ['--profile', '/home/ada/second', '/home/ada/jams/bus.riffjam'],
    });
  });

  it('leaves an invite as it is', () => {
    const invite = 'riffroom://join#abc';
    expect(readOptions([invite], '/home/ada').passed).toEqual([invite]);
  });

  it('is answered with the options when one is not known', () => {
    expect(() => readOptions(['--proflie', 'x'], '/')).toThrow(/--proflie[\s\S]*--profile DIR/);
  });
});

describe('Electron’s standard error', () => {
  it('is passed on line by line, however it is cut, without the noise', () => {
    const seen: string[] = [];
    const errors = filterNoise((line: string) => seen.push(line));
    const noise = '[81:1124/0158:ERROR:bus.cc(399)] Failed to connect';
    for (const chunk of [`Disk `, `full\n${noise.slice(0, 20)}`, `${noise.slice(20)}\nlast`])
      errors.push(chunk);
    errors.end();
    expect(seen).toEqual(['Disk full', 'last']);
  });

  it('shows that there is no display to be reached', () => {
    const seen: string[] = [];
    const missing = '[81:1124/015546.2:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY';
    filterNoise((line: string) => seen.push(line)).push(`${missing}\n`);
    expect(seen).toEqual([missing]);
  });

  it('shows what is fatal, whoever says it', () => {
    const seen: string[] = [];
    const fatal = '[81:1124/015546.2:FATAL:gpu_data_manager_impl_private.cc(423)] GPU process isn’t usable.';
    filterNoise((line: string) => seen.push(line)).push(`${fatal}\n`);
    expect(seen).toEqual([fatal]);
  });
});

describe('Chromium’s sandbox', () => {
  const ubuntu = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

  it('works where no setting of the kernel closes user namespaces', () => {
    expect(mayMakeNamespaces(() => null)).toBe(true);
    expect(mayMakeNamespaces((path: string) => (path === ubuntu ? '0' : '1'))).toBe(true);
  });

  it('does not where one does', () => {
    expect(mayMakeNamespaces((path: string) => (path === ubuntu ? '1' : null))).toBe(false);
  });

  it('is not asked for by root, who gets none', () => {
    expect(() => ensureSandbox('/nowhere/electron', 0)).not.toThrow();
  });
});

describe('libraries that are opened later', () => {
  it('are looked for in the loader’s cache, by their whole name', () => {
    const cache =
      '\tlibX11.so.6 (libc6,x86-64) => /usr/lib/libX11.so.6\n\tlibxcb.so.1 (libc6) => /usr/lib/libxcb.so.1\n';
    expect(missingFromCache(['libX11.so.6', 'libX11-xcb.so.1'], cache)).toEqual(['libX11-xcb.so.1']);
  });
});

describe('the names of Debian’s packages', () => {
  it('end in t64 where that is what they are called', () => {
    expect(chooseNames(['libnss3', 'libgtk-3-0'], ['libgtk-3-0t64'])).toEqual(['libnss3', 'libgtk-3-0t64']);
  });
});
