/** Serves the harness: `npx vite --config tests/renderer/harness/vite.config.ts`, then /?screen=library&theme=dark */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const harnessConfig = defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-harness', import.meta.url)),
  plugins: [react()],
  server: {
    port: 5199,
    strictPort: true,
    fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
  },
});

// biome-ignore lint/style/noDefaultExport: the tool asks for one
export default harnessConfig;
