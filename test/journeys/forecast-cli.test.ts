import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';

const tandem = fileURLToPath(new URL('../../bin/tandem', import.meta.url));
const folder = temporaryFolder();
chmodSync(folder, 0o711);

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, TANDEM_DATA: join(folder, 'data') };
  return new Promise((resolve) => {
    execFile(tandem, args, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Three deals a week: one is won after nine days, one lost after a week, one won after three. */
function history(weeks: number): string {
  const rows = ['Case,Activity,When,Amount'];
  const first = '2025-01-06' as LocalDate;
  for (let week = 0; week < weeks; week += 1) {
    const day = addDays(first, 7 * week);
    for (const [n, [middle, end, how]] of [
      [4, 9, 'Approved'],
      [2, 7, 'Declined'],
      [10, 21, 'Approved'],
    ].entries()) {
      const id = `${week}-${n}`;
      rows.push(`${id},Submitted,${day},1000`);
      rows.push(`${id},Offer,${addDays(day, Number(middle))},1000`);
      rows.push(`${id},${how},${addDays(day, Number(end))},1000`);
    }
  }
  return `${rows.join('\n')}\n`;
}

const mapping = file(
  'mapping.json',
  JSON.stringify({
    kind: 'stage-history',
    timeZone: 'Europe/Berlin',
    dateOrder: 'ymd',
    currency: 'EUR',
    columns: { opportunityId: 'Case', stage: 'Activity', changedAt: 'When', amount: 'Amount' },
    stages: {
      Submitted: { order: 0, entry: true },
      Offer: { order: 3 },
      Approved: { outcome: 'won' },
      Declined: { outcome: 'lost' },
    },
  }),
);

describe('tandem forecast backtest', () => {
  it('says what is missing, and then how wrong each method would have been, the same each time', async () => {
    const early = file('early.csv', history(4));
    expect((await run('import', early, '--mapping', mapping)).code).toBe(0);
    const little = await run('forecast', 'backtest');
    expect(little.code).toBe(0);
    expect(little.out).toContain('28 days ahead: too little history: needs 12 weeks, has');

    const all = file('all.csv', history(30));
    expect((await run('import', all, '--mapping', mapping)).code).toBe(0);
    const one = await run('forecast', 'backtest', '--json');
    expect(one.code).toBe(0);
    const report = JSON.parse(one.out);
    const month = report.horizons.find((horizon: { days: number }) => horizon.days === 28);
    // Deals come like clockwork here, so the naive baseline has won, and is what is shown.
    expect(month.shown).toBe('naive');
    const names = month.methods.map((method: { name: string }) => method.name);
    expect(names).toEqual(expect.arrayContaining(['stageHazards', 'naive', 'stageConversion', 'shown']));
    for (const method of month.methods) {
      expect(method).toMatchObject({
        name: expect.any(String),
        origins: expect.any(Number),
        wape: expect.any(Number),
        bias: expect.any(Number),
        coverage80: expect.any(Number),
        crps: expect.any(Number),
      });
    }
    expect((await run('forecast', 'backtest', '--json')).out).toBe(one.out);
    expect((await run('forecast', 'backtest')).out).toContain(`seed ${report.seed}`);
  });

  it('says what is coming by the shown method, also as of a past day', async () => {
    const now = JSON.parse((await run('forecast', '--json')).out);
    const [, month] = now.horizons;
    expect(month).toMatchObject({ days: 28, shown: 'naive' });
    expect(month.underwriteMinor).toBeLessThanOrEqual(month.likelyMinor);
    expect(month.likelyMinor).toBeLessThanOrEqual(month.upsideMinor);
    expect((await run('forecast')).out).toContain('Closed-won in EUR after');
    const past = JSON.parse((await run('forecast', '--as-of', '2025-02-01', '--json')).out);
    expect(past.horizons[1].waitsFor).toMatch(/^too little history/);
    expect((await run('forecast', '--as-of', '2999-01-01')).code).toBe(2);
  });

  it('knows no other forecast', async () => {
    const other = await run('forecast', 'tomorrow');
    expect(other.code).toBe(2);
    expect(other.err).toContain('write `backtest`');
  });
});
