import { classWords } from '#core/attribution/class-words.ts';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import type { Context } from '../access/context.ts';
import type { ChangedVerdict, Verdict } from '../attribution/changed-verdict.ts';
import type { Tx } from '../database/transaction.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { type Concerned, concernedBy, partnersPeople } from './queries.ts';
import type { Said } from './said.ts';
import { tellChannels } from './slack/tell-channels.ts';
import { tellEach } from './tell.ts';

/** More changes than this at once are told as one sentence: an import or a new page is no hundred letters. */
const mostSingly = 20;

/**
 * Tells whoever a changed verdict concerns: the owner of the deal and the manager of the partner, once each, with what
 * it was, what it is and why. In the transaction of the verdict, so that no change is silent. Who caused it by
 * hand is told as well: it may be another's deal.
 */
export async function announceVerdicts(
  tx: Tx,
  context: Context,
  changed: readonly ChangedVerdict[],
): Promise<void> {
  if (changed.length === 0) return;
  const org = context.organization.orgId;
  const concerned = await concernedBy(
    tx,
    org,
    changed.map((one) => one.opportunityId),
  );
  const byDeal = new Map(concerned.map((one) => [one.opportunity_id, one]));
  const names = await partnerNames(tx, org);
  const say = (verdict: Verdict | null): string => {
    if (verdict === null || verdict.class === 'none' || verdict.partnerId === null) return 'no credit';
    const coSold = verdict.coSold && verdict.class !== 'co_sold' ? ' and co-sold' : '';
    return `${classWords[verdict.class]}${coSold}, ${names.get(verdict.partnerId) ?? 'a partner'}`;
  };
  const all: Said[] = [];
  const told = new Map<string, Said[]>();
  for (const one of changed) {
    const deal = byDeal.get(one.opportunityId);
    if (!deal) continue;
    const said: Said = {
      kind: 'verdict',
      params: {
        number: deal.number,
        deal: deal.name,
        before: say(one.before),
        after: say(one.after),
        cause: one.cause,
      },
      link: `/pipeline/${one.opportunityId}`,
      eventKey: one.creditId,
      opportunityId: one.opportunityId,
    };
    all.push(said);
    for (const id of new Set([deal.owner_id, deal.manager_id ?? deal.head_id])) {
      if (id !== null) told.set(id, [...(told.get(id) ?? []), said]);
    }
  }
  await tellEach(
    tx,
    context,
    [...told].flatMap(([membershipId, own]) => shortened(own).map((said) => ({ ...said, membershipId }))),
  );
  await tellChannels(tx, context, shortened(all));
  await announceToPartners(tx, context, changed, byDeal);
}

/** Tells the people of a partner what became of its own credit, in its own words: nothing of another partner, no cause. */
async function announceToPartners(
  tx: Tx,
  context: Context,
  changed: readonly ChangedVerdict[],
  deals: ReadonlyMap<string, Concerned>,
): Promise<void> {
  const own = new Map<string, Said[]>();
  for (const { before, after, opportunityId, creditId } of changed) {
    const deal = deals.get(opportunityId);
    for (const partnerId of new Set([before?.partnerId ?? null, after.partnerId])) {
      if (deal === undefined || partnerId === null) continue;
      const [was, is] = [ownClass(before, partnerId), ownClass(after, partnerId)];
      if (was === is) continue;
      const said: Said = {
        kind: 'own_credit',
        params: { number: deal.number, deal: deal.name, before: was, after: is },
        link: `/deals/${opportunityId}`,
        eventKey: creditId,
        opportunityId,
        partnerId,
      };
      own.set(partnerId, [...(own.get(partnerId) ?? []), said]);
    }
  }
  const short = [...own.values()].flatMap(shortenedForPartner);
  const people = await partnersPeople(tx, context.organization.orgId, [...own.keys()]);
  await tellEach(
    tx,
    context,
    people.flatMap(({ membership_id: membershipId, partner_id }) =>
      short.filter((said) => said.partnerId === partner_id).map((said) => ({ ...said, membershipId })),
    ),
  );
  await tellChannels(tx, context, short);
}

function shortenedForPartner(own: readonly Said[]): readonly Said[] {
  const [first] = own;
  if (own.length <= mostSingly || first === undefined) return own;
  const { eventKey, partnerId = null } = first;
  return [{ kind: 'own_credits', params: { count: own.length }, link: '', eventKey, partnerId }];
}

function ownClass(verdict: Verdict | null, partnerId: string): Exclude<CreditClass, 'none'> | null {
  if (verdict === null || verdict.partnerId !== partnerId || verdict.class === 'none') return null;
  return verdict.class;
}

function shortened(own: readonly Said[]): readonly Said[] {
  const [first] = own;
  if (own.length <= mostSingly || first === undefined) return own;
  const { eventKey } = first;
  return [{ kind: 'verdicts', params: { count: own.length }, link: '/pipeline', eventKey }];
}
