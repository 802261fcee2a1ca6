import { sortKey } from '#core/opportunity/account-name.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { notFound } from '../problem.ts';
import { stageChangesOf } from './fact-queries.ts';
import {
  claimRows,
  countOpportunities,
  factRows,
  findByName,
  type OpportunityFilter,
  type OpportunityRow,
  type OpportunitySort,
  opportunityPage,
  opportunityRow,
} from './queries.ts';

/** The orders of the list. */
export const opportunitySorts = [
  'name',
  '-amount',
  '-entered',
  '-closed',
  '-created',
] as const satisfies readonly OpportunitySort[];

export type ListOpportunities = {
  readonly q?: string | undefined;
  readonly outcome?: string | undefined;
  readonly credit?: string | undefined;
  readonly claim?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly owner?: string | undefined;
  readonly stage?: string | undefined;
  readonly sort: OpportunitySort;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** Counting stops here: a list says "more than 10,000" rather than make a person wait for a number nobody needs. */
const countedAtMost = 10_000;

/** Opportunities by filter and order, a page at a time. */
export async function listOpportunities(context: Context, list: ListOpportunities) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  const filter = filterOf(list);
  const after = readCursor(list.cursor);
  const rows = await readTransaction(context.ports.pool, { org }, (tx) =>
    opportunityPage(tx, org, filter, list.sort, after, list.limit + 1),
  );
  return pageOf(
    rows,
    list.limit,
    (row) => ({ sortKey: row.sort_value, id: row.opportunity_id }),
    shownOpportunity,
  );
}

/** How many opportunities a filter finds; `isMore` when there are more than were counted. */
export async function countOf(
  context: Context,
  list: ListOpportunities,
): Promise<{ count: number; isMore: boolean }> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  const found = await readTransaction(context.ports.pool, { org }, (tx) =>
    countOpportunities(tx, org, filterOf(list), countedAtMost + 1),
  );
  return { count: Math.min(found, countedAtMost), isMore: found > countedAtMost };
}

/** One opportunity with everything that is known of it: its state, what its source said over time, its stages, its claims. */
export async function readOpportunity(context: Context, reference: string) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await opportunityRow(tx, org, reference.trim());
    if (!row) throw notFound('opportunity');
    const facts = await factRows(tx, org, row.opportunity_id);
    const stages = (await stageChangesOf(tx, org, [row.opportunity_id])).get(row.opportunity_id) ?? [];
    const claims = await claimRows(tx, org, row.opportunity_id);
    return {
      ...shownOpportunity(row),
      facts: facts.map((fact) => ({
        knownAt: fact.known_at,
        knownAssumed: fact.known_assumed,
        recordedAt: fact.recorded_at,
        importNumber: fact.import_number,
        name: fact.name,
        stage: fact.stage,
        amountMinor: fact.amount_minor,
        currency: fact.currency,
        expectedCloseOn: fact.expected_close_on,
        closedOn: fact.closed_on,
        owner: fact.owner,
      })),
      stages: stages.map(({ stage, changedAt, changedOn, amountMinor, currency }) => ({
        stage,
        changedAt,
        changedOn,
        amountMinor,
        currency,
      })),
      claims: claims.map((claim) => ({
        partnerId: claim.partner_id,
        partner: claim.partner,
        role: claim.role,
        isPrimary: claim.is_primary,
        knownAt: claim.known_at,
        importNumber: claim.import_number,
      })),
    };
  });
}

/** Finds what a person types into the palette: the start of a name, or a short number. */
export async function find(context: Context, text: string) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  const start = sortKey(text);
  if (start === '') return [];
  const rows = await readTransaction(context.ports.pool, { org }, (tx) =>
    findByName(tx, org, start, text.trim(), 5),
  );
  return rows.map(({ kind, id, number, name, detail }) => ({ kind, id, number, name, detail }));
}

function filterOf(list: ListOpportunities): OpportunityFilter {
  return {
    search: list.q ? { folded: sortKey(list.q).replace(/[%_\\]/g, '\\$&'), typed: list.q.trim() } : null,
    outcome: list.outcome ?? null,
    credit: list.credit ?? null,
    claim: list.claim ?? null,
    partnerId: list.partnerId ?? null,
    accountId: list.accountId ?? null,
    owner: list.owner ?? null,
    stage: list.stage ?? null,
  };
}

function shownOpportunity(row: OpportunityRow) {
  const partner = (id: string | null, name: string | null) =>
    id === null ? null : { partnerId: id, name: name ?? '' };
  return {
    opportunityId: row.opportunity_id,
    number: row.number,
    recordId: row.record_id,
    source: row.source,
    name: row.name,
    account: row.account_id === null ? null : { accountId: row.account_id, name: row.account ?? '' },
    stage: row.stage,
    stageOrder: row.stage_order,
    outcome: row.outcome,
    amountMinor: row.amount_minor,
    currency: row.currency,
    createdOn: row.created_on,
    enteredOn: row.entered_on,
    enteredAssumed: row.entered_assumed,
    entryAmountMinor: row.entry_amount_minor,
    entryCurrency: row.entry_currency,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
    closedAssumed: row.closed_assumed,
    owner: row.owner,
    product: row.product,
    leadSource: row.lead_source,
    lateEvents: row.late_events,
    credit: { class: row.credit_class, partner: partner(row.credit_partner_id, row.credit_partner) },
    claim:
      row.claim_class === null
        ? null
        : { class: row.claim_class, partner: partner(row.claim_partner_id, row.claim_partner) },
  };
}
