import { type DealFrame, dealFrame } from '#core/attribution/deal-frame.ts';
import { panelStanding } from '#core/attribution/dispute/panel.ts';
import type { CreditFacts, Introduction, Ruling, Signed } from '#core/attribution/facts.ts';
import { type AttributionPolicy, policyFor } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import { firstReachedOn } from '#core/opportunity/derive.ts';
import type { StageTable } from '#core/opportunity/stage.ts';
import type { Organization } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { stageHistories, stageTables } from '../opportunity/stage-tables.ts';
import {
  checkInsOn,
  dealsAt,
  disputeTimes,
  endsOf,
  type FrameRow,
  framesOf,
  type IntroductionRow,
  industriesOf,
  introductionsFor,
  kindsKept,
  kindsOf,
  plansOn,
  type RareKind,
  type RulingRow,
  rulingsOn,
  vendorContactsAt,
} from './fact-queries.ts';
import type { CreditedRow } from './queries.ts';
import { noTouches, touchesAt, touchesOn } from './touch-fact-queries.ts';

/** The facts of a deal, put together when they are asked for; null for a deal that no page judges. */
export type FactsOf = (deal: CreditedRow) => CreditFacts | null;

/**
 * Loads what every deal's credit is decided from, for many deals in a handful of queries. What is the same for all deals
 * of the organization is read once; then each call loads a batch, so that nobody holds the facts of all deals at once.
 */
export async function creditFactsLoader(
  tx: Tx,
  organization: Organization,
): Promise<(deals: readonly CreditedRow[], policies: readonly AttributionPolicy[]) => Promise<FactsOf>> {
  const ground = {
    kept: await kindsKept(tx, organization.orgId),
    tables: await stageTables(tx, organization.orgId, null),
  };
  return (deals, policies) => loadCreditFacts(tx, organization, ground, deals, policies);
}

type Ground = { readonly kept: ReadonlySet<RareKind>; readonly tables: ReadonlyMap<string, StageTable> };

/** Acts of a deal that the CRM merged into another one count on that other one. */
async function loadCreditFacts(
  tx: Tx,
  organization: Organization,
  { kept, tables }: Ground,
  deals: readonly CreditedRow[],
  policies: readonly AttributionPolicy[],
): Promise<FactsOf> {
  const { orgId: org, timeZone } = organization;
  const ids = deals.map((deal) => deal.opportunity_id);
  const accounts = accountsOf(deals);
  const ifKept = async <Row>(kind: RareKind, read: () => Promise<Row[]>) =>
    kept.has(kind) ? await read() : [];
  const ends = await ifKept('opportunity_end', () => endsOf(tx, org, ids));
  const { endOf, targetOf, sources, sourcesOf } = readEnds(ids, ends);
  const onTarget = <Row extends { opportunity_id: string | null }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => (row.opportunity_id === null ? '' : targetOf(row.opportunity_id)));
  const introductions = await ifKept('introduction', () => introductionsFor(tx, org, sources, accounts));
  const introducedTo = onTarget(introductions);
  const introducedAt = Map.groupBy(
    introductions.filter((row) => row.opportunity_id === null),
    (row) => row.account_id ?? '',
  );
  const touches = await touchesOn(tx, org, sources);
  const accountTouches = kept.has('touch_at_account') ? await touchesAt(tx, org, accounts) : noTouches;
  const plans = onTarget(await ifKept('cosell_plan', () => plansOn(tx, org, sources)));
  const checkIns = onTarget(await ifKept('check_in', () => checkInsOn(tx, org, sources)));
  const contacts = Map.groupBy(
    await ifKept('vendor_contact', () => vendorContactsAt(tx, org, accounts)),
    (row) => row.account_id,
  );
  const siblings = await dealsAt(tx, org, accounts);
  const disputes = Map.groupBy(
    await ifKept('dispute', () => disputeTimes(tx, org, ids)),
    (row) => row.opportunity_id,
  );
  const rulings = Map.groupBy(
    await ifKept('ruling', () => rulingsOn(tx, org, ids)),
    (row) => row.opportunity_id,
  );
  const frames = new Map((await framesOf(tx, org, ids)).map((row) => [row.opportunity_id, row]));
  const unframed = deals.filter((deal) => !frames.has(deal.opportunity_id));
  const industries = new Map(
    (await industriesOf(tx, org, accountsOf(unframed))).map((row) => [row.account_id, row.industry]),
  );
  const marks = await ifKept('opportunity_kind', () => kindsOf(tx, org, ids));
  const kinds = new Map(marks.map((row) => [row.opportunity_id, row.kind]));
  const histories = await stageHistories(tx, org, ids);

  return (deal) => {
    const createdOn = deal.created_on as LocalDate | null;
    const policy = createdOn === null ? null : policyFor(policies, createdOn);
    if (createdOn === null || policy === null) return null;
    const id = deal.opportunity_id;
    const account = deal.account_id ?? '';
    const table = tables.get(deal.source_id);
    const frame = frameOf(frames.get(id), industries.get(account) ?? null, policy);
    return {
      opportunity: {
        createdOn,
        qualifiedOn: deal.entered_on as LocalDate | null,
        enteredS4On: table
          ? firstReachedOn(histories.get(id) ?? [], table, policy.settings.coSoldBeforeStage)
          : null,
        closedOn: deal.closed_on as LocalDate | null,
        ...frame,
        kind: kinds.get(id) ?? 'new',
        ended: endOf.get(id) ?? null,
      },
      originActs: [
        ...(introducedTo.get(id) ?? []),
        ...(introducedAt.get(account) ?? []).filter(
          (row) => row.occurred_on <= createdOn && (row.product === null || row.product === deal.product),
        ),
      ].map(introductionOf),
      touches: [
        ...sourcesOf(id).flatMap(touches),
        ...accountTouches(account).filter((touch) => touch.occurredOn <= createdOn),
      ],
      cosellPlans: (plans.get(id) ?? []).map((row) => ({
        id: row.cosell_plan_id as FactId,
        partnerId: row.partner_id as PartnerId,
        activeFrom: row.active_on as LocalDate,
        lapsedOn: row.lapsed_on as LocalDate | null,
        lapseRecordedAt: row.lapse_recorded_at,
        recordedAt: row.recorded_at,
        withdrawnAt: row.withdrawn_at,
      })),
      checkIns: (checkIns.get(id) ?? []).map((row) => ({
        id: row.check_in_id as FactId,
        partnerId: row.partner_id as PartnerId,
        occurredOn: row.occurred_on as LocalDate,
        recordedAt: row.recorded_at,
        withdrawnAt: row.withdrawn_at,
      })),
      vendorContacts: (contacts.get(account) ?? []).map((row) => ({
        id: row.vendor_contact_id as FactId,
        kind: row.kind,
        occurredOn: row.occurred_on as LocalDate,
        recordedAt: row.recorded_at,
        withdrawnAt: row.withdrawn_at,
      })),
      otherOpportunities: (siblings.get(account) ?? [])
        .filter((one) => one.product === deal.product && targetOf(one.deal.opportunityId) !== id)
        .map((one) => one.deal),
      rulings: (rulings.get(id) ?? []).flatMap((row) => rulingOf(row, timeZone)),
      disputes: (disputes.get(id) ?? []).map((row) => ({ openedAt: row.opened_at, closedAt: row.closed_at })),
    };
  };
}

