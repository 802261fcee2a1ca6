import { addQuarters, daysBetween, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { PartnerActivity } from '#core/journey/partner-activity.ts';
import { medianOf } from '#core/program/funnel.ts';
import type { Actual } from '#core/program/variance.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Figures } from './figure-facts.ts';
import { closedByGroup, type GroupRow, meanPartnerDeal } from './figure-queries.ts';
import { loadMoney } from './load-funnel.ts';
import { counted } from './measured.ts';

/** JR-2: activated within so many days of the signature. */
const activationDays = 90;

/**
 * What the company's own data says about the assumptions of the ledger, over the last four full quarters (OM-4). Only
 * proven credit counts. What the data cannot say is absent, never nought; a small sample stays, with its number of deals.
 */
export async function loadActuals(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
  figures: Figures,
  partners: readonly PartnerActivity[],
): Promise<Actual[]> {
  const { orgId: org, fiscal } = organization;
  const quarter = quarterOf(today, fiscal);
  const last = addQuarters(quarter, -1, fiscal);
  const period = { from: addQuarters(quarter, -4, fiscal).start, until: last.end };
  const span = `from ${period.from} to ${period.until}`;
  const { sourced, direct } = await closedByGroup(tx, org, period);
  const deal = await meanPartnerDeal(tx, org, period, await loadMoney(tx, organization));
  return [
    ...pipelineActuals(figures, span),
    ...(deal.mean_minor === null
      ? []
      : [
          actual(
            'dealSize',
            deal.mean_minor,
            deal.deals,
            `Mean of ${counted(deal.deals, 'sourced or co-sold deal')} that entered the pipeline ${span}.`,
          ),
        ]),
    ...closedActuals(sourced, direct, span),
    ...activationActuals(partners, today, period),
  ];
}

function actual(key: Actual['key'], value: number, deals: number, evidence: string): Actual {
  return { key, value, deals, evidence };
}

/** New pipeline of a year, and the share of it that partners sourced. Known once each of the four quarters has some. */
function pipelineActuals({ shareOfNewPipeline }: Figures, span: string): Actual[] {
  const quarters = shareOfNewPipeline.quarters.filter(({ isComplete }) => isComplete).slice(-4);
  const totals = quarters.map(({ denominator }) => denominator);
  if (totals.length < 4 || totals.some((one) => one.deals === 0 || one.amountMinor === null)) return [];
  const total = totals.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0);
  const deals = totals.reduce((sum, one) => sum + one.deals, 0);
  const found = [
    actual('newPipelinePerYear', total, deals, `New pipeline of the four full quarters ${span}.`),
  ];
  const { programYear } = shareOfNewPipeline;
  const parts = quarters.map(({ numerator }) => numerator.amountMinor);
  if (programYear.state === 'notStarted' || total <= 0 || parts.some((part) => part === null)) return found;
  const sourced = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const key = (['shareYear1', 'shareYear2', 'shareYear3'] as const)[Math.min(programYear.year, 3) - 1];
  const count = quarters.reduce((sum, { numerator }) => sum + numerator.deals, 0);
  if (key === undefined) return found;
  return [...found, actual(key, sourced / total, count, `Sourced over all new pipeline ${span}.`)];
}

function closedActuals(sourced: GroupRow, direct: GroupRow, span: string): Actual[] {
  const closed = sourced.won + sourced.lost;
  const directClosed = direct.won + direct.lost;
  if (closed === 0) return [];
  const rate = sourced.won / closed;
  const directRate = directClosed === 0 ? 0 : direct.won / directClosed;
  return [
    actual(
      'pipelineToWon',
      rate,
      closed,
      `${sourced.won} of ${counted(closed, 'sourced deal')} that closed ${span} were won.`,
    ),
    ...(directRate === 0
      ? []
      : [
          actual(
            'winRateLift',
            rate / directRate - 1,
            closed,
            `Sourced ${sourced.won} of ${closed} won, direct ${direct.won} of ${directClosed}, ${span}. They go together; one need not cause the other.`,
          ),
        ]),
    ...(sourced.median_cycle_days === null
      ? []
      : [
          actual(
            'cycleDays',
            sourced.median_cycle_days,
            sourced.timed_wins,
            `Median of ${counted(sourced.timed_wins, 'sourced deal')} won ${span}.`,
          ),
        ]),
  ];
}

/** Of the partners that were signed since the first of the four quarters and are past day 90: who activated, and when. */
function activationActuals(
  partners: readonly PartnerActivity[],
  today: LocalDate,
  { from }: { from: string },
): Actual[] {
  const due = partners.flatMap(({ signedOn, activatedOn }) => {
    if (signedOn === null || signedOn < from || daysBetween(signedOn, today) < activationDays) return [];
    return [activatedOn === null ? null : daysBetween(signedOn, activatedOn)];
  });
  if (due.length === 0) return [];
  const within = due.filter((days) => days !== null && days <= activationDays).length;
  const known = due.filter((days) => days !== null);
  const days = medianOf(known);
  return [
    actual(
      'activationRate',
      within / due.length,
      due.length,
      `${within} of ${counted(due.length, 'partner')} signed since ${from} activated within ${activationDays} days.`,
    ),
    ...(days === null
      ? []
      : [
          actual(
            'activationDays',
            days,
            known.length,
            `Median of ${counted(known.length, 'partner')} that activated.`,
          ),
        ]),
  ];
}
