import { completenessTarget, creditCompleteness } from '#core/attribution/audit/credit-completeness.ts';
import { namedWithoutAct } from '#core/attribution/audit/named-without-act.ts';
import { type LocalDate, mondayOf } from '#core/calendar.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { confirmedActs, creditedDeals, type DealName, namedPartners, namesOfDeals } from './list-queries.ts';

/** Rows shown of a list; the counts are of all of them. */
const shown = 500;

/** Partners that the CRM or a claim names on a deal without one confirmed act (ATT-21), the newest first. */
export async function listNamedWithoutAct(context: Context) {
  requireCapability(context, 'opportunity.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const named = (await namedPartners(tx, org, organization.timeZone)).map((row) => ({
      ...{ opportunityId: row.opportunity_id, partnerId: row.partner_id },
      ...{ by: row.by, on: row.on as LocalDate },
    }));
    const acts = (await confirmedActs(tx, org)).map((row) => ({
      opportunityId: row.opportunity_id,
      partnerId: row.partner_id,
    }));
    const all = namedWithoutAct(named, acts, today);
    const page = all.slice(0, shown);
    const partners = await partnerNames(tx, org);
    const deals = await dealsById(tx, context, page);
    return {
      week: mondayOf(today),
      total: all.length,
      new: all.filter(({ isNew }) => isNew).length,
      items: page.map((one) => {
        const deal = deals.get(one.opportunityId);
        return {
          ...{
            opportunityId: one.opportunityId,
            partnerId: one.partnerId,
            since: one.since,
            isNew: one.isNew,
          },
          by: [...one.by],
          partner: partners.get(one.partnerId) ?? 'a partner',
          number: deal?.number ?? 0,
          name: deal?.name ?? '',
          outcome: deal?.outcome ?? ('unknown' as const),
          owner: deal?.owner ?? null,
        };
      }),
    };
  });
}

/** How complete the credit of partner deals is written down (ATT-2), and which deal lacks which field. */
export async function readCompleteness(context: Context) {
  requireCapability(context, 'opportunity.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  return readTransaction(ports.pool, { org }, async (tx) => {
    const credited = await creditedDeals(tx, org);
    const keyOf = (row: { opportunity_id: string; partner_id: string | null }) =>
      `${row.opportunity_id} ${row.partner_id}`;
    const acts = Map.groupBy(await confirmedActs(tx, org), keyOf);
    const result = creditCompleteness(
      credited.map((row) => ({
        opportunityId: row.opportunity_id,
        class: row.class,
        partnerId: row.partner_id,
        role: row.considered.find(({ partnerId }) => partnerId === row.partner_id)?.role ?? null,
        lockOn: row.lock_on,
        pageVersion: row.policy_version,
        acts: (acts.get(keyOf(row)) ?? []).map((act) => ({
          kind: act.kind,
          occurredOn: act.occurred_on,
          recordedAt: act.recorded_at,
          recordedBy: act.recorded_by,
          evidence: act.evidence.length === 0 ? null : act.evidence.join(' '),
        })),
      })),
    );
    const page = result.incomplete.slice(0, shown);
    const deals = await dealsById(tx, context, page);
    return {
      ...{ deals: result.deals, complete: result.complete, share: result.share, target: completenessTarget },
      byField: result.byField.map((one) => ({ ...one })),
      incomplete: page.map(({ opportunityId, missing }) => ({
        opportunityId,
        number: deals.get(opportunityId)?.number ?? 0,
        name: deals.get(opportunityId)?.name ?? '',
        missing: [...missing],
      })),
    };
  });
}

async function dealsById(
  tx: Tx,
  context: Context,
  page: readonly { readonly opportunityId: string }[],
): Promise<ReadonlyMap<string, DealName>> {
  const ids = page.map(({ opportunityId }) => opportunityId);
  const rows = await namesOfDeals(tx, context.organization.orgId, ids);
  return new Map(rows.map((row) => [row.opportunity_id, row]));
}
