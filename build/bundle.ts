/**
 * Bundles the rooms into out/: one Vite build per shell entry, code splitting off, because a sandboxed preload cannot
 * load a shared chunk. Run with NODE_ENV=production, or React's development build would be bundled.
 */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');
const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

const quiet: InlineConfig = { configFile: false, logLevel: 'warn', mode: 'production', root };

function shellEntry(entry: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...quiet,
    build: {
      ssr: resolve(root, entry),
      outDir: resolve(root, 'out/main'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: ['electron', ...nodeModules],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  };
}

/** Fails when the bundle asks for a module that it will not find where it runs. */
async function buildEntry(
  entry: string,
  file: string,
  format: 'es' | 'cjs',
  allowed: readonly string[],
): Promise<void> {
  const built = await build(shellEntry(entry, file, format));
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const asked = outputs.flatMap(({ output }) =>
    output.flatMap((chunk) => (chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : [])),
  );
  const strange = asked.filter((name) => !allowed.includes(name));
  if (strange.length > 0)
    throw new Error(`${file} imports ${strange.join(', ')}, which is not there when it runs.`);
}

const page: InlineConfig = {
  ...quiet,
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react()],
  // A guest's page has no process to ask for it.
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    // The jam's window, and the Wall: a page of its own that has nothing to read a jam with.
    rolldownOptions: { input: [resolve(root, 'renderer/index.html'), resolve(root, 'renderer/wall.html')] },
  },
};

process.env['NODE_ENV'] = 'production';
await Promise.all([
  buildEntry('electron/main.ts', 'main.js', 'es', ['electron', ...nodeModules]),
  // A sandboxed preload may load nothing but this.
  buildEntry('electron/preload.ts', 'preload.cjs', 'cjs', ['electron']),
  // The browser edition runs in plain Node.
  buildEntry('electron/serve.ts', 'serve.js', 'es', nodeModules),
  build(page),
]);
console.log('Built into out/.');
