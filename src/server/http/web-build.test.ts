import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './web-build.ts';
import { hashWebSources } from './web-sources.ts';

const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));
let root: string;

/** A package with our own build and a page of one line, so that a build takes a moment only. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-web-build-'));
  await mkdir(join(root, 'src', 'web'), { recursive: true });
  await mkdir(join(root, 'src', 'server', 'http'), { recursive: true });
  await cp(join(packageRoot, 'vite.config.ts'), join(root, 'vite.config.ts'));
  const child = 'src/server/http/web-build-child.ts';
  await cp(join(packageRoot, child), join(root, child));
  await symlink(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(root, 'src/web/index.html'),
    '<!doctype html><title>x</title><script type="module" src="/main.ts"></script>',
  );
  await writeFile(join(root, 'src/web/main.ts'), "document.title = 'one';\n");
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the build of the web', () => {
  it('runs once for the same sources, also when two starts come at once', async () => {
    const lines: string[] = [];
    const build = () => buildWeb({ packageRoot: root, log: (line) => lines.push(line) });
    const [first, second] = await Promise.all([build(), build()]);
    expect(first).toBe(second);
    const before = lines.length;
    expect(await build()).toBe(first);
    expect(lines.length).toBe(before);
    const files = await readdir(join(first, 'assets'));
    expect(files.some((file) => file.endsWith('.js.br'))).toBe(true);
    expect(
      (await readdir(join(root, '.cache', 'web'))).filter((name) => name.startsWith('building')),
    ).toEqual([]);
  });

  it('runs again after a change, and leaves tests out of account', async () => {
    const hash = await hashWebSources(root);
    await writeFile(join(root, 'src/web/main.test.ts'), 'a test');
    expect(await hashWebSources(root)).toBe(hash);
    await writeFile(join(root, 'src/web/main.ts'), "document.title = 'two';\n");
    expect(await hashWebSources(root)).not.toBe(hash);
  });

  it('fails in words when the sources are broken, and leaves nothing half built', async () => {
    await writeFile(join(root, 'src/web/main.ts'), 'const = broken;\n');
    const folders = await readdir(join(root, '.cache', 'web'));
    await expect(buildWeb({ packageRoot: root, log: () => undefined })).rejects.toThrow(
      /could not be built[\s\S]*main\.ts/,
    );
    expect(await readdir(join(root, '.cache', 'web'))).toEqual(folders);
  });
});
