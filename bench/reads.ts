/**
 * The scoreboard's data in one call, warm, and the first page of the list of opportunities, against a bare read of
 * one row by its key through the same server in the same run: no more than three times as long. Prints the ratios,
 * and what a cold call and a first drill-down take.
 *
 *   node bench/reads.ts [opportunities]
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { largeSize } from '#seeds/large.ts';
import { startLargeServer, yardstick } from './large-server.ts';

const opportunities = Number(process.argv[2] ?? largeSize.opportunities);
const part = opportunities / largeSize.opportunities;
const size = {
  opportunities,
  partners: Math.max(1, Math.round(largeSize.partners * part)),
  stageChanges: Math.round(largeSize.stageChanges * part),
};
const limit = 3;
const rounds = 3;
const secondsPerRound = 4;
const measured = ['scoreboard', 'opportunities'];

const server = await startLargeServer(size, (line) => console.log(line));
const url = (path: string): string => `${server.address}/api/v1/o/${server.slug}/${path}`;

async function timed(path: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url(path), { headers: server.headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return performance.now() - began;
}

type Shot = {
  readonly requests: { readonly total: number };
  readonly non2xx: number;
  readonly errors: number;
};
const autocannon = createRequire(import.meta.url).resolve('autocannon');

/** Mean time of a call while so many callers ask one after the other; the callers are a process of their own. */
async function meanOf(path: string, connections: number): Promise<number> {
  const headers = Object.entries(server.headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const load = ['-j', '-n', '-c', String(connections), '-d', String(secondsPerRound), ...headers, url(path)];
  const { stdout } = await promisify(execFile)(process.execPath, [autocannon, ...load]);
  const { requests, non2xx, errors } = JSON.parse(stdout) as Shot;
  if (non2xx > 0 || errors > 0) throw new Error(`${path}: ${non2xx} refused, ${errors} failed`);
  return (connections * secondsPerRound * 1000) / requests.total;
}

try {
  const before = process.memoryUsage.rss();
  const cold = await timed('scoreboard');
  const grown = process.memoryUsage.rss() - before;
  console.log(`cold scoreboard     ${cold.toFixed(0)} ms, resident memory +${Math.round(grown / 1e6)} MB`);
  const past = await timed('scoreboard?asOf=2025-01-31');
  console.log(`cold, a past day    ${past.toFixed(0)} ms`);
  const drill = await timed('scoreboard/rows?figure=company.open.all');
  const drillAgain = await timed('scoreboard/rows?figure=company.open.all');
  console.log(`rows of a figure    ${drill.toFixed(0)} ms, then ${drillAgain.toFixed(1)} ms`);

  for (const connections of [1, 8]) {
    const best = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      for (const path of [yardstick, ...measured]) {
        best.set(path, Math.min(best.get(path) ?? Number.POSITIVE_INFINITY, await meanOf(path, connections)));
      }
    }
    const key = best.get(yardstick) ?? 0;
    console.log(`${connections} connections`);
    console.log(`  one row by key    ${key.toFixed(2)} ms`);
    for (const path of measured) {
      const time = best.get(path) ?? 0;
      console.log(
        `  ${path.padEnd(17)} ${time.toFixed(2)} ms, ratio ${(time / key).toFixed(2)} (held: ${limit})`,
      );
      if (time / key > limit) process.exitCode = 1;
    }
  }
} finally {
  await server.close();
}
