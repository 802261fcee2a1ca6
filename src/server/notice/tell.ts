import type { Id } from '#core/ids.ts';
import { type NoticeGroup, type NoticeWay, noticeKinds, sentenceOf, wayFor } from '#core/notice/kinds.ts';
import type { Role } from '#core/program/roles.ts';
import type { Context } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { choicesOf } from './choice-queries.ts';
import { leaveLetters } from './leave.ts';
import { holdersOf, insertNotices } from './queries.ts';
import type { Said } from './said.ts';
import { tellChannels } from './slack/tell-channels.ts';

/** Tells people something, each once per event, and the channels that hear of it; whoever caused it needs no telling. */
export async function tell(tx: Tx, context: Context, to: readonly string[], said: Said): Promise<void> {
  const { actor } = context;
  const own = actor.kind === 'member' ? actor.membershipId : null;
  await tellEach(
    tx,
    context,
    [...new Set(to)].filter((id) => id !== own).map((membershipId) => ({ membershipId, ...said })),
  );
  await tellChannels(tx, context, [said]);
}

/** Tells people alone, things that may differ from person to person. */
export async function tellEach(
  tx: Tx,
  context: Context,
  told: readonly (Said & { readonly membershipId: string })[],
): Promise<void> {
  if (told.length === 0) return;
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const choices = new Map<string, Partial<Record<NoticeGroup, NoticeWay>>>();
  for (const row of await choicesOf(tx, org, [...new Set(told.map((one) => one.membershipId))])) {
    choices.set(row.membership_id, { ...choices.get(row.membership_id), [row.kind_group]: row.way });
  }
  const rows = told.map((one) => ({
    notice_id: ports.ids.next<Id<'notice'>>(now),
    membership_id: one.membershipId,
    kind: one.kind,
    params: one.params,
    sentence: sentenceOf(one),
    link: one.link,
    event_key: one.eventKey,
    opportunity_id: one.opportunityId ?? null,
    // Nobody is written to about a company that does not exist.
    way: organization.isDemo
      ? ('here' as const)
      : wayFor(noticeKinds[one.kind].group, choices.get(one.membershipId) ?? {}),
  }));
  await leaveLetters(tx, context, await insertNotices(tx, org, rows, now));
}

/** The people of the company, or of one partner, who hold one of these roles. */
export function peopleWith(
  tx: Tx,
  context: Context,
  held: readonly Role[],
  partnerId: string | null = null,
): Promise<string[]> {
  return holdersOf(tx, context.organization.orgId, held, partnerId);
}
