import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { openDispute } from '#server/attribution/dispute/open-dispute.ts';
import { speak } from '#server/attribution/dispute/speak.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { wonDeals } from '#test/harness/won-deals.ts';
import { clawBack } from './claw-back.ts';
import { issueStatements, recordPayment } from './issue-statements.ts';
import { sheetOf } from './print-statement.ts';
import { listStatements, readStatement } from './statements.ts';

const database = await testDatabase();
const server = await testApp(database);

/** June with a line that a dispute holds; July with that line and one that is taken back. */
async function twoMonths(partner?: string) {
  const scene = await wonDeals(server, database, { deals: 3, ...(partner === undefined ? {} : { partner }) });
  const { at, opportunityIds } = scene;
  const [first = '', second = ''] = opportunityIds;
  const { disputeId } = await openDispute(at('2026-06-25'), {
    ...{ opportunityId: second, claim: 'Sales was first', claimedClass: null, partnerId: null, links: [] },
  });
  await issueStatements(at('2026-07-02'), '2026-06-01' as LocalDate);
  await speak(at('2026-07-06'), disputeId, { kind: 'withdrawal', body: 'It was not', links: [] });
  await clawBack(at('2026-07-20'), first, {
    leftOn: '2026-07-19' as LocalDate,
    reason: 'Acme went bankrupt',
  });
  await issueStatements(at('2026-08-02'), '2026-07-01' as LocalDate);
  const { items } = await listStatements(at('2026-08-02'), { limit: 10 });
  const [july, june] = items.map(({ id }) => id) as [string, string];
  return { ...scene, june, july };
}

describe('a statement', () => {
  it('says the same for ever: what waited when it was issued, and what was open before it (IN-11, IN-12)', async () => {
    const { at, june, july, paid } = await twoMonths();
    const before = await readStatement(at('2026-08-03'), july);
    expect(await readStatement(at('2026-08-03'), june)).toMatchObject({
      ...{ totalMinor: 2 * paid, openingMinor: 0, openingStatements: 0 },
      held: [{ amountMinor: paid, dealNumber: 2, state: 'stated' }],
    });
    expect(before).toMatchObject({
      ...{ totalMinor: 0, openingMinor: 2 * paid, openingStatements: 1, held: [] },
      items: [
        { kind: 'reversal', amountMinor: -paid, dealNumber: 1 },
        { kind: 'accrual', amountMinor: paid, dealNumber: 2 },
      ],
    });
    await recordPayment(at('2026-08-04'), june, { paidOn: '2026-08-04' as LocalDate, reference: 'SEPA 1' });
    const { openingMinor, openingStatements, items } = await readStatement(at('2026-08-05'), july);
    expect({ openingMinor, openingStatements, items }).toEqual({
      openingMinor: before.openingMinor,
      openingStatements: before.openingStatements,
      items: before.items,
    });
  });

  it('has the same numbers on paper, in the CSV file and on the screen (IN-12)', async () => {
    const { at, chief, organization, june, july, paid } = await twoMonths();
    const path = `/o/${organization.slug}/statements`;
    for (const id of [june, july]) {
      const screen = await readStatement(at('2026-08-03'), id);
      const sheet = sheetOf(at('2026-08-03'), screen);
      const csv = String((await chief.call('GET', `${path}/${id}/file`)).body);
      const lines = screen.items.map(({ amountMinor }) => amountMinor);
      expect(amountsOf(sheet.lines.rows)).toEqual([...lines, screen.totalMinor]);
      expect(amountsOf(sheet.account.rows).slice(0, 2)).toEqual([screen.openingMinor, screen.totalMinor]);
      for (const line of screen.items) {
        expect(csv).toContain(`"${line.number}","${line.kind}","#${line.dealNumber} ${line.deal}"`);
        expect(csv).toContain(`"${(line.amountMinor / 100).toFixed(2)}"`);
      }
      expect(csv).toContain(screen.hash);
    }
    const sheet = sheetOf(at('2026-08-03'), await readStatement(at('2026-08-03'), june));
    expect(amountsOf(sheet.held?.rows ?? [])).toEqual([paid, paid]);
    expect(sheet.lines.rows[0]).toEqual([
      expect.any(String),
      expect.stringContaining('New'),
      'Sourced',
      expect.stringContaining('IN-2'),
      'attribution 2, archetypes 1',
      expect.stringContaining('1,000.00'),
      expect.stringMatching(/%$/),
      expect.any(String),
    ]);
  });

  it('is a PDF for Finance and for its partner, the same bytes each time, and for nobody else', async () => {
    const { at, chief, organization, partnerId, june } = await twoMonths('Łódź Integracja 東京');
    const print = async (who: typeof chief, place: string) => {
      const url = `/api/v1/o/${organization.slug}/${place}/${june}/print`;
      const answer = await server.app.inject({ method: 'GET', url, headers: { cookie: who.cookie } });
      return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
    };
    const admin = await organization.person(['partner_admin'], { partnerId: partnerId as never });
    const desk = await print(chief, 'statements');
    expect(desk.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(desk.headers['content-type']).toContain('application/pdf');
    expect(decodeURIComponent(String(desk.headers['content-disposition']))).toContain('Łódź');
    const own = await print(admin, 'portal/statements');
    expect(Buffer.compare(own.bytes, desk.bytes)).toBe(0);
    const other = await organization.person(['partner_admin'], { partnerId: await organization.partner() });
    expect((await print(other, 'portal/statements')).status).toBe(404);
    const rep = await organization.person(['partner_rep'], { partnerId: partnerId as never });
    expect((await print(rep, 'portal/statements')).status).toBe(403);
    await recordPayment(at('2026-08-04'), june, { paidOn: '2026-08-04' as LocalDate, reference: 'SEPA 1' });
    expect(Buffer.compare((await print(chief, 'statements')).bytes, desk.bytes)).not.toBe(0);
  });
});

function amountsOf(rows: readonly (readonly (string | null)[])[]): number[] {
  return rows.map((row) => Math.round(Number((row.at(-1) ?? '').replaceAll(/[^\d.-]/g, '')) * 100));
}
