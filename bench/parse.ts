/**
 * Reading a table against papaparse alone on the same file in the same run. Prints rows a second, the ratio (held:
 * no less than 0.7) and how much resident memory grew while reading.
 *
 *   node bench/parse.ts [rows]
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import { openFile } from '#connectors/csv/open-file.ts';
import { opportunityExport } from './parse-data.ts';

const rows = Number(process.argv[2] ?? 300_000);
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const file = join(folder, 'opportunities.csv');

async function timed(run: () => Promise<number>): Promise<{ perSecond: number; seen: number }> {
  const start = performance.now();
  const seen = await run();
  return { perSecond: Math.round((seen / (performance.now() - start)) * 1000), seen };
}

function papaparseAlone(): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = -1;
    Papa.parse<string[]>(createReadStream(file), {
      delimiter: ',',
      skipEmptyLines: true,
      chunk: (result) => {
        seen += result.data.length;
      },
      complete: () => resolve(seen),
      error: reject,
    });
  });
}

async function ourReader(): Promise<number> {
  const opened = await openFile({ name: file, bytes: () => createReadStream(file) });
  if (!opened.ok) throw new Error(opened.problem.found);
  let seen = 0;
  for await (const batch of opened.rows()) seen += batch.rows.length;
  return seen;
}

try {
  await pipeline(Readable.from(opportunityExport(rows)), createWriteStream(file));
  let best = { papaparse: 0, reader: 0 };
  let peak = 0;
  await ourReader();
  await papaparseAlone();
  const before = process.memoryUsage.rss();
  for (let round = 0; round < rounds; round++) {
    const alone = await timed(papaparseAlone);
    const ours = await timed(ourReader);
    peak = Math.max(peak, process.memoryUsage.rss() - before);
    if (alone.seen !== rows || ours.seen !== rows)
      throw new Error(`expected ${rows} rows, read ${alone.seen} and ${ours.seen}`);
    best = {
      papaparse: Math.max(best.papaparse, alone.perSecond),
      reader: Math.max(best.reader, ours.perSecond),
    };
  }
  const ratio = best.reader / best.papaparse;
  console.log(`rows                ${rows}`);
  console.log(`papaparse alone     ${best.papaparse} rows/s`);
  console.log(`reader              ${best.reader} rows/s`);
  console.log(`ratio               ${ratio.toFixed(2)} (held: 0.70)`);
  console.log(`resident memory     +${Math.round(peak / 1024 / 1024)} MB while reading`);
  if (ratio < 0.7) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
