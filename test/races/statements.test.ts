import { describe, expect, it } from 'vitest';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Context } from '#server/access/context.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { clawBack } from '#server/incentive/claw-back.ts';
import { issueStatements } from '#server/incentive/issue-statements.ts';
import { listAccruals, listStatements, readStatement } from '#server/incentive/statements.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { testApp } from '#test/harness/app.ts';
import { proposeAttribution } from '#test/harness/attribution-page.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);
const day = (date: string) => Date.parse(`${date}T12:00:00+02:00`);
const june = '2026-06-01' as LocalDate;
const numbers = [1, 2, 3, 4];

/** Four deals of 1,000.00 that a partner sourced, won in June, with a line each. */
async function scene() {
  const organization = await server.organization();
  const chief = await organization.person([
    'cro',
    'cfo',
    'head_of_partnerships',
    'partner_ops',
    'administrator',
  ]);
  const at = (date: string): Context => ({ ...chief.context, now: day(date) });
  const { orgId: org, slug } = organization.context.organization;
  server.clock.set(day('2026-05-01'));
  await writeTransaction(database.pool, { org }, (tx) =>
    tx.query(
      `insert into tandem.policy (org_id, word, version, body, in_force_from, created_at, created_by)
       values ($1, 'archetypes', 1, $2, '2026-05-01', '2026-05-01', 'a test')`,
      [org, JSON.stringify(workedExample.archetypes)],
    ),
  );
  const version = await proposeAttribution(chief, slug);
  for (const page of [`attribution/${version}`, 'archetypes/1']) {
    for (const seat of ['cro', 'cfo', 'head_of_partnerships', 'ceo']) {
      await chief.call('POST', `/o/${slug}/policies/${page}/signatures`, { body: { seat } });
    }
  }
  const { partnerId } = await createPartner(at('2026-05-01'), {
    ...{ name: 'Northgate', domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(at('2026-05-01'), partnerId, person);
  const bring = (date: string, stage: string, amount: number, closed: string) =>
    importText(
      at(date),
      `${dealHeader}\n${numbers
        .map((n) => `D${n},Deal ${n},Account ${n},${stage},${amount},2026-06-01,${closed},,`)
        .join('\n')}\n`,
    );
  await bring('2026-06-02', 'Qualified', 1000, '');
  const idOf = async (n: number) => (await findDeal(at('2026-06-02'), `D${n}`))?.opportunityId ?? '';
  for (const n of numbers) {
    await recordIntroduction(at('2026-06-03'), {
      ...{ partnerId, partnerPersonId, accountId: null, opportunityId: await idOf(n), product: null },
      ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
    });
  }
  await bring('2026-06-20', 'Closed Won', 1000, '2026-06-18');
  return { at, bring, idOf };
}

/** Every line, and how often it stands on a statement; and that each statement is the sum of its lines. */
async function linesAndStatements(context: Context) {
  const lines = (await listAccruals(context, { limit: 200 })).items;
  const statements = (await listStatements(context, { limit: 200 })).items;
  const whole = await Promise.all(statements.map((one) => readStatement(context, one.id)));
  for (const one of whole) {
    expect(one.totalMinor).toBe(one.items.reduce((sum, line) => sum + line.amountMinor, 0));
    expect(one.lines).toBe(one.items.length);
  }
  return { lines, stated: whole.flatMap((one) => one.items.map((line) => line.id)), statements };
}

describe('the statements of a month', () => {
  it('are issued once by four who issue at the same time, each line on one of them', async () => {
    const { at } = await scene();
    const answers = await Promise.allSettled(numbers.map(() => issueStatements(at('2026-07-02'), june)));
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const { lines, stated, statements } = await linesAndStatements(at('2026-07-03'));
    expect(statements).toHaveLength(1);
    expect(lines).toHaveLength(numbers.length);
    expect(stated.toSorted()).toEqual(lines.map((line) => line.id).toSorted());
  });

  it('hold each line once while the CRM changes every amount', async () => {
    const { at, bring } = await scene();
    await Promise.all([
      issueStatements(at('2026-07-02'), june),
      bring('2026-07-02', 'Closed Won', 1500, '2026-06-18'),
    ]);
    await issueStatements(at('2026-08-02'), '2026-07-01' as LocalDate).catch(() => null);
    const { lines, stated } = await linesAndStatements(at('2026-08-03'));
    expect(new Set(stated).size).toBe(stated.length);
    const share = workedExample.archetypes.archetypes.si.commission ?? 0;
    const sum = lines.reduce((all, line) => all + line.amountMinor, 0);
    expect(sum).toBe(numbers.length * Math.round(150_000 * share));
    expect(stated).toHaveLength(lines.length);
  });

  it('are right when a customer leaves twice at once while they are issued', async () => {
    const { at, idOf } = await scene();
    const opportunityId = await idOf(1);
    const left = { leftOn: '2026-07-01' as LocalDate, reason: 'Acme went bankrupt' };
    const answers = await Promise.allSettled([
      clawBack(at('2026-07-02'), opportunityId, left),
      issueStatements(at('2026-07-02'), june),
      clawBack(at('2026-07-02'), opportunityId, left),
    ]);
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(2);
    const { lines } = await linesAndStatements(at('2026-07-03'));
    const own = lines.filter((line) => line.opportunityId === opportunityId);
    expect(own.map((line) => line.kind)).toEqual(['reversal', 'accrual']);
    expect(own.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(0);
  });
});
