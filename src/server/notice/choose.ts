import type { NoticeSettings } from '#core/notice/digest.ts';
import { groupsOf, kindsOf, type NoticeGroup, type NoticeWay, wayFor } from '#core/notice/kinds.ts';
import { type Actor, type Context, type Ports, requireCapability } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { choicesOf, keepHere, putChoice, putNoticeSetting } from './choice-queries.ts';
import { leaveDigests, noticeSettingsOf } from './leave.ts';
import { ownPages } from './read-notices.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

export type Choice = { readonly group: NoticeGroup; readonly way: NoticeWay };

/** How the signed-in person is told, group by group, and when the digest leaves. */
export async function readChoices(
  context: Context,
): Promise<{ choices: Choice[]; settings: NoticeSettings; isDemo: boolean }> {
  requireCapability(context, ownPages(context));
  const { actor, organization } = context;
  const face = actor.kind === 'member' && actor.partnerId !== null ? 'portal' : 'desk';
  return readTransaction(context.ports.pool, { org: organization.orgId }, async (tx) => ({
    choices: actor.kind === 'member' ? await choices(tx, context, actor.membershipId, groupsOf(face)) : [],
    settings: await noticeSettingsOf(tx, context),
    isDemo: organization.isDemo,
  }));
}

/** Chooses how the signed-in person is told what belongs to a group, from now on. */
export async function chooseWay(context: Context, choice: Choice): Promise<void> {
  requireCapability(context, ownPages(context));
  const { actor } = context;
  if (actor.kind !== 'member') throw notFound('person');
  await write(context, async (tx) => {
    await choose(tx, context, actor.membershipId, [choice]);
  });
}

const oneClick: Actor = { kind: 'system', name: 'unsubscribe' };

/**
 * Ends the letters that a link in one of them names: what was told in this way stands in the inbox only. Asked by a
 * mail program without a session (RFC 8058); the link itself is the proof. A second time changes nothing.
 */
export async function unsubscribe(ports: Ports, key: Buffer, slug: string, token: string): Promise<void> {
  const meant = readUnsubscribeToken(key, slug, token);
  const context = meant === null ? null : await contextOf(ports, slug, oneClick);
  if (meant === null || context === null) throw notFound('letter');
  const { membershipId, way } = meant;
  await write(
    context,
    async (tx) => {
      const all = await choices(tx, context, membershipId, [...groupsOf('desk'), ...groupsOf('portal')]);
      const ended = [...new Set(all.filter((one) => one.way === way).map(({ group }) => group))];
      await choose(
        tx,
        context,
        membershipId,
        ended.map((group) => ({ group, way: 'here' })),
      );
    },
    { mayChangeNothing: true },
  );
}

/** Sets when the digest leaves and how long notices of the same minutes are gathered. The planned digest moves along. */
export async function changeNoticeSettings(context: Context, wanted: NoticeSettings): Promise<void> {
  requireCapability(context, 'organization.change');
  await write(context, async (tx) => {
    const before = await noticeSettingsOf(tx, context);
    await putNoticeSetting(tx, context.organization.orgId, wanted);
    await leaveDigests(tx, context, wanted, false);
    tx.record({ action: 'notice.set', before, after: wanted });
  });
}

async function choices(
  tx: Tx,
  context: Context,
  membershipId: string,
  groups: readonly NoticeGroup[],
): Promise<Choice[]> {
  const rows = await choicesOf(tx, context.organization.orgId, [membershipId]);
  const chosen = Object.fromEntries(rows.map((row) => [row.kind_group, row.way]));
  return groups.map((group) => ({ group, way: wayFor(group, chosen) }));
}

async function choose(
  tx: WriteTx,
  context: Context,
  membershipId: string,
  wanted: readonly Choice[],
): Promise<void> {
  const org = context.organization.orgId;
  for (const { group, way } of wanted) {
    await putChoice(tx, org, { membershipId, group, way, now: context.now });
    if (way === 'here') await keepHere(tx, org, membershipId, kindsOf(group));
    tx.record({ action: 'notice.choose', entityId: membershipId, after: { group, way } });
  }
}
