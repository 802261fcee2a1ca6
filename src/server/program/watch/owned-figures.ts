import { addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { GateFacts, Measured, OwnedFigure } from '#core/gates/facts.ts';
import type { PartnerActivity } from '#core/journey/partner-activity.ts';
import { ledgerVariance } from '#core/program/variance.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Figures } from './figure-facts.ts';
import { managedPipeline } from './figure-queries.ts';
import { loadActuals } from './load-actuals.ts';
import type { Design } from './load-design.ts';
import { loadMoney } from './load-funnel.ts';
import { known, waits } from './measured.ts';

/** The one number of each seat (method 4.1), or what it waits for. */
export async function ownedFigures(
  tx: Tx,
  organization: Organization,
  design: Design,
  partners: readonly (PartnerActivity & { readonly managerId: string | null })[],
  figures: Figures | null,
): Promise<GateFacts['ownedFigures']> {
  const { today } = design;
  return {
    cro: sourcedShare(figures),
    cfo: await assumptionsOnPlan(tx, organization, design, partners, figures),
    head_of_partnerships: producingRate(partners, today),
    partner_manager: await portfolio(tx, organization, today, partners),
    partner_ops: waits('a check of every field of a credit'),
    partner_marketing: waits('MDF, which is not built yet'),
    executive_sponsor: waits('escalations, which are not built yet'),
    ae: waits('dated tasks of account executives, which are not built yet'),
  };
}

/** OM-4: of the assumptions that the company's own data can check, those within the limit of their actual. */
async function assumptionsOnPlan(
  tx: Tx,
  organization: Organization,
  { today, document }: Design,
  partners: readonly PartnerActivity[],
  figures: Figures | null,
): Promise<Measured<OwnedFigure>> {
  if (figures === null) return waits('the figures of the scoreboard');
  const actuals = await loadActuals(tx, organization, today, figures, partners);
  const { ledger, plan } = document.assumptions;
  const checked = ledgerVariance(ledger, actuals, plan.varianceFlag).filter(
    ({ standing }) => standing !== 'unknown',
  );
  if (checked.length === 0) return waits('an assumption with an actual value');
  const onPlan = checked.filter(({ standing }) => standing === 'on_plan').length;
  return known(
    { value: onPlan / checked.length, unit: 'share', currency: null, before: null, figure: null },
    `${onPlan} of ${checked.length} assumptions with an actual are within the limit.`,
  );
}

function sourcedShare(figures: Figures | null): Measured<OwnedFigure> {
  if (figures === null) return waits('the figures of the scoreboard');
  const { value, numerator, quarters } = figures.shareOfNewPipeline;
  if (value === null) return waits('new pipeline in this quarter');
  const before = quarters.findLast(({ isComplete }) => isComplete)?.value ?? null;
  return known(
    { value, unit: 'share', currency: null, before, figure: numerator.figure },
    'Sourced over all new pipeline of this quarter.',
  );
}

/** Partners with a sourced deal or win in two quarters, over those that are signed. */
function producingRate(partners: readonly PartnerActivity[], today: LocalDate): Measured<OwnedFigure> {
  const signed = partners.filter(({ signedOn }) => signedOn !== null && signedOn <= today);
  if (signed.length === 0) return waits('the first signing date of a partner');
  const producing = signed.filter((one) => one.recentSourced > 0 || one.recentSourcedWins > 0).length;
  return known(
    { value: producing / signed.length, unit: 'share', currency: null, before: null, figure: null },
    `${producing} of ${signed.length} signed partners with a sourced deal in two quarters.`,
  );
}

async function portfolio(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
  partners: readonly { readonly managerId: string | null }[],
): Promise<Measured<OwnedFigure>> {
  if (partners.every(({ managerId }) => managerId === null)) return waits('a partner with a manager');
  const { orgId: org, fiscal, currency } = organization;
  const quarter = quarterOf(today, fiscal);
  const last = addQuarters(quarter, -1, fiscal);
  const money = await loadMoney(tx, organization);
  const value = await managedPipeline(tx, org, { from: quarter.start, until: today }, money);
  const before = await managedPipeline(tx, org, { from: last.start, until: last.end }, money);
  return known(
    { value, unit: 'money', currency, before, figure: null },
    `New sourced pipeline of ${quarter.label} from partners with a manager.`,
  );
}
