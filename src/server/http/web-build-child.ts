/** The child process of web-build.ts: builds into the folder named by its argument, then compresses it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const compressible = /\.(?:js|css|html|svg|json|txt|map)$/;

/** Writes `file.br` and `file.gz` beside every text file of the folder. */
async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
  await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}

const outDir = process.argv[2];
if (outDir === undefined) throw new Error('the folder to build into is missing');
await build({
  configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
  configLoader: 'native',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
});
await compressFolder(outDir);