/** Which of these deals are no more, where acts on a deal count, and all deals whose acts count on one of these. */
function readEnds(ids: readonly string[], rows: Awaited<ReturnType<typeof endsOf>>) {
  const wanted = new Set(ids);
  const endOf = new Map<string, { how: 'merged' | 'deleted'; at: number }>();
  const into = new Map<string, string>();
  for (const row of rows) {
    if (row.kind === 'restored') continue;
    endOf.set(row.opportunity_id, { how: row.kind, at: row.recorded_at });
    if (row.into_opportunity_id !== null) into.set(row.opportunity_id, row.into_opportunity_id);
  }
  const merged = [...into].filter(([from, to]) => wanted.has(to) && !wanted.has(from)).map(([from]) => from);
  const sources = [...ids, ...merged];
  const targetOf = (id: string) => into.get(id) ?? id;
  const mergedInto = Map.groupBy([...into.keys()], targetOf);
  /** The deals whose acts count on this one. */
  const sourcesOf = (id: string) => [...(into.has(id) ? [] : [id]), ...(mergedInto.get(id) ?? [])];
  return { endOf, targetOf, sources, sourcesOf };
}

function accountsOf(deals: readonly CreditedRow[]): string[] {
  return [...new Set(deals.flatMap((deal) => deal.account_id ?? []))];
}

function frameOf(fixed: FrameRow | undefined, industry: string | null, policy: AttributionPolicy): DealFrame {
  if (fixed !== undefined) return { segment: fixed.segment, cycleDays: fixed.cycle_days };
  return dealFrame(industry, policy);
}

/** What we wrote down ourselves is confirmed by who did; what a partner claims, by whoever of ours confirmed it. */
function confirmationOf(row: IntroductionRow): Signed | null {
  if (row.confirmed_by !== null) return { by: row.confirmed_by, at: row.confirmed_at ?? 0 };
  return row.side === 'vendor' ? { by: row.recorded_by, at: row.recorded_at } : null;
}

function introductionOf(row: IntroductionRow): Introduction {
  const signed = (by: string | null, at: number | null) => (by === null ? [] : [{ by, at: at ?? 0 }]);
  return {
    kind: 'introduction',
    sort: row.kind,
    id: row.introduction_id as FactId,
    partnerId: row.partner_id as PartnerId,
    partnerPerson: row.person,
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on as LocalDate,
    recordedAt: row.recorded_at,
    recordedOn: row.recorded_on as LocalDate,
    side: row.side,
    confirmation: confirmationOf(row),
    refusedAt: row.refused_at,
    evidence: row.evidence,
    buyerMeetingAt: row.buyer_meeting_at,
    voidSignatures: [
      ...signed(row.withdrawn_by, row.withdrawn_at),
      ...signed(row.cosigned_by, row.cosigned_at),
    ],
  };
}

/** A ruling counts once its panel is complete, as of that moment. */
function rulingOf(row: RulingRow, timeZone: string): Ruling[] {
  const signatures = row.signatures.map((one) => ({ ...one, seat: one.seat as never }));
  const { standsAt } = panelStanding(signatures, { needsCfo: row.needs_cfo, isAppeal: row.is_appeal });
  if (standsAt === null) return [];
  const base = {
    id: row.ruling_id as FactId,
    signedBy: row.signatures.filter(({ at }) => at <= standsAt).map(({ by }) => by),
    ruledAt: standsAt,
    ruledOn: localDateAt(standsAt, timeZone),
  };
  if (row.class === 'none' || row.partner_id === null) return [{ ...base, class: 'none', partnerId: null }];
  return [{ ...base, class: row.class, partnerId: row.partner_id as PartnerId }];
}
