/**
 * What could be confirmed with one click: worked out from what is known at the moment of asking, never stored.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { TouchAction } from '#core/attribution/facts.ts';
import { type Suggestion, type SuggestionFacts, suggestTouches } from '#core/attribution/suggestion.ts';
import { suggestionReason } from '#core/attribution/suggestion-words.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import { findStage } from '#core/opportunity/stage.ts';
import { sightingsThatCount } from '#core/opportunity/stages-on.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { notFound } from '../../problem.ts';
import { sightingsOf } from './subject-queries.ts';
import {
  dismissedKeys,
  knownTouches,
  namedPartners,
  openSignals,
  originsAt,
  presentPeople,
  type SuggestibleDeal,
  suggestibleDeal,
  suggestibleDeals,
} from './suggestion-queries.ts';

export type ToldSuggestion = Suggestion & {
  readonly opportunityId: string;
  readonly number: number;
  readonly deal: string;
  readonly account: string | null;
  readonly partner: string;
  readonly person: string | null;
  readonly reason: string;
  /** Whom one could name at the partner. */
  readonly people: readonly { readonly partnerPersonId: string; readonly name: string }[];
};

/** So far back things are suggested; what is older nobody remembers. */
const memoryDays = 90;
const dealsAtOnce = 200;
const most = 50;

/** What could be confirmed on one deal, at most ten. */
export async function suggestionsOnDeal(context: Context, reference: string): Promise<ToldSuggestion[]> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const deal = await suggestibleDeal(tx, org, reference.trim());
    if (!deal) throw notFound('opportunity');
    return suggest(tx, context, [deal]);
  });
}

/** What could be confirmed on the deals of the caller, as the CRM names their owner; or on all deals. */
export async function listSuggestions(context: Context, whose: 'mine' | 'all'): Promise<ToldSuggestion[]> {
  requireCapability(context, 'touch.record');
  const { orgId: org, timeZone } = context.organization;
  const since = addDays(localDateAt(context.now, timeZone), -memoryDays);
  const owner = whose === 'mine' ? context.actor.name : null;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const deals = await suggestibleDeals(tx, org, { owner, since, limit: dealsAtOnce });
    const all = await suggest(tx, context, deals);
    return all
      .toSorted((a, b) => a.missing.length - b.missing.length || b.occurredAt - a.occurredAt)
      .slice(0, most);
  });
}

/** The suggestions on these deals, in the order of the deals. */
export async function suggest(
  tx: Tx,
  context: Context,
  deals: readonly SuggestibleDeal[],
): Promise<ToldSuggestion[]> {
  const { orgId: org, timeZone } = context.organization;
  const today = localDateAt(context.now, timeZone);
  const facts = await loadFacts(tx, context, deals);
  const found = deals.flatMap((deal) => {
    const known = facts.get(deal.opportunity_id);
    return known ? suggestTouches(known, today).map((one) => ({ deal, one })) : [];
  });
  const names = await partnerNames(tx, org);
  const partners = [...new Set(found.map(({ one }) => one.partnerId))];
  const people = Map.groupBy(await presentPeople(tx, org, partners), (row) => row.partner_id);
  return found.map(({ deal, one }) => {
    const there = people.get(one.partnerId) ?? [];
    const partner = names.get(one.partnerId) ?? 'a partner';
    return {
      ...one,
      opportunityId: deal.opportunity_id,
      number: deal.number,
      deal: deal.name,
      account: deal.account,
      partner,
      person: there.find((row) => row.partner_person_id === one.personId)?.name ?? null,
      reason: suggestionReason(one.why, partner),
      people: there.map((row) => ({ partnerPersonId: row.partner_person_id, name: row.name })),
    };
  });
}

async function loadFacts(
  tx: Tx,
  context: Context,
  deals: readonly SuggestibleDeal[],
): Promise<ReadonlyMap<string, SuggestionFacts>> {
  const { orgId: org, timeZone } = context.organization;
  const ids = deals.map((deal) => deal.opportunity_id);
  const accounts = [...new Set(deals.flatMap((deal) => deal.account_id ?? []))];
  const ofDeal = <Row extends { opportunity_id: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.opportunity_id);
  const signals = ofDeal(await openSignals(tx, org, ids));
  const named = ofDeal(await namedPartners(tx, org, ids));
  const origins = Map.groupBy(await originsAt(tx, org, accounts), (row) => row.account_id);
  const touches = ofDeal(await knownTouches(tx, org, ids));
  const dismissed = ofDeal(await dismissedKeys(tx, org, ids));
  const sightings = ofDeal(await sightingsOf(tx, org, ids));
  const tables = await stageTables(tx, org, null);
  const partners = [
    ...[...signals.values(), ...named.values()].flat().flatMap((row) => row.partner_id ?? []),
    ...[...origins.values()].flat().map((row) => row.partner_id),
  ];
  const people = (await presentPeople(tx, org, [...new Set(partners)])).map((row) => ({
    id: row.partner_person_id as PartnerPersonId,
    partnerId: row.partner_id as PartnerId,
  }));
  return new Map(
    deals.map((deal) => {
      const id = deal.opportunity_id;
      const table = tables.get(deal.source_id);
      const stages = sightingsThatCount(sightings.get(id) ?? []).flatMap((row) => {
        const rule = table ? findStage(table, row.stage) : null;
        if (!rule || rule.ignore || rule.outcome !== 'open' || rule.order === null) return [];
        return [{ name: rule.name, order: rule.order, at: row.at, on: localDateAt(row.at, timeZone) }];
      });
      const facts: SuggestionFacts = {
        owner: deal.owner,
        createdOn: deal.created_on as LocalDate | null,
        closedOn: deal.closed_on as LocalDate | null,
        stages: stages.filter((stage, index) => stage.order !== stages[index - 1]?.order),
        signals: (signals.get(id) ?? []).map((row) => ({
          id: row.signal_id,
          way: row.way,
          partnerId: row.partner_id as PartnerId | null,
          personId: row.partner_person_id as PartnerPersonId | null,
          internalOwner: row.internal_owner,
          subject: row.subject,
          summary: row.summary,
          evidence: row.evidence,
          occurredAt: row.occurred_at,
          occurredOn: row.occurred_on as LocalDate,
        })),
        named: (named.get(id) ?? []).map((row) => ({
          partnerId: row.partner_id as PartnerId,
          role: row.role,
          knownAt: row.known_at,
          knownOn: localDateAt(row.known_at, timeZone),
        })),
        origins: (origins.get(deal.account_id ?? '') ?? []).map((row) => ({
          id: row.introduction_id,
          partnerId: row.partner_id as PartnerId,
          personId: row.partner_person_id as PartnerPersonId | null,
          occurredAt: row.occurred_at,
          occurredOn: row.occurred_on as LocalDate,
          evidence: row.evidence,
        })),
        touches: (touches.get(id) ?? []).map((row) => ({
          partnerId: row.partner_id as PartnerId,
          personId: row.partner_person_id as PartnerPersonId,
          action: row.action as TouchAction,
          occurredOn: row.occurred_on as LocalDate,
        })),
        people,
        dismissed: new Set((dismissed.get(id) ?? []).map((row) => row.suggestion_key)),
      };
      return [id, facts];
    }),
  );
}
