import type { LocalDate } from '#core/calendar.ts';
import type { Id, PartnerId } from '#core/ids.ts';
import { type LinesDue, linesDue, type PayRules, payFor, type StandingLine } from '#core/incentive/pay.ts';
import { payRulesOf } from '#core/incentive/pay-rules.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { nextNumber } from '../database/next-number.ts';
import type { Tx } from '../database/transaction.ts';
import { archetypeShares, attributionPageOn } from '../program/policies.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { insertLine, type LineRow, type PaidDealRow, paidDeals, standingLines } from './queries.ts';

/**
 * Writes what these deals are due by their standing verdicts, in the transaction of the verdicts: a line for each won
 * deal and class that pays, by the attribution page of the day on which the deal was created and the commission in
 * force on the day of the close. What is due no more is taken back by a line that names it. `causes`: the deals, each with
 * what its lines give as their cause; a partner reads it, so it is that of this deal alone.
 */
export async function accrueCredits(
  tx: WriteTx,
  context: Context,
  causes: ReadonlyMap<string, string>,
): Promise<void> {
  const { organization, now } = context;
  const org = organization.orgId;
  const opportunityIds = [...causes.keys()];
  const deals = await paidDeals(tx, org, opportunityIds);
  const lines = Map.groupBy(await standingLines(tx, org, opportunityIds), (row) => row.opportunity_id);
  const today = localDateAt(now, organization.timeZone);
  const conversion = await loadConversion(tx, organization);
  for (const deal of deals) {
    const standing = lines.get(deal.opportunity_id) ?? [];
    if (deal.outcome !== 'won' && standing.length === 0) continue;
    const rules = await rulesOf(tx, context, deal, today);
    const amount =
      deal.closed_on === null
        ? null
        : conversion.at(deal.amount_minor, deal.currency as CurrencyCode | null, deal.closed_on as LocalDate);
    const due = payFor(
      {
        isWon: deal.outcome === 'won' && !deal.is_withdrawn && !deal.is_clawed_back,
        amountMinor: amount,
        class: deal.credit_class,
        partnerId: deal.credit_partner_id as PartnerId | null,
        coSold: deal.credit_co_sold,
      },
      rules,
    );
    const change = linesDue(standing.map(standingLine), due);
    const cause = causes.get(deal.opportunity_id) ?? '';
    await writeLines(tx, context, { deal, standing, change, rules, cause, today });
  }
}

type Rules = PayRules & { readonly ratesVersion: number | null };

async function rulesOf(tx: Tx, context: Context, deal: PaidDealRow, today: LocalDate): Promise<Rules> {
  const { organization } = context;
  const page = await attributionPageOn(tx, organization, (deal.created_on ?? today) as LocalDate);
  const rates = await archetypeShares(tx, organization, (deal.closed_on ?? today) as LocalDate);
  const { archetype } = deal;
  const commission = archetype === null ? null : (rates.shares.get(archetype) ?? null);
  return { ...payRulesOf(page, archetype, commission), ratesVersion: rates.version };
}

function standingLine(row: LineRow): StandingLine {
  const base = {
    id: row.accrual_id,
    class: row.class,
    partnerId: row.partner_id as PartnerId,
    rule: row.rule,
    policyVersion: row.policy_version,
    amountMinor: row.amount_minor,
  };
  if (row.basis === 'share' && row.base_minor !== null) {
    return { ...base, basis: 'share', baseMinor: row.base_minor, share: Number(row.share) };
  }
  return { ...base, basis: 'flat', baseMinor: null, share: null };
}

async function writeLines(
  tx: WriteTx,
  context: Context,
  given: {
    deal: PaidDealRow;
    standing: readonly LineRow[];
    change: LinesDue;
    rules: Rules;
    cause: string;
    today: LocalDate;
  },
): Promise<void> {
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const { deal, standing, change, rules, cause, today } = given;
  const shared = { opportunity_id: deal.opportunity_id, credit_id: deal.credit_id ?? '', cause };
  const next = async () => ({
    accrual_id: ports.ids.next<Id<'accrual'>>(now),
    number: await nextNumber(tx, org, 'accrual'),
  });
  for (const line of change.reverse) {
    const row = standing.find((one) => one.accrual_id === line.id);
    if (!row) continue;
    const reversal = {
      ...row,
      ...shared,
      ...(await next()),
      kind: 'reversal' as const,
      reverses_id: row.accrual_id,
      share: row.share === null ? null : Number(row.share),
      amount_minor: -row.amount_minor,
      occurred_on: today,
    };
    await insertLine(tx, org, reversal, now);
    tx.record({
      action: 'accrual.reverse',
      entityId: reversal.accrual_id,
      after: { number: reversal.number, reverses: row.accrual_id, amountMinor: reversal.amount_minor, cause },
    });
  }
  for (const line of change.add) {
    const added = {
      ...shared,
      ...(await next()),
      kind: 'accrual' as const,
      reverses_id: null,
      partner_id: line.partnerId,
      partner_person_id: line.class === 'co_sold' ? deal.rep_id : null,
      class: line.class,
      rule: line.rule,
      policy_version: line.policyVersion,
      rates_version: line.basis === 'share' ? rules.ratesVersion : null,
      archetype: deal.archetype,
      basis: line.basis,
      base_minor: line.baseMinor,
      share: line.share,
      amount_minor: line.amountMinor,
      currency: organization.currency,
      occurred_on: deal.closed_on ?? today,
    };
    await insertLine(tx, org, added, now);
    tx.record({
      action: 'accrual.write',
      entityId: added.accrual_id,
      after: { number: added.number, class: line.class, amountMinor: line.amountMinor, cause },
    });
  }
}
