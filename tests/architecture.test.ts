/** Who may import whom, and a few habits that no linter holds. One table per room; a type import is an import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JAM_ACTIONS } from '../renderer/app/jamActions.ts';
import type { Action } from '../shared/actions/action.ts';
import { ACTIONS } from '../shared/actions/registry.ts';
import { closingLine, countResults } from './support/closingLine.ts';

const ROOT = resolve(import.meta.dirname, '..');
const MAX_LINES = { rooms: 400, tests: 500 } as const;

/**
 * Layers from the ground up. A layer imports from itself and from lines above its own; layers of one line do not know
 * each other, unless `beside` says that they stand side by side and may.
 */
interface Room {
  readonly layers: readonly (readonly string[])[];
  readonly beside?: readonly string[];
  /** Layers that may import less than what stands above them. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const ROOMS: Readonly<Record<string, Room>> = {
  shared: {
    layers: [
      ['util'],
      ['model'],
      ['actions', 'ipc'],
      ['ideas'],
      ['phases'],
      ['templates'],
      ['doc', 'log'],
      ['commands'],
      ['jam'],
      ['hub', 'circle', 'presence'],
      ['link'],
      ['conduct'],
      ['practice'],
      ['file'],
      ['import', 'export'],
      ['sample'],
    ],
    only: {
      actions: ['util', 'model'],
      ipc: ['util', 'model'],
      hub: ['util', 'model'],
      presence: ['util', 'model'],
    },
    // What is written as a formula's cell is read again by the same rule.
    beside: ['import', 'export'],
  },
  renderer: {
    layers: [
      ['theme'],
      ['stores'],
      ['session'],
      ['ui'],
      ['canvas', 'ideas', 'input'],
      ['jam', 'people', 'share', 'dialogue', 'review', 'decide', 'library', 'phases', 'wall', 'practice'],
      ['app', 'shell'],
      ['main.tsx'],
    ],
    beside: [
      'canvas',
      'ideas',
      'input',
      'jam',
      'people',
      'share',
      'dialogue',
      'review',
      'decide',
      'library',
      'phases',
      'wall',
    ],
  },
  electron: {
    layers: [
      ['store', 'pages'],
      ['start', 'hub'],
      ['service', 'menu'],
      ['ipc'],
      ['app', 'serve'],
      ['main.ts', 'serve.ts', 'preload.ts'],
    ],
  },
};

/** What a room may import besides itself. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  electron: ['shared'],
  renderer: ['shared'],
  build: ['shared'],
};

interface Source {
  readonly path: string;
  readonly room: string;
  readonly layer: string;
  readonly text: string;
}

interface Import {
  readonly from: Source;
  readonly to: string;
}

const sources = ['shared', 'electron', 'renderer', 'build', 'tests'].flatMap((room) => sourcesIn(room));
const imports = sources.flatMap(importsOf);

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
    .map((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const [room = '', layer = ''] = path.split('/');
      return { path, room, layer, text: readFileSync(join(ROOT, path), 'utf8') };
    });
}

function importsOf(from: Source): Import[] {
  const found = from.text.matchAll(
    /^(?:import|export)\b(?:[^'"`;=]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    return { from, to: name.startsWith('.') ? normalize(join(dirname(from.path), name)) : name };
  });
}

const isOurs = (to: string): boolean =>
  /^[a-z]+\//.test(to) && existsSync(join(ROOT, to.replace(/\?.*$/, '')));
const partsOf = (to: string): readonly [string, string] => {
  const [room = '', layer = ''] = to.split('/');
  return [room, layer];
};

describe('layers', () => {
  for (const [room, { layers, beside = [], only = {} }] of Object.entries(ROOMS)) {
    const height = (layer: string): number => layers.findIndex((line) => line.includes(layer));

    it(`of ${room} are all in the table`, () => {
      const unknown = sources.filter((source) => source.room === room && height(source.layer) < 0);
      expect(unknown.map(({ path }) => path)).toEqual([]);
    });

    it(`of ${room} import only what stands below them`, () => {
      const mayImport = (from: string, to: string): boolean => {
        if (from === to) return true;
        if (only[from]) return only[from].includes(to);
        if (height(to) === height(from)) return beside.includes(from) && beside.includes(to);
        return height(to) < height(from);
      };
      const wrong = imports
        .filter(({ from, to }) => from.room === room && partsOf(to)[0] === room && isOurs(to))
        .filter(({ from, to }) => !mayImport(from.layer, partsOf(to)[1]));
      expect(wrong.map(({ from, to }) => `${from.path} -> ${to}`)).toEqual([]);
    });
  }

  it('meet other rooms only where the rooms may', () => {
    const wrong = imports
      .filter(({ from, to }) => from.room in NEIGHBOURS && isOurs(to))
      .filter(({ from, to }) => {
        const [room] = partsOf(to);
        return room !== from.room && !NEIGHBOURS[from.room]?.includes(room);
      });
    expect(wrong.map(({ from, to }) => `${from.path} -> ${to}`)).toEqual([]);
  });

  it('of shared know no Node, Electron or React, and those of the window no Node or Electron', () => {
    const system = /^(node:|electron(\/|$)|fs$|path$|os$|crypto$)/;
    const view = /^react(-dom|-aria-components)?(\/|$)/;
    const wrong = imports.filter(
      ({ from, to }) =>
        (from.room === 'shared' && (system.test(to) || view.test(to))) ||
        (from.room === 'renderer' && system.test(to)) ||
        (from.room === 'electron' && view.test(to)),
    );
    expect(wrong.map(({ from, to }) => `${from.path} -> ${to}`)).toEqual([]);
  });
});

describe('the browser edition', () => {
  it('runs in plain Node: nothing that it is made of knows Electron', () => {
    const reached = new Set(['electron/serve.ts']);
    const wrong: string[] = [];
    for (const path of reached) {
      for (const { from, to } of imports.filter((one) => one.from.path === path)) {
        if (isOurs(to)) reached.add(to);
        else if (/^electron(\/|$)/.test(to)) wrong.push(from.path);
      }
    }
    expect(reached.size).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

describe('habits', () => {
  it('time, chance and identity come into shared through a context, so that a run can be replayed', () => {
    const outside = /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bperformance\.now\b|\brandomUUID\b/;
    expect(linesWith(outside, ({ room }) => room === 'shared')).toEqual([]);
  });

  it('nothing is exported by default, but for configurations', () => {
    const isConfiguration = (path: string): boolean => /(^|\/)[a-z]+\.config\.ts$/.test(path);
    expect(linesWith(/^export default\b/, ({ path }) => !isConfiguration(path))).toEqual([]);
  });

  it(`no file is longer than ${MAX_LINES.rooms} lines, no test longer than ${MAX_LINES.tests}`, () => {
    const long = sources
      .filter(({ path }) => !path.endsWith('.generated.ts') && !path.startsWith('tests/fixtures/'))
      .map(({ path, room, text }) => ({ path, room, lines: text.split('\n').length - 1 }))
      .filter(({ room, lines }) => lines > (room === 'tests' ? MAX_LINES.tests : MAX_LINES.rooms))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('nobody’s own folders stand in the program', () => {
    const oneMachine = /["'`](\/work\/|\/home\/[a-z]|\/root\/|\/Users\/[A-Za-z])/;
    expect(linesWith(oneMachine, ({ room }) => room !== 'tests')).toEqual([]);
  });

  it('whoever reads the name of an author asks first whether it is shown', () => {
    const named = /(?:nameOf|members\s*\.get)\([^()]*\b(?:author|by)\)/;
    const unasked = sources
      .filter(({ room, text }) => room !== 'tests' && named.test(text))
      .filter(({ text }) => !/\bisSigned/.test(text));
    expect(unasked.map(({ path }) => path)).toEqual([]);
  });

  it('every room has a README', () => {
    const rooms = ['shared', 'electron', 'renderer', 'build', 'tests'];
    expect(rooms.filter((room) => !existsSync(join(ROOT, room, 'README.md')))).toEqual([]);
  });
});

describe('actions', () => {
  const actions: readonly Action[] = ACTIONS;
  const ids = actions.map(({ id }) => id);
  /** What needs no open jam stands in the app's own table, which is made with the app. */
  const own =
    readFileSync(join(ROOT, 'renderer/app/createApp.ts'), 'utf8').split('const own: ActionTable = {')[1] ??
    '';
  const ownIds = [...(own.split('\n  };')[0] ?? '').matchAll(/^ {4}'([\w.-]+)':/gm)].map(
    (match) => match[1] ?? '',
  );
  const handled = new Set([...Object.keys(JAM_ACTIONS), ...ownIds]);

