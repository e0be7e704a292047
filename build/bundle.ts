/**
 * Bundles the rooms into out/: one Vite build per shell entry, code splitting off, because a sandboxed preload cannot
 * load a shared chunk. Run with NODE_ENV=production, or React's development build would be bundled.
 */
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');
const externals = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

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
        external: externals,
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  };
}

const page: InlineConfig = {
  ...quiet,
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
  },
};

process.env['NODE_ENV'] = 'production';
await Promise.all([
  build(shellEntry('electron/main.ts', 'main.js', 'es')),
  build(shellEntry('electron/preload.ts', 'preload.cjs', 'cjs')),
  build(shellEntry('electron/serve.ts', 'serve.js', 'es')),
  build(page),
]);
console.log('Built into out/.');
