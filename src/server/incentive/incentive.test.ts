import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { Context } from '#server/access/context.ts';
import { openDispute } from '#server/attribution/dispute/open-dispute.ts';
import { speak } from '#server/attribution/dispute/speak.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { deleteDeal, restoreDeal } from '#server/opportunity/correction/end-deal.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { signPay, wonDeals } from '#test/harness/won-deals.ts';
import { readNotices } from '../notice/read-notices.ts';
import { clawBack, liftClawback } from './claw-back.ts';
import { issueStatements, previewStatements, recordPayment } from './issue-statements.ts';
import { listAccruals, listOwnAccruals, listOwnStatements, readBalances } from './statements.ts';

const database = await testDatabase();
const server = await testApp(database);
const day = (date: string) => Date.parse(`${date}T12:00:00+02:00`);

const won = (options?: { isSignedLate?: boolean }) => wonDeals(server, database, options);

const lines = async (context: Context) =>
  (await listAccruals(context, { limit: 50 })).items.map((line) => [line.kind, line.class, line.amountMinor]);

describe('a won deal', () => {
  it('writes one line by the commission of the archetype, and no second one when it is decided again', async () => {
    const { at, paid } = await won();
    expect(paid).toBeGreaterThan(0);
    expect(await lines(at('2026-06-21'))).toEqual([['accrual', 'sourced', paid]]);
    await importText(
      at('2026-06-22'),
      `${dealHeader}\nD1,Renamed,Acme,Closed Won,1000,2026-06-01,2026-06-18,,\n`,
    );
    expect(await lines(at('2026-06-23'))).toHaveLength(1);
  });

  it('takes its line back by another when the CRM deletes it, and writes a new one when it comes back', async () => {
    const { at, opportunityId, paid } = await won();
    await deleteDeal(at('2026-06-25'), opportunityId, 'Entered by mistake');
    await restoreDeal(at('2026-06-26'), opportunityId, 'It was not');
    expect(await lines(at('2026-06-27'))).toEqual([
      ['accrual', 'sourced', paid],
      ['reversal', 'sourced', -paid],
      ['accrual', 'sourced', paid],
    ]);
  });

  it('is held while its credit is disputed, stated after, and paid once', async () => {
    const { at, organization, partnerId, opportunityId, paid } = await won();
    const { disputeId } = await openDispute(at('2026-06-22'), {
      ...{ opportunityId, claim: 'Sales was first', claimedClass: null, partnerId: null, links: [] },
    });
    expect(await readBalances(at('2026-06-22'))).toMatchObject([{ dueMinor: 0, heldMinor: paid }]);
    const june = '2026-06-01' as LocalDate;
    await expect(issueStatements(at('2026-06-30'), june)).rejects.toMatchObject({ type: 'invalid-input' });
    await expect(issueStatements(at('2026-07-01'), june)).rejects.toMatchObject({ type: 'conflict' });
    expect(await previewStatements(at('2026-07-01'), june)).toMatchObject({ items: [], heldLines: 1 });
    await speak(at('2026-07-02'), disputeId, { kind: 'withdrawal', body: 'It was not', links: [] });
    const admin = await organization.person(['partner_admin'], { partnerId: partnerId as never });
    const rep = await organization.person(['partner_rep'], { partnerId: partnerId as never });
    expect(await issueStatements(at('2026-07-03'), june)).toEqual({ statements: 1, totalMinor: paid });
    const toldOf = async (who: typeof admin) =>
      (await readNotices(who.context, { limit: 10 })).items.filter(({ kind }) => kind === 'statement');
    expect(await toldOf(admin)).toMatchObject([
      {
        sentence: 'Your statement 1 for June 2026 is issued.',
        params: { number: 1, month: '2026-06-01' },
        link: '/earnings',
      },
    ]);
    expect(await toldOf(rep)).toEqual([]);
    await expect(issueStatements(at('2026-07-03'), june)).rejects.toMatchObject({ type: 'conflict' });
    const own = await listOwnStatements(admin.context, { limit: 10 });
    expect(own.items).toMatchObject([{ month: '2026-06', totalMinor: paid, lines: 1, paidOn: null }]);
    const statementId = own.items[0]?.id ?? '';
    const payment = { paidOn: '2026-07-05' as LocalDate, reference: 'SEPA 1' };
    await recordPayment(at('2026-07-05'), statementId, payment);
    await expect(recordPayment(at('2026-07-06'), statementId, payment)).rejects.toMatchObject({
      type: 'conflict',
    });
    const ownLines = await listOwnAccruals({ ...admin.context, now: day('2026-07-06') }, { limit: 10 });
    expect(ownLines.items).toMatchObject([{ amountMinor: paid, state: 'paid' }]);
    const file = await admin.call('GET', `/o/${organization.slug}/portal/statements/${statementId}/file`);
    expect(file.status).toBe(200);
    const other = await organization.person(['partner_admin'], { partnerId: await organization.partner() });
    const path = `/o/${organization.slug}/portal/statements/${statementId}`;
    expect((await other.call('GET', path)).status).toBe(404);
    expect((await admin.call('GET', path)).status).toBe(200);
  });

  it('is taken back when its customer left within the days of the page, and given again if that was an error', async () => {
    const { at, opportunityId, paid } = await won();
    const left = { leftOn: '2026-08-01' as LocalDate, reason: 'Acme went bankrupt' };
    await expect(
      clawBack(at('2026-10-01'), opportunityId, { ...left, leftOn: '2026-09-17' as LocalDate }),
    ).rejects.toMatchObject({ type: 'conflict' });
    await clawBack(at('2026-08-02'), opportunityId, left);
    await expect(clawBack(at('2026-08-02'), opportunityId, left)).rejects.toMatchObject({ type: 'conflict' });
    await importText(
      at('2026-08-03'),
      `${dealHeader}\nD1,Renamed,Acme,Closed Won,1200,2026-06-01,2026-06-18,,\n`,
    );
    expect(await lines(at('2026-08-04'))).toEqual([
      ['reversal', 'sourced', -paid],
      ['accrual', 'sourced', paid],
    ]);
    expect((await listAccruals(at('2026-08-04'), { limit: 1 })).items).toMatchObject([
      {
        why: 'Taken back: the customer left on 2026-08-01: Acme went bankrupt.',
        reasons: [
          { code: 'taken_back', params: {} },
          { code: 'customer_left', params: { on: '2026-08-01', reason: 'Acme went bankrupt' } },
        ],
      },
    ]);
    // June is issued late: a line that is known to be taken back pays nobody.
    expect(await issueStatements(at('2026-08-05'), '2026-06-01' as LocalDate)).toEqual({
      statements: 1,
      totalMinor: 0,
    });
    await liftClawback(at('2026-08-06'), opportunityId, 'It was another Acme');
    expect((await lines(at('2026-08-07')))[0]).toEqual(['accrual', 'sourced', paid * 1.2]);
  });

  it('is paid once the pages have their last signature, and nothing before', async () => {
    const { at, chief, paid } = await won({ isSignedLate: true });
    expect(await lines(at('2026-06-21'))).toEqual([]);
    await signPay(server, database, chief, at('2026-06-22'));
    expect(await lines(at('2026-06-23'))).toEqual([['accrual', 'sourced', paid]]);
  });

  it('is taken back and written anew when the CRM changes its amount after the close', async () => {
    const { at, paid } = await won();
    await importText(
      at('2026-07-22'),
      `${dealHeader}\nD1,New,Acme,Closed Won,2000,2026-06-01,2026-06-18,,\n`,
    );
    expect(await lines(at('2026-07-23'))).toEqual([
      ['accrual', 'sourced', paid * 2],
      ['reversal', 'sourced', -paid],
      ['accrual', 'sourced', paid],
    ]);
  });

  it('gives its own cause alone, though deals are settled together: a partner reads it', async () => {
    const { at, opportunityIds } = await wonDeals(server, database, { deals: 2 });
    const [first = '', second = ''] = opportunityIds;
    const org = at('2026-06-25').organization.orgId;
    const other = 'their customer left after a quarrel';
    await writeTransaction(database.pool, { org }, (tx) =>
      tx.query(
        `insert into tandem.credit_task (org_id, task_id, opportunity_id, cause, requested_at)
         values ($1, gen_random_uuid(), $2, $3, '2026-06-24')`,
        [org, second, other],
      ),
    );
    await deleteDeal(at('2026-06-25'), first, 'Entered by mistake');
    const { items } = await listAccruals(at('2026-06-26'), { limit: 50 });
    const [taken] = items.filter(({ kind }) => kind === 'reversal');
    expect(taken).toBeDefined();
    expect(JSON.stringify(items)).not.toContain(other);
  });
});
