import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the gallery of primitives with the product's own settings, into a folder of its own. */
export async function buildGallery(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'tandem-gallery-'));
  await build({
    root: fileURLToPath(new URL('./gallery', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
  return outDir;
}
