import { describe, expect, it } from 'vitest';
import { fileReader } from '#connectors/file-reader.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { contextOf } from '#server/access/create-organization.ts';
import { listQuarters } from '#server/attribution/quarter/read-quarters.ts';
import { listWaiting } from '#server/attribution/touch/list-waiting.ts';
import { verifyCredits } from '#server/attribution/verify-credits.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { demoState, removeDemo } from '#server/demo/demo.ts';
import { verifyProjection } from '#server/import/project/verify-projection.ts';
import { previewStatements } from '#server/incentive/issue-statements.ts';
import { listAccruals, listStatements } from '#server/incentive/statements.ts';
import { workClocks } from '#server/registration/clocks.ts';
import { listRegistrations } from '#server/registration/show-desk.ts';
import { scoreboard } from '#server/scoreboard/scoreboard.ts';
import { testApp, testClock } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { loadDemo, loadDemoAgain } from './load-demo.ts';
import { tellStory } from './story.ts';

const endOn = '2026-11-20' as LocalDate;
const database = await freshDatabase();
const server = await testApp(database, testClock(Date.parse('2026-11-20T20:00:00Z')));

/** Every table of the tenants with the number of its rows, whatever the wall says. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows: tables } = await database.ownerPool.query(
    `select relname as name, relrowsecurity from pg_class where relnamespace = 'tandem'::regnamespace and relkind = 'r'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    await database.ownerPool.query(`alter table tandem.${name} no force row level security`);
    const { rows } = await database.ownerPool.query(`select count(*)::int as found from tandem.${name}`);
    await database.ownerPool.query(`alter table tandem.${name} force row level security`);
    counts[name] = rows[0].found;
  }
  return counts;
}

describe('the story of the demo company', () => {
  it('is the same for the same last day', () => {
    expect(tellStory(endOn)).toEqual(tellStory(endOn));
  });

  it('keeps to its plot: the first jointly sourced deal in week 16, the first partner win in month six', () => {
    const { deals, programOn } = tellStory(endOn);
    const brought = deals.filter((deal) => deal.partner !== null);
    const weekOf = (date: string) =>
      Math.floor((Date.parse(date) - Date.parse(programOn)) / (7 * 86_400_000));
    const created = brought.map((deal) => weekOf(deal.createdOn));
    const won = brought
      .filter((deal) => deal.outcome === 'won')
      .map((deal) => weekOf(deal.events.at(-1)?.on ?? ''));
    expect(Math.min(...created)).toBe(16);
    expect(Math.min(...won)).toBeGreaterThanOrEqual(22);
    expect(Math.min(...won)).toBeLessThanOrEqual(26);
  });
});

describe('whatever its last day is, the story', () => {
  const days = Array.from({ length: 24 }, (_, index) => addDays('2026-01-05' as LocalDate, index * 23));
  it.each(days)('that ends on %s has a claim that waits and a customer that left in time', (day) => {
    const { claimed, left, endOn: last } = tellStory(day);
    expect(claimed?.recordedOn).toBeDefined();
    expect(claimed && claimed.recordedOn <= last).toBe(true);
    const closedOn = left?.deal.events.at(-1)?.on ?? last;
    expect(left && left.on < last && left.on <= addDays(closedOn, 90)).toBe(true);
  });
});

describe('the demo company', () => {
  it('is played through the verbs, holds every invariant, and goes away without a trace', async () => {
    const before = await rowCounts();
    const { ports } = server.services;
    // Two jobs at once, as after a second wish: it is played once.
    await Promise.all([loadDemoAgain(ports, fileReader, endOn), loadDemoAgain(ports, fileReader, endOn)]);
    expect(await demoState(ports)).toBe('ready');
    await expect(loadDemo(ports, fileReader, endOn)).rejects.toMatchObject({ type: 'conflict' });

    const context = await contextOf(ports, 'demo', { kind: 'cli', name: 'test' });
    if (!context) throw new Error('there is no demo company');
    const { organization } = context;
    expect(await verifyChain(database.pool, organization.orgId)).toMatchObject({ ok: true });
    expect(await verifyProjection(database.pool, organization)).toMatchObject({ differing: [] });
    expect(await verifyCredits(database.pool, organization.orgId)).toEqual([]);

    const board = await scoreboard(context, {});
    expect(board.sourcedPipelineThisQuarter.deals).toBeGreaterThan(3);
    expect(board.forecastSourcedPipelineNextQuarter.likelyMinor).toBeGreaterThan(0);

    // A newcomer finds every screen alive.
    const { items: statements } = await listStatements(context, { limit: 200 });
    expect(statements[0]).toMatchObject({ month: '2026-09', paidOn: null });
    expect((await previewStatements(context, '2026-10-01' as LocalDate)).items.length).toBeGreaterThan(0);
    expect(statements.filter(({ paidOn }) => paidOn !== null).length).toBeGreaterThan(5);
    const kinds = new Set((await listAccruals(context, { limit: 200 })).items.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['accrual', 'reversal']));
    const { claims } = await listWaiting(context);
    expect(claims.filter(({ side }) => side === 'partner')).toHaveLength(1);
    expect((await listQuarters(context)).items.map(({ quarter, state }) => [quarter.label, state])).toEqual(
      expect.arrayContaining([
        ['Q3 2026', 'open'],
        ['Q2 2026', 'closed'],
      ]),
    );

    await server.runJobs();
    const registrations: Record<string, number> = {};
    for (const group of ['waiting', 'protected', 'over'] as const) {
      const { items } = await listRegistrations(context, {
        group,
        partnerId: null,
        cursor: null,
        limit: 200,
      });
      for (const { state } of items) registrations[state] = (registrations[state] ?? 0) + 1;
    }
    expect(registrations).toEqual({
      ...{ submitted: 3, returned: 1, conflict: 1, accepted: 4, rejected: 1, withdrawn: 1, expired: 1 },
    });
    // The clocks have been worked: nothing is due a second time.
    expect(await workClocks(context)).toBe(0);

    expect(await removeDemo(ports)).toBe(true);
    expect(await rowCounts()).toEqual(before);
  }, 300_000);
});
