import { countries } from '#core/registration/countries.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { invalidField, notFound } from '../problem.ts';
import { standingRow, updateStanding } from './standing-queries.ts';

/** Where a partner stands when it registers a deal (DR-1). */
export type Standing = {
  /** Suspended: nothing new is taken in; what it registered before is honoured. */
  readonly isSuspended: boolean;
  /** The countries of its agreement by their two letters; null: everywhere. */
  readonly countries: readonly string[] | null;
  /** The day of its first certificate; null: whoever signed the partner vouches for it. */
  readonly certifiedOn: string | null;
};

/** DR-1: suspends a partner or lets it register again, and says for which countries its agreement is. */
export async function changeStanding(
  context: Context,
  partnerId: string,
  change: Partial<Standing>,
): Promise<void> {
  requireCapability(context, 'partner.change');
  const org = context.organization.orgId;
  const codes = change.countries?.map((code) => code.toUpperCase()) ?? null;
  const unknown = codes?.find((code) => !countries.has(code));
  if (unknown !== undefined) {
    throw invalidField(
      'body.countries',
      'countries by their two letters, such as NL',
      unknown,
      'Choose them from the list.',
    );
  }
  await write(context, async (tx) => {
    const found = await standingRow(tx, org, partnerId);
    if (found === null) throw notFound('partner');
    const before: Standing = {
      isSuspended: found.suspended_at !== null,
      countries: found.countries,
      certifiedOn: found.certified_on,
    };
    const after: Standing = {
      ...before,
      ...change,
      ...(change.countries === undefined ? {} : { countries: codes?.length ? [...new Set(codes)] : null }),
    };
    const since = after.isSuspended ? (found.suspended_at ?? context.now) : null;
    await updateStanding(tx, org, partnerId, { ...after, suspendedAt: since });
    tx.record({ action: 'partner.standing', entityId: partnerId, before, after });
  });
}
