import { creditClasses } from '#core/attribution/credit-class.ts';
import {
  type Counted,
  presenceIn,
  type QuarterMeasure,
  quarterMeasures,
} from '#core/attribution/quarter/counted.ts';
import { closeRefusal, decideClose } from '#core/attribution/quarter/decide-close.ts';
import { frozenFigure, type Restated } from '#core/attribution/quarter/restate.ts';
import { type LocalDate, type Quarter, quarterOf } from '#core/calendar.ts';
import { type Context, type Organization, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { invalidField } from '../../problem.ts';
import { unfinishedMonths } from '../audit/unfinished-months.ts';
import { type PresentDeal, readPresent } from './present.ts';
import { closedQuarters, openMatters, partnerDealsBetween } from './quarter-queries.ts';

/** A deal in one figure of a quarter, as it would be frozen. */
export type ToFreeze = {
  readonly measure: QuarterMeasure;
  readonly deal: PresentDeal;
  readonly counted: Counted;
};

/** The quarter that begins on this day. Throws `invalid-input` for another day. */
export function quarterFrom(organization: Organization, startsOn: string): Quarter {
  const quarter = quarterOf(startsOn as LocalDate, organization.fiscal);
  if (quarter.start === startsOn) return quarter;
  throw invalidField(
    'startsOn',
    'the first day of a quarter',
    startsOn,
    `The quarter that holds this day begins on ${quarter.start}.`,
  );
}

/** What the quarter would be frozen at, as its deals are known now. */
export async function toFreeze(tx: Tx, organization: Organization, quarter: Quarter): Promise<ToFreeze[]> {
  const deals = await readPresent(tx, organization, { from: quarter.start, to: quarter.end });
  return quarterMeasures.flatMap((measure) =>
    deals.flatMap((deal) => {
      const { counted, absence } = presenceIn(deal, quarter, measure);
      return absence === null ? [{ measure, deal, counted }] : [];
    }),
  );
}

/** A figure of a quarter by measure and class. */
export function figuresOf(
  frozen: readonly { readonly measure: QuarterMeasure; readonly counted: Counted }[],
  restated: readonly (Restated & { readonly measure: QuarterMeasure })[],
) {
  return quarterMeasures.flatMap((measure) =>
    creditClasses.flatMap((creditClass) => {
      if (creditClass === 'none') return [];
      const counts = frozen.filter((one) => one.measure === measure).map(({ counted }) => counted);
      const own = restated.filter((one) => one.measure === measure);
      return [{ measure, class: creditClass, ...frozenFigure(creditClass, counts, own) }];
    }),
  );
}

/** What a quarter would be closed at, what is not settled in it, and whether it may be closed. */
export async function previewQuarter(context: Context, startsOn: string) {
  requireCapability(context, 'quarter.close');
  const { organization, ports } = context;
  const org = organization.orgId;
  const quarter = quarterFrom(organization, startsOn);
  const today = localDateAt(context.now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const closed = (await closedQuarters(tx, org)).map(({ starts_on }) => starts_on as LocalDate);
    const rows = await toFreeze(tx, organization, quarter);
    const involved = await partnerDealsBetween(tx, org, quarter.start, quarter.end);
    const open = await openMatters(tx, org, involved);
    return {
      quarter,
      refusal: closeRefusal(decideClose(quarter, closed, today, organization.fiscal)),
      currency: organization.currency,
      deals: new Set(rows.map(({ deal }) => deal.opportunityId)).size,
      withoutAmount: rows.filter(({ counted }) => counted.amountMinor === null).length,
      figures: figuresOf(rows, []),
      open: {
        disputes: open.disputes,
        grayCases: open.gray,
        claims: open.claims,
        undecided: open.tasks,
        monthsNotAudited: await unfinishedMonths(tx, context, quarter),
      },
    };
  });
}
