import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Scoreboard } from '#core/scoreboard/payload.ts';
import { loadDemo } from '#seeds/demo/load-demo.ts';
import { withdrawImport } from '#server/import/withdraw-import.ts';
import { type TestPerson, testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { derivedFrom, disagreements, figuresIn, type Opened, openFigure } from './figures.ts';

// A walk opens a hundred figures, page by page.
vi.setConfig({ testTimeout: 120_000 });

const today = '2026-11-20' as LocalDate;
const pastDays = ['2026-10-05', '2026-06-30', '2025-12-01'] as const;
const server = await testApp(await freshDatabase(), testClock(Date.parse(`${today}T15:00:00Z`)));
const own = await server.organization();
const admin = await own.person(['administrator', 'cro', 'partner_ops']);

async function boardOf(who: TestPerson, org: string, asOf: string): Promise<Scoreboard> {
  const { status, body } = await who.call('GET', `/o/${org}/scoreboard`, { query: { asOf } });
  expect(status).toBe(200);
  return body as Scoreboard;
}

/** Opens every figure of a day and says what does not agree, how many were opened and how many have rows. */
async function walk(who: TestPerson, org: string, asOf: string) {
  const found = figuresIn(await boardOf(who, org, asOf));
  const wrong: string[] = [];
  const filled = new Set<string>();
  const known = new Map<string, Opened>();
  for (const figure of found) {
    const opened = known.get(figure.key) ?? (await openFigure(who, org, figure.key, asOf));
    known.set(figure.key, opened);
    if (opened.rows > 0) filled.add(figure.key);
    const isDerived =
      figure.at.startsWith('.answer') && derivedFrom(found, figure.key).has(figure.node.amountMinor);
    if (!isDerived) wrong.push(...disagreements(figure, opened));
  }
  return { wrong, figures: found.length, filled };
}

/** A year and a half of deals: won, lost and open, some brought by a partner as the CRM has it, some without amount. */
function history(): string {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const created = addDays('2025-05-05' as LocalDate, index * 2);
    const stage = ['Closed Won', 'Closed Lost', 'Qualified', 'Proposal'][index % 4] as string;
    const closed = stage.startsWith('Closed') ? addDays(created, 30 + (index % 40)) : '';
    const amount = index % 11 === 0 ? '' : String(1000 + 37 * index);
    const partner = index % 3 === 0 ? [`Partner ${index % 5}`, 'originator'] : ['', ''];
    return [
      `H${index}`,
      `Deal ${index}`,
      `Account ${index % 50}`,
      stage,
      amount,
      created,
      closed,
      ...partner,
    ];
  });
  return [dealHeader, ...rows.map((row) => row.join(','))].join('\n');
}

describe('every figure of the scoreboard', () => {
  beforeAll(async () => {
    await loadDemo(server.services.ports, fileReader, today);
  }, 120_000);

  it.each([today, ...pastDays])('of the demo company as of %s opens to rows that sum to it', async (asOf) => {
    const { wrong, figures, filled } = await walk(admin, 'demo', asOf);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(70);
    expect(filled.size).toBeGreaterThan(asOf < '2026' ? 8 : 25);
  });

  it('of a week of a sparkline is that of the day on which the week ended', async () => {
    const board = await boardOf(admin, 'demo', today);
    const { sourcedPipelineThisQuarter: pipeline, sourcedClosedWonLastQuarter: won } = board;
    for (const { figure, weeks } of [pipeline, won]) {
      for (const { on, amountMinor, deals } of weeks.slice(-6)) {
        const opened = await openFigure(admin, 'demo', figure, on);
        expect([opened.total, opened.rows], `${figure} ${on}`).toEqual([amountMinor, deals]);
      }
    }
  });

  it('of an import with claims of partners sums likewise, in the opening balance and apart from it', async () => {
    await importText({ ...admin.context, now: server.clock.now() }, history());
    for (const asOf of [today, pastDays[1]]) {
      const { wrong, filled } = await walk(admin, own.slug, asOf);
      expect(wrong, asOf).toEqual([]);
      expect(
        [...filled].some((key) => key.startsWith('openingBalance.')),
        asOf,
      ).toBe(true);
      expect([...filled].filter((key) => key.startsWith('proven.'))).toEqual([]);
    }
  });
});

describe('what was known on a day', () => {
  it('stays what it was, whatever is learnt later, and when what came later is undone', async () => {
    const days = [...pastDays, today];
    const before = await Promise.all(days.map((day) => boardOf(admin, own.slug, day)));
    server.clock.advance(3 * 86_400_000);
    const changed = history()
      .replaceAll('Qualified', 'Closed Won')
      .replaceAll('Proposal', 'Closed Lost')
      .replace(/,(1\d{3}),/g, ',9$1,')
      .replaceAll('Partner 1', 'Partner 7');
    const more = 'N1,New one,Account 3,Qualified,77777,2026-11-22,,Partner 2,originator';
    const draft = await importText({ ...admin.context, now: server.clock.now() }, `${changed}\n${more}\n`);
    const now = await boardOf(admin, own.slug, '2026-11-23');
    expect(now.company.openPipeline.all).not.toEqual(before.at(-1)?.company.openPipeline.all);
    // The sentence says of a past day that it is one; its numbers are compared as figures.
    const shown = (board: Scoreboard | undefined) => ({ ...board, isToday: false, answer: null });
    for (const [index, day] of days.entries()) {
      expect(shown(await boardOf(admin, own.slug, day)), day).toEqual(shown(before[index]));
    }
    await withdrawImport({ ...admin.context, now: server.clock.now() }, draft.importId ?? '');
    for (const [index, day] of days.entries()) {
      expect(shown(await boardOf(admin, own.slug, day)), day).toEqual(shown(before[index]));
    }
  });
});
