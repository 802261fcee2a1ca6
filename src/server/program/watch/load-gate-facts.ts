import { addDays, addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { GateFacts } from '#core/gates/facts.ts';
import { archetypeInBuild } from '#core/program/archetype-checks.ts';
import { planInputs } from '#core/program/assumptions-inputs.ts';
import { ledgerRows } from '#core/program/assumptions-ledger.ts';
import type { LedgerKey } from '#core/program/assumptions-page.ts';
import { decideFeasibility } from '#core/program/feasibility.ts';
import type { Organization } from '../../access/context.ts';
import { auditStanding } from '../../attribution/audit/read-audit.ts';
import type { Tx } from '../../database/transaction.ts';
import {
  arrivedInCrm,
  dealImport,
  firstResults,
  hasAnyAct,
  lateActs,
  namedWithoutAct,
  sellersWithActs,
  sourcedAfterIntroduction,
} from './evidence-queries.ts';
import { type Figures, figureFacts } from './figure-facts.ts';
import { type Design, loadDesign } from './load-design.ts';
import { loadPartners } from './load-partners.ts';
import { counted, known, waits } from './measured.ts';
import { ownedFigures } from './owned-figures.ts';
import { partnerFacts } from './partner-facts.ts';
import { dealsSince } from './partner-queries.ts';
import { registrationFacts } from './registration-facts.ts';

/** Acts are looked at over so many days: late ones of a past that is over are nobody's work today. */
const backdatedDays = 90;
const sellerDays = 30;

/**
 * Everything that gates, pitfalls and the three properties are computed from, as it stands today. `figures` are those
 * of the scoreboard; a question that no figure answers does without them, and what they would tell is then unknown.
 */
export async function loadGateFacts(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
  figures: Figures | null = null,
): Promise<GateFacts> {
  const design = await loadDesign(tx, organization, today);
  const partners = await loadPartners(tx, organization, today);
  const hasActs = await hasAnyAct(tx, organization.orgId);
  const deals = (await dealsSince(tx, organization.orgId)) as LocalDate | null;
  const { recruitsFrom: _, ...written } = design;
  return {
    ...written,
    ...notBuilt,
    ...partnerFacts(partners, design, organization.fiscal, { acts: hasActs, deals }),
    ...(await evidenceFacts(tx, organization, design, hasActs)),
    ...(await figureFacts(tx, organization, design, figures)),
    ...(await registrationFacts(tx, organization.orgId, today)),
    cfoAudit: await cfoAudit(tx, organization),
    feasible: feasible(design),
    ownedFigures: await ownedFigures(tx, organization, design, partners, figures),
  };
}

/** OM-7, of the plan as the pages have it; until every assumption that it rests on has a value, nobody knows. */
function feasible({ document }: Design): GateFacts['feasible'] {
  const { assumptions, operating_model, scoreboard, archetypes } = document;
  const inputs = planInputs(assumptions, operating_model, scoreboard, archetypeInBuild(archetypes));
  const decided = decideFeasibility(inputs);
  if (decided.outcome === 'unknown') {
    const missing = decided.missing.map((key) =>
      key in ledgerRows ? ledgerRows[key as LedgerKey].label : key,
    );
    return waits(`values in the assumption ledger: ${missing.join(', ')}`);
  }
  const { producersPlanned, producersNeeded, year } = decided;
  return known(
    decided.outcome === 'feasible',
    `Program year ${year}: ${Math.round(producersPlanned * 10) / 10} producing partners planned, ${producersNeeded ?? 'no number'} needed.`,
  );
}

const reviews = waits('the weekly review, which is not built yet');
const certificates = waits('certification, which is not built yet');
const forecast = waits('the forecast by bands, which is not built yet');

/** What no module measures yet. Each later module connects its own. */
const notBuilt = {
  certification: certificates,
  coSellPlanTemplate: waits('co-sell plans, which are not built yet'),
  weeklyReviews: reviews,
  reviewsWithoutSales: reviews,
  shareForecast: waits('a forecast of the share, which is not built yet'),
  lowBandMet: forecast,
  bandMissing: forecast,
  directRatesUsed: waits('conversion rates by archetype, which are not built yet'),
  packaging: waits('tiers and the portal, which are not built yet'),
  certificateTheatre: certificates,
} as const;

/** ATT-20: passed once the newest sample is worked through with no more errors than the page aims at. */
async function cfoAudit(tx: Tx, organization: Organization): Promise<GateFacts['cfoAudit']> {
  const { latest } = await auditStanding(tx, organization, null);
  if (latest === null) return waits('the first monthly sample that Finance works through');
  const { standing, errors, judged, size, month } = latest;
  const found = `Sample of ${month}: ${counted(errors, 'error')} in ${judged} of ${counted(size, 'deal')}.`;
  return known(standing === 'clean', found);
}

/** What imports, credits and acts tell. */
async function evidenceFacts(
  tx: Tx,
  organization: Organization,
  design: Design,
  hasActs: boolean,
): Promise<
  Pick<
    GateFacts,
    | 'crmFields'
    | 'testDeal'
    | 'backdated'
    | 'partnerWashing'
    | 'aeParticipation'
    | 'firstJointOpportunity'
    | 'firstSourcedWin'
  >
> {
  const { orgId: org, fiscal, timeZone } = organization;
  const { today, kickoffOn } = design;
  const { lockDays, touchLoggedWithinDays } = design.document.attribution.settings;
  const imported = await dealImport(tx, org, timeZone);
  const tested = await sourcedAfterIntroduction(tx, org, timeZone);
  const limits = { lockDays, touchDays: touchLoggedWithinDays };
  const late = await lateActs(tx, org, addDays(today, -backdatedDays), limits);
  const wonSince = addQuarters(quarterOf(today, fiscal), -4, fiscal).start;
  const washing = await namedWithoutAct(tx, org, wonSince);
  const sellers = await sellersWithActs(tx, org, addDays(today, -sellerDays));
  const first = await firstResults(tx, org, kickoffOn ?? '0001-01-01', today);
  const firstDay = (day: string | null, what: string, waitsFor: string): GateFacts['firstSourcedWin'] =>
    day === null
      ? waits(waitsFor)
      : known(day as LocalDate, `The first ${what} on ${day}.`, day as LocalDate);
  return {
    crmFields: crmFields(imported, await arrivedInCrm(tx, org, timeZone)),
    testDeal: tested
      ? known(
          true,
          `Deal #${tested.number}, ${tested.name}: introduced before it was created, and sourced.`,
          tested.decided_on as LocalDate,
        )
      : known(false, 'No deal with sourced credit was introduced before it was created.'),
    backdated: hasActs
      ? known(
          late.late,
          `${late.late} of ${counted(late.recorded, 'act')} recorded in ${backdatedDays} days came after the lock.`,
        )
      : waits('the first introduction or touch on record'),
    partnerWashing:
      washing.named === 0
        ? waits('the first deal that names a partner')
        : known(
            washing.without,
            `${washing.without} of ${counted(washing.named, 'deal')} with a partner, open or won since ${wonSince}, without one act on record.`,
          ),
    aeParticipation:
      sellers.sellers === 0
        ? waits('an account executive with a sign-in')
        : hasActs
          ? known(
              sellers.acting / sellers.sellers,
              `${sellers.acting} of ${counted(sellers.sellers, 'account executive')} with a partner act in ${sellerDays} days.`,
            )
          : waits('the first introduction or touch on record'),
    firstJointOpportunity: firstDay(
      first.joint_on,
      'deal with a partner entered the pipeline',
      'the first deal with proven credit of a partner',
    ),
    firstSourcedWin: firstDay(first.won_on, 'sourced deal was won', 'the first sourced deal that is won'),
  };
}

/**
 * ATT-2: the CRM names the partner in a column of its own, or it holds what Tandem wrote into it, by a check of its
 * export.
 */
function crmFields(
  row: Awaited<ReturnType<typeof dealImport>>,
  check: Awaited<ReturnType<typeof arrivedInCrm>>,
): GateFacts['crmFields'] {
  if (check !== null && (row === null || row.partner_column === null))
    return known(
      true,
      `Check of ${check.file_name}: column “${check.partner_column}” holds the partner of ${counted(check.arrived, 'deal')} as Tandem says.`,
      check.checked_on as LocalDate,
    );
  if (row === null) return waits('the first import of deals');
  const name = `Import ${row.number}, ${row.file_name}`;
  return row.partner_column === null
    ? known(false, `${name}: no column is mapped to the partner.`)
    : known(
        true,
        `${name}: column “${row.partner_column}” names the partner.`,
        row.committed_on as LocalDate,
      );
}
