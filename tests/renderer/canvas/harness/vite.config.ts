import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

// biome-ignore lint/style/noDefaultExport: Vite asks for it
export default defineConfig({
  root: here,
  plugins: [react()],
  cacheDir: '../../../../node_modules/.cache/harness',
  server: { port: 5199, strictPort: true, fs: { allow: ['../../../..'] } },
  build: { outDir: '../../../../node_modules/.cache/harness-out', emptyOutDir: true, target: 'chrome130' },
});
