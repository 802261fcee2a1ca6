import type { CreditFacts, Introduction, Touch, TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { FactId, OpportunityId, OrgId, PartnerId } from '#core/ids.ts';
import { firstReachedOn } from '#core/opportunity/derive.ts';
import type { Tx } from '../database/transaction.ts';
import { stageHistories, stageTables } from '../opportunity/stage-tables.ts';
import {
  type CreditedRow,
  dealsAt,
  type IntroductionRow,
  introductionsFor,
  openDisputes,
  type TouchRow,
  touchesOn,
  vendorContactsAt,
} from './queries.ts';

/** The stage before which co-selling must be reached; the page may move it, the day of reaching it is a fact. */
type StageOfInterest = { readonly coSoldBeforeStage: number };

/** Loads what every deal's credit is decided from, for many deals in a handful of queries. */
export async function loadCreditFacts(
  tx: Tx,
  org: OrgId,
  deals: readonly CreditedRow[],
  settings: StageOfInterest,
): Promise<ReadonlyMap<string, CreditFacts>> {
  const ids = deals.map((deal) => deal.opportunity_id);
  const accounts = [...new Set(deals.flatMap((deal) => deal.account_id ?? []))];
  const introductions = await introductionsFor(tx, org, ids, accounts);
  const touches = Map.groupBy(await touchesOn(tx, org, ids), (row) => row.opportunity_id);
  const contacts = Map.groupBy(await vendorContactsAt(tx, org, accounts), (row) => row.account_id);
  const siblings = Map.groupBy(await dealsAt(tx, org, accounts), (row) => row.account_id);
  const disputed = await openDisputes(tx, org, ids);
  const tables = await stageTables(tx, org, null);
  const histories = await stageHistories(tx, org, ids);

  const facts = new Map<string, CreditFacts>();
  for (const deal of deals) {
    if (deal.created_on === null) continue;
    const table = tables.get(deal.source_id);
    const history = histories.get(deal.opportunity_id) ?? [];
    const account = deal.account_id ?? '';
    facts.set(deal.opportunity_id, {
      opportunity: {
        createdOn: deal.created_on as LocalDate,
        qualifiedOn: deal.entered_on as LocalDate | null,
        enteredS4On: table ? firstReachedOn(history, table, settings.coSoldBeforeStage) : null,
        closedOn: deal.closed_on as LocalDate | null,
        // The segments of the signed page come with the page itself; until then the short lock counts.
        cycleDays: null,
        renewal: false,
      },
      originActs: introductions.filter((row) => isFor(row, deal)).map(introductionOf),
      touches: (touches.get(deal.opportunity_id) ?? []).map(touchOf),
      cosellPlans: [],
      checkIns: [],
      vendorContacts: (contacts.get(account) ?? []).map((row) => ({
        id: row.vendor_contact_id as FactId,
        kind: row.kind,
        occurredOn: row.occurred_on as LocalDate,
      })),
      otherOpportunities: (siblings.get(account) ?? [])
        .filter((row) => row.opportunity_id !== deal.opportunity_id && row.product === deal.product)
        .map((row) => ({
          opportunityId: row.opportunity_id as OpportunityId,
          createdOn: row.created_on as LocalDate,
          closedOn: row.closed_on as LocalDate | null,
        })),
      rulings: [],
      disputed: disputed.has(deal.opportunity_id),
    });
  }
  return facts;
}

/** An introduction names a deal, or an account before there is one; then it may bring a later deal there of its product. */
function isFor(row: IntroductionRow, deal: CreditedRow): boolean {
  if (row.opportunity_id !== null) return row.opportunity_id === deal.opportunity_id;
  const comesBefore = deal.created_on !== null && row.occurred_on <= deal.created_on;
  const sameProduct = row.product === null || row.product === deal.product;
  return row.account_id === deal.account_id && sameProduct && comesBefore;
}

function introductionOf(row: IntroductionRow): Introduction {
  return {
    kind: 'introduction',
    id: row.introduction_id as FactId,
    partnerId: row.partner_id as PartnerId,
    partnerPerson: row.person,
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on as LocalDate,
    recordedOn: row.recorded_on as LocalDate,
    evidence: row.evidence,
    buyerMeetingAt: null,
    voided: row.withdrawn,
  };
}

function touchOf(row: TouchRow): Touch {
  return {
    id: row.touch_id as FactId,
    partnerId: row.partner_id as PartnerId,
    partnerPerson: row.person,
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on as LocalDate,
    recordedOn: row.recorded_on as LocalDate,
    evidence: row.evidence,
    role: row.role as PartnerRole,
    action: row.action as TouchAction,
    internalOwner: row.internal_owner,
    stageOrder: row.stage_order,
    outcome: row.outcome,
    confirmedBy: row.confirmed_by,
    withdrawn: row.withdrawn,
  };
}
