import { confirmClaim } from '#server/attribution/touch/answer-claim.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import type { TestPerson } from '#test/harness/app.ts';
import { NOBODYS } from './requests.ts';
import type { Ids } from './world.ts';

const june = Date.UTC(2026, 5, 10, 12);

/** A closed quarter with a restatement that waits, a sample with a finding, and a deal to draw from in June. */
export async function makeFinance(given: {
  context: TestPerson['context'];
  mark: string;
  partnerId: string;
  partnerPersonId: string;
  dealIds: readonly string[];
}): Promise<Ids> {
  const { mark, partnerId, partnerPersonId, dealIds } = given;
  const context = { ...given.context, now: june };
  const opportunityId = dealIds[1] ?? '';
  const { touchId } = await recordTouch(context, {
    ...{ partnerId, partnerPersonId, opportunityId, stageOrder: null },
    ...{ internalOwner: `${mark} owner`, role: 'validator', action: 'solution_architecture' },
    ...{
      outcome: `${mark} outcome`,
      occurredAt: june - 86_400_000,
      evidence: [`https://${mark}.example/june`],
    },
  } as Parameters<typeof recordTouch>[1]);
  await confirmClaim(context, 'touch', touchId);
  const restatementId = context.ports.ids.next(june);
  const findingId = context.ports.ids.next(june);
  const org = context.organization.orgId;
  const counted = JSON.stringify({ class: 'sourced', partnerId, coSold: false, amountMinor: 100 });
  const none = JSON.stringify({
    class: 'none',
    partnerId: null,
    coSold: false,
    amountMinor: null,
    absence: 'lost',
  });
  await writeTransaction(context.ports.pool, { org }, async (tx) => {
    await tx.query(
      `insert into tandem.quarter_close values ($1, '2026-01-01', '2026-03-31', 'EUR', 1, $2, $3, '2026-04-02')`,
      [org, `${mark} hash`, `${mark} closer`],
    );
    await tx.query(
      `insert into tandem.quarter_deal values ($1, '2026-01-01', 'closed_won', $2, 'sourced', $3, false, 100, null)`,
      [org, opportunityId, partnerId],
    );
    await tx.query(
      `insert into tandem.restatement (org_id, restatement_id, number, starts_on, measure, opportunity_id, before,
         after, delta_minor, cause, raised_at)
       values ($1, $2, 900, '2026-01-01', 'closed_won', $3, $4, $5, -100, $6, '2026-04-03')`,
      [org, restatementId, opportunityId, counted, none, `${mark} cause`],
    );
    await tx.query(`insert into tandem.audit_sample values ($1, '2026-05-01', $2, 1, 1, $3, '2026-06-02')`, [
      org,
      `${mark} seed`,
      `${mark} drawer`,
    ]);
    await tx.query(
      `insert into tandem.audit_item
       select $1, '2026-05-01', $2, 1, coalesce((select credit_id from tandem.credit
         where org_id = $1 and opportunity_id = $2 order by decided_at desc limit 1), $3)`,
      [org, opportunityId, NOBODYS],
    );
    await tx.query(
      `insert into tandem.audit_finding values ($1, '2026-05-01', $2, $3, 'error', $4, $5, '2026-06-03')`,
      [org, opportunityId, findingId, `${mark} note`, `${mark} finder`],
    );
  });
  return { restatementId, findingDealId: opportunityId };
}
