import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('./src/web', import.meta.url));

/** The server replaces this word by a fresh value in every response (src/server/http/web-static.ts). */
const nonceSlot = '__CSP_NONCE__';

export default defineConfig({
  root,
  base: '/',
  publicDir: 'public',
  plugins: [react()],
  html: { cspNonce: nonceSlot },
  build: {
    outDir: fileURLToPath(new URL('./.cache/web/dev', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      onLog(level, log, report) {
        // Libraries mark their client components for frameworks that render on a server; we do not.
        if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
        report(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
