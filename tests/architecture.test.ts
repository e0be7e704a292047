/**
 * Who may import whom. The table below is the whole truth: a layer imports only layers that stand before it (a type
 * import is an import), never one beside or after it. A new folder is a new line here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Room = 'shared' | 'electron' | 'renderer' | 'build' | 'tests';

const root = resolve(import.meta.dirname, '..');
const rooms: readonly Room[] = ['shared', 'electron', 'renderer', 'build', 'tests'];

/** What a room may import beside itself. */
const mayMeet: Readonly<Record<Room, readonly Room[]>> = {
  shared: [],
  electron: ['shared'],
  renderer: ['shared'],
  build: [],
  tests: rooms,
};

/** Bottom-up. Layers of one line may import each other; `.` is what stands directly in the room. */
const layers: Readonly<Partial<Record<Room, readonly (readonly string[])[]>>> = {
  shared: [
    ['util'],
    ['model'],
    ['actions'],
    ['ipc'],
    ['ideas'],
    ['log'],
    ['doc'],
    ['commands'],
    ['jam'],
    ['file'],
    ['import'],
    ['export'],
    ['sample'],
  ],
  electron: [['store'], ['pages'], ['menu'], ['start'], ['service'], ['ipc'], ['serve'], ['app'], ['.']],
  renderer: [
    ['theme'],
    ['shell'],
    ['stores'],
    ['session'],
    ['ui'],
    ['people', 'dialogue', 'review', 'decide', 'library', 'jam', 'canvas', 'ideas', 'input'],
    ['app'],
    ['.'],
  ],
};

/** Narrower than the order says: only these. */
const only: Readonly<Record<string, readonly string[]>> = {
  'shared/ipc': ['util', 'model'],
};

/** Folders that plain Node runs for the browser edition. */
const withoutElectron = ['store', 'pages', 'start', 'service', 'serve'];

const longestFile = 400;
/** Long by nature: generated tables, and tables of data. */
const mayBeLong = (path: string): boolean => /\.generated\.ts$|^tests\/fixtures\//.test(path);

interface Source {
  readonly path: string;
  readonly room: Room;
  readonly layer: string;
  readonly text: string;
  /** As written. */
  readonly specifiers: readonly string[];
  /** The relative ones, from the root. */
  readonly imports: readonly string[];
}

const sources = rooms.flatMap((room) => filesOf(room).map((path) => readSource(room, path)));

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function readSource(room: Room, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [
    ...withoutComments(text).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g),
  ].map((match) => match[2] ?? '');
  const imports = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(root, dirname(path), specifier)));
  return { path, room, layer: layerOf(path), text, specifiers, imports };
}

function layerOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '.') : '.';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function rankOf(room: Room, layer: string): number {
  return (layers[room] ?? []).findIndex((line) => line.includes(layer));
}

function of(room: Room): readonly Source[] {
  return sources.filter((source) => source.room === room);
}

describe('the rooms', () => {
  it('each say in a README what they are for', () => {
    expect(rooms.filter((room) => !existsSync(join(root, room, 'README.md')))).toEqual([]);
  });

  it('import only the rooms that they may meet', () => {
    const breaches = sources.flatMap((source) =>
      source.imports
        .filter((path) => {
          const other = path.split('/')[0] as Room;
          return other !== source.room && rooms.includes(other) && !mayMeet[source.room].includes(other);
        })
        .map((path) => `${source.path} imports ${path}`),
    );
    expect(breaches).toEqual([]);
  });

  it('import no file from outside them, so that each can be read by itself', () => {
    const strays = sources
      .filter(({ room }) => room === 'shared' || room === 'electron' || room === 'renderer')
      .flatMap((source) =>
        source.imports
          .filter((path) => !rooms.includes(path.split('/')[0] as Room))
          .map((path) => `${source.path} imports ${path}`),
      );
    expect(strays).toEqual([]);
  });

  it('name the file that they import, ending and all', () => {
    const vague = sources.flatMap((source) =>
      source.imports
        .filter(
          (path) => !/\.[a-z]+(\?[a-z]+)?$/.test(path) || !existsSync(join(root, path.replace(/\?.*$/, ''))),
        )
        .map((path) => `${source.path} imports ${path}`),
    );
    expect(vague).toEqual([]);
  });
});

describe.each(['shared', 'electron', 'renderer'] as const)('the layers of %s', (room) => {
  it('are all in the table', () => {
    const unknown = new Set(
      of(room)
        .map((source) => source.layer)
        .filter((layer) => rankOf(room, layer) < 0),
    );
    expect([...unknown].filter((layer) => !(room === 'shared' && layer === '.'))).toEqual([]);
  });

  it('import only what stands before them', () => {
    const breaches = of(room).flatMap((source) =>
      source.imports
        .filter((path) => path.startsWith(`${room}/`))
        .filter((path) => {
          const layer = layerOf(path);
          const narrowed = only[`${room}/${source.layer}`];
          if (layer === source.layer) return false;
          if (narrowed !== undefined) return !narrowed.includes(layer);
          return rankOf(room, layer) > rankOf(room, source.layer);
        })
        .map((path) => `${source.path} imports ${path}`),
    );
    expect(breaches).toEqual([]);
  });
});

describe('shared', () => {
  it('knows no Node, no Electron and no React', () => {
    const breaches = of('shared').flatMap((source) =>
      source.specifiers
        .filter((specifier) => /^(node:|electron$|electron\/|react($|[-/])|ws$|zustand)/.test(specifier))
        .map((specifier) => `${source.path} imports ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  it('takes time, randomness and identity from a context, so that everything can be replayed from a seed', () => {
    const asked =
      /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bperformance\.|\brandomUUID\b|\bcrypto\./;
    expect(
      of('shared')
        .filter((source) => asked.test(withoutComments(source.text)))
        .map((source) => source.path),
    ).toEqual([]);
  });
});

describe('electron', () => {
  it('is only met by the folders that a window needs: the browser edition runs in plain Node', () => {
    const breaches = of('electron')
      .filter((source) => withoutElectron.includes(source.layer) || source.path === 'electron/serve.ts')
      .filter((source) => source.specifiers.some((specifier) => /^electron($|\/)/.test(specifier)))
      .map((source) => source.path);
    expect(breaches).toEqual([]);
  });

  it('is reached by nothing that the browser edition is made of', () => {
    const start = 'electron/serve.ts';
    const reached = new Set<string>([start]);
    const byPath = new Map(sources.map((source) => [source.path, source]));
    for (const path of reached) for (const next of byPath.get(path)?.imports ?? []) reached.add(next);
    const breaches = [...reached].filter((path) =>
      byPath.get(path)?.specifiers.some((specifier) => /^electron($|\/)/.test(specifier)),
    );
    expect(byPath.has(start)).toBe(true);
    expect(breaches).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${longestFile} lines`, () => {
    const long = sources
      .filter((source) => !mayBeLong(source.path))
      .map((source) => ({ path: source.path, lines: source.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > longestFile)
      .map(({ path, lines }) => `${path} has ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('hold no path of one machine', () => {
    const paths = /["'`](?:\/work\/|\/home\/[a-z]+\/|\/Users\/[A-Za-z]+\/)/;
    expect(
      sources.filter((source) => source.room !== 'tests' && paths.test(source.text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
