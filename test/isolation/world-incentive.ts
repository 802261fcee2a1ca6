import type { OrgId } from '#core/ids.ts';
import type { Context } from '#server/access/context.ts';
import { writeTransaction } from '#server/database/transaction.ts';

/** Lines, statements and a payment: what a won deal leaves behind, without the whole program that lets it be won. */
export async function payPartner(
  context: Context,
  mark: string,
  of: { readonly partnerId: string; readonly opportunityId: string; readonly disputedId: string },
): Promise<{ statementId: string; ownDispute: string; replayId: string }> {
  const org: OrgId = context.organization.orgId;
  const next = () => context.ports.ids.next(context.now) as string;
  const [stated, due, paid, open] = [next(), next(), next(), next()];
  const credit = next();
  const [ownDispute, replayId] = [next(), next()];
  const { actor } = context;
  await writeTransaction(context.ports.pool, { org }, async (tx) => {
    const line = (id: string, nth: number, on: string) =>
      tx.query(
        `insert into tandem.accrual (org_id, accrual_id, number, kind, partner_id, opportunity_id, credit_id, class, rule,
           policy_version, basis, amount_minor, currency, cause, nth, occurred_on, recorded_at)
         values ($1, $2, $3, 'accrual', $4, $5, $6, 'influenced', 'IN-3', 1, 'flat', 500, 'EUR', $7, $8, $9, now())`,
        [org, id, nth + 1, of.partnerId, of.opportunityId, credit, `${mark} cause`, nth, on],
      );
    await line(stated, 0, '2026-05-10');
    await line(due, 1, '2026-06-10');
    for (const [id, month, number] of [
      [paid, '2026-04-01', 1],
      [open, '2026-05-01', 2],
    ] as const) {
      await tx.query(
        `insert into tandem.statement (org_id, statement_id, number, partner_id, month_on, currency, total_minor, lines,
           lines_hash, issued_by, issued_at)
         values ($1, $2, $3, $4, $5, 'EUR', 500, 1, 'hash', $6, now())`,
        [org, id, number, of.partnerId, month, `${mark} issuer`],
      );
    }
    await tx.query(
      'insert into tandem.statement_line (org_id, statement_id, accrual_id) values ($1, $2, $3)',
      [org, open, stated],
    );
    await tx.query(
      `insert into tandem.statement_payment (org_id, statement_id, paid_on, reference, recorded_by, recorded_at)
       values ($1, $2, '2026-05-05', $3, $4, now())`,
      [org, paid, `${mark} reference`, `${mark} payer`],
    );
    await tx.query(
      `insert into tandem.credit_replay (org_id, replay_id, body, base_version, from_on, to_on, state, requested_by,
         requested_at)
       values ($1, $2, $3, 1, '2025-07-01', '2026-07-15', 'waiting', $4, now())`,
      [org, replayId, JSON.stringify({ note: `${mark} page` }), `${mark} asker`],
    );
    if (actor.kind === 'member') {
      await tx.query(
        `insert into tandem.notice (org_id, notice_id, membership_id, kind, sentence, link, event_key, made_at)
         values ($1, $2, $3, 'verdict', $4, '/pipeline', $5, now())`,
        [org, next(), actor.membershipId, `${mark} sentence`, `${mark} event`],
      );
    }
    await tx.query(
      `insert into tandem.clawback (org_id, clawback_id, opportunity_id, kind, left_on, reason, recorded_by, recorded_at)
       values ($1, $2, $3, 'made', '2026-07-01', $4, $5, now())`,
      [org, next(), of.disputedId, `${mark} left`, `${mark} clerk`],
    );
    await tx.query(
      `insert into tandem.dispute (org_id, dispute_id, number, opportunity_id, side, partner_id, claim, opened_by, opened_at)
       values ($1, $2, 900, $3, 'partner', $4, $5, $6, now())`,
      [org, ownDispute, of.disputedId, of.partnerId, `${mark} own claim`, `${mark} rep`],
    );
    await tx.query(
      `insert into tandem.opportunity_end (org_id, opportunity_id, end_id, kind, reason, recorded_by, recorded_at)
       values ($1, $2, $3, 'restored', $4, $5, now())`,
      [org, of.disputedId, next(), `${mark} end`, `${mark} operator`],
    );
    await tx.query(
      `insert into tandem.number_series (org_id, word, last_number) values ($1, 'accrual', 2), ($1, 'statement', 2)`,
      [org],
    );
  });
  return { statementId: open, ownDispute, replayId };
}
