import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the checks are configured by; a planted repository has the same. */
const CONFIGURATION = [
  'package.json',
  'biome.json',
  'knip.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'src/core/tsconfig.json',
  'src/web/tsconfig.json',
  'test/tsconfig.json',
  '.gitignore',
  '.dependency-cruiser.cjs',
  'test/fences/core-order.json',
  'test/fences/knip-reporter.ts',
];

export type PlantedRepository = { readonly root: string; remove(): void };

/** A repository of its own in a temporary folder: our configuration, our packages, and only these files. */
export function plantRepository(files: Readonly<Record<string, string>>): PlantedRepository {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-fence-'));
  const place = (path: string): string => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  for (const path of CONFIGURATION) cpSync(join(root, path), place(path));
  for (const [path, text] of Object.entries(files)) writeFileSync(place(path), text);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { root: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
