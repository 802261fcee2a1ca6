/** Prints how much compressed script and style the first page of the web loads, against its limit. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '#server/http/web-build.ts';

/** Kilobytes (1000 bytes) of script, compressed by gzip, that the first page may load in all. */
const limitKb = 250;

/** The page that a signed-in person sees first, and the shell it stands in. */
const firstPages = ['scoreboard', 'desk-frame'];

const folder = await buildWeb({ log: (line) => console.error(line) });
const html = await readFile(join(folder, 'index.html'), 'utf8');
const all = (await readdir(join(folder, 'assets'))).filter((name) => /\.(?:js|css)$/.test(name));
const packed = new Map<string, number>();
for (const name of all)
  packed.set(name, gzipSync(await readFile(join(folder, 'assets', name)), { level: 9 }).length);

const wanted = [...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name]) => name ?? '');
for (const page of firstPages) wanted.push(...all.filter((name) => name.startsWith(`${page}-`)));
const loaded = new Set<string>();
while (wanted.length > 0) {
  const name = wanted.pop() ?? '';
  if (loaded.has(name)) continue;
  loaded.add(name);
  const text = await readFile(join(folder, 'assets', name), 'utf8');
  // Static imports only: what is imported on demand is not part of the first page.
  for (const [, other] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    wanted.push(other ?? '');
}

const sum = (ending: string): number =>
  [...loaded]
    .filter((name) => name.endsWith(ending))
    .reduce((total, name) => total + (packed.get(name) ?? 0), 0) / 1000;
const script = sum('.js');
console.log(`first page, script: ${script.toFixed(1)} kB compressed (limit ${limitKb} kB)`);
console.log(`first page, style: ${sum('.css').toFixed(1)} kB compressed`);
console.log(
  `everything: ${([...packed.values()].reduce((a, b) => a + b, 0) / 1000).toFixed(1)} kB in ${all.length} files`,
);
if (script > limitKb) process.exitCode = 1;
