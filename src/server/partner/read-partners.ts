import { companyNameKey } from '#core/opportunity/account-name.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { notFound } from '../problem.ts';
import { type PartnerFilter, type PartnerRow, partnerPage, partnerRow, peopleOf } from './queries.ts';

export type ListPartners = {
  readonly q?: string | undefined;
  readonly archetype?: string | undefined;
  readonly signed?: boolean | undefined;
  readonly openingStage?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** Partners in order of name, a page at a time. */
export async function listPartners(context: Context, list: ListPartners) {
  requireCapability(context, 'partner.read');
  const org = context.organization.orgId;
  const filter: PartnerFilter = {
    search: list.q ? companyNameKey(list.q).replace(/[%_\\]/g, '\\$&') : null,
    archetype: list.archetype ?? null,
    signed: list.signed ?? null,
    openingStage: list.openingStage ?? null,
  };
  const after = readCursor(list.cursor);
  const rows = await readTransaction(context.ports.pool, { org }, (tx) =>
    partnerPage(tx, org, filter, after, list.limit + 1),
  );
  return pageOf(
    rows,
    list.limit,
    (row) => ({ sortKey: row.sort_key, id: row.partner_id }),
    (row) => ({ ...shownPartner(row), deals: row.deals, openDeals: row.open_deals }),
  );
}

/** One partner with the people there who are known by name. */
export async function readPartner(context: Context, partnerId: string) {
  requireCapability(context, 'partner.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await partnerRow(tx, org, partnerId);
    if (!row) throw notFound('partner');
    const people = await peopleOf(tx, org, partnerId);
    return {
      ...shownPartner(row),
      suspendedAt: row.suspended_at,
      countries: row.countries,
      certifiedOn: row.certified_on,
      people: people.map((one) => ({
        partnerPersonId: one.partner_person_id,
        name: one.name,
        email: one.email,
        leftOn: one.left_on,
      })),
    };
  });
}

function shownPartner(row: PartnerRow) {
  return {
    partnerId: row.partner_id,
    number: row.number,
    name: row.name,
    domain: row.domain,
    country: row.country,
    archetype: row.archetype,
    signedOn: row.signed_on,
    managerId: row.manager_id,
    openingStage: row.opening_stage,
  };
}
