import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { deciderOf } from './decide-credit.ts';
import { actedDeals, creditedDeals } from './queries.ts';

const dealsAtOnce = 500;
/** While PostgreSQL reads for one, the rules run for the other. */
const atOnce = 3;

/** How many deals have a credit by the facts as they stand, and which of them are kept otherwise. */
export type Compared = {
  readonly deals: number;
  readonly credited: number;
  readonly differing: readonly number[];
};

/**
 * Decides every deal on which somebody acted from scratch and compares it with what is kept in lists. Changes nothing:
 * a difference means that a settle is under way, or that something is wrong.
 */
export async function compareVerdicts(context: Context): Promise<Compared> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  const ids = await readTransaction(context.ports.pool, { org }, (tx) => actedDeals(tx, org));
  const differing: number[] = [];
  let credited = 0;
  let next = 0;
  const work = (): Promise<void> =>
    readTransaction(context.ports.pool, { org }, async (tx) => {
      const decider = await deciderOf(tx, context);
      while (next < ids.length) {
        const from = next;
        next += dealsAtOnce;
        const deals = await creditedDeals(tx, org, ids.slice(from, from + dealsAtOnce));
        const decide = await decider(deals);
        for (const deal of deals) {
          const decision = decide(deal)?.decision;
          if (decision === undefined) continue;
          if (decision.class !== 'none') credited += 1;
          const isSame =
            deal.credit_class === decision.class && deal.credit_partner_id === decision.partnerId;
          if (!isSame) differing.push(deal.number);
        }
      }
    });
  await Promise.all(Array.from({ length: atOnce }, work));
  return { deals: ids.length, credited, differing: differing.sort((a, b) => a - b) };
}
