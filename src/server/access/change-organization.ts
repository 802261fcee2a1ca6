import type { CurrencyCode, DecimalRate } from '#core/money.ts';
import { restateClosedQuarters } from '../attribution/quarter/raise-restatements.ts';
import { requestDecisionsByPage } from '../attribution/request-decision.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { type Context, type Organization, requireCapability } from './context.ts';
import { rowOf } from './create-organization.ts';
import { organizationOf } from './enter.ts';
import { hasFacts, organizationRow, putRate, type RateRow, rates, updateOrganization } from './queries.ts';

export type OrganizationChange = Partial<
  Pick<Organization, 'name' | 'timeZone' | 'currency' | 'fiscal' | 'workingDays' | 'holidays'>
>;

/**
 * Changes the frame that every date and amount is read in. The currency stands once rates are recorded against it,
 * the time zone once there are deals.
 */
export async function changeOrganization(
  context: Context,
  change: OrganizationChange,
): Promise<Organization> {
  requireCapability(context, 'organization.change');
  const org = context.organization.orgId;
  return write(context, async (tx) => {
    // As it is now, and not as this call found it: two changes at once must not undo each other.
    const row = await organizationRow(tx, org, true);
    if (!row) throw notFound('organization');
    const before = organizationOf(row);
    const after: Organization = { ...before, ...change };
    if (after.currency !== before.currency && (await rates(tx, org)).length > 0) {
      throw new ProblemError(
        'conflict',
        `Exchange rates are recorded against ${before.currency}; the currency cannot change under them.`,
      );
    }
    if (after.timeZone !== before.timeZone && (await hasFacts(tx, org))) {
      throw new ProblemError(
        'conflict',
        'Dates were read in this time zone; it cannot change under them. Undo the imports first.',
      );
    }
    await updateOrganization(tx, rowOf(after));
    tx.record({ action: 'organization.change', entityId: org, before, after, movesFigures: true });
    return after;
  });
}

/** The recorded rates: one unit of the currency in the organization's own, from a date on. */
export function listRates(context: Context): Promise<RateRow[]> {
  requireCapability(context, 'organization.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, (tx) => rates(tx, org));
}

export async function recordRate(
  context: Context,
  rate: { currency: CurrencyCode; effectiveOn: string; rate: DecimalRate },
): Promise<void> {
  requireCapability(context, 'organization.change');
  const { organization } = context;
  if (rate.currency === organization.currency) {
    throw invalidField(
      'body.currency',
      `a currency other than ${organization.currency}`,
      rate.currency,
      'Choose the foreign currency.',
    );
  }
  await write(context, async (tx) => {
    const before = await putRate(
      tx,
      organization.orgId,
      rate.currency,
      rate.effectiveOn,
      rate.rate,
      context.now,
    );
    tx.record({
      action: 'rate.record',
      entityId: `${rate.currency} ${rate.effectiveOn}`,
      before,
      after: { rate: rate.rate },
      movesFigures: true,
    });
    const cause = `rate of ${rate.currency} from ${rate.effectiveOn}`;
    await restateClosedQuarters(tx, context, cause);
    // What a credit pays is a share of an amount in the organization's currency.
    await requestDecisionsByPage(tx, context, cause);
  });
}
