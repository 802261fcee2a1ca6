import { classWords } from '#core/attribution/reason-catalogue.ts';
import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import type { ChangedVerdict, Verdict } from '../attribution/changed-verdict.ts';
import type { Tx } from '../database/transaction.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { concernedBy, insertNotices, type NewNotice } from './queries.ts';

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
  const { organization, now, ports } = context;
  const org = organization.orgId;
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
  const told = new Map<string, NewNotice[]>();
  for (const one of changed) {
    const deal = byDeal.get(one.opportunityId);
    if (!deal) continue;
    const to = new Set([deal.owner_id, deal.manager_id ?? deal.head_id].filter((id) => id !== null));
    for (const membershipId of to) {
      const notices = told.get(membershipId) ?? [];
      notices.push({
        notice_id: ports.ids.next<Id<'notice'>>(now),
        membership_id: membershipId,
        kind: 'verdict',
        sentence: `#${deal.number} ${deal.name}: ${say(one.before)} → ${say(one.after)}, because ${one.cause}.`,
        link: `/pipeline/${one.opportunityId}`,
        event_key: one.creditId,
      });
      told.set(membershipId, notices);
    }
  }
  const notices = [...told.values()].flatMap((own) => {
    const [first] = own;
    if (own.length <= mostSingly || first === undefined) return own;
    return [{ ...first, sentence: `The credit of ${own.length} of your deals changed.`, link: '/pipeline' }];
  });
  await insertNotices(tx, org, notices, now);
}