  it('have each a handler; only quitting is left to the system', () => {
    expect(ids.filter((id) => !handled.has(id))).toEqual(['app.quit']);
  });

  it('are named once, and every handler belongs to one', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect([...handled].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('share no key where both could be meant', () => {
    const couldMeet = (one: Action, other: Action): boolean =>
      one.scope === other.scope ||
      [one.scope, other.scope].includes('any') ||
      ![one.scope, other.scope].includes('library');
    const shared = actions.flatMap((one, index) =>
      actions
        .slice(index + 1)
        .filter((other) => couldMeet(one, other))
        .flatMap((other) =>
          one.keys.filter((key) => other.keys.includes(key)).map((key) => `${key}: ${one.id}, ${other.id}`),
        ),
    );
    expect(shared).toEqual([]);
  });
});

describe('the closing line', () => {
  it('counts a file that does not load and a broken set-up as failed', () => {
    const test = (state: string) => ({ result: () => ({ state }) });
    const modules = [
      {
        children: {
          allTests: () => ['passed', 'skipped', 'failed', 'pending'].map(test),
          allSuites: () => [{ errors: () => [new Error('beforeAll')] }],
        },
        errors: () => [],
      },
      { children: { allTests: () => [], allSuites: () => [] }, errors: () => [new Error('does not load')] },
    ] as unknown as Parameters<typeof countResults>[0];
    expect(closingLine(countResults(modules, [new Error('outside')]))).toBe('1 passed, 5 failed, 1 skipped');
  });
});

/** `path:line: text` for each line that matches; comments are not code. */
function linesWith(pattern: RegExp, wanted: (source: Source) => boolean): string[] {
  return sources.filter(wanted).flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\/?\*|\/\/)/.test(line) && pattern.test(line))
      .map(({ line, place }) => `${place}: ${line.trim()}`),
  );
}
