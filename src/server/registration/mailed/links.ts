/**
 * The links by which a letter to somebody who decides can be answered without signing in. Each leads to a page that
 * shows what will happen; only a button there does it, since scanners of mail open links (DR-4).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { MembershipId, UserId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import { type Actor, type Context, may } from '../../access/context.ts';
import { instantAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { linkWithToken } from '../../identity/letters.ts';
import type { LetterLink } from '../../mail/letter.ts';
import { benchOf, whyNotDecide } from '../decide.ts';
import { decisionSecret } from '../form/secret.ts';
import { readRegistration } from '../ledger.ts';
import { insertDecisionPass, type MailedAct } from './pass-queries.ts';

/** However late a letter is, its links work for so long. */
const shortestMs = 24 * 3_600_000;
const endOfDayMinute = 18 * 60;

const labels: Readonly<Record<MailedAct, string>> = {
  accept: 'Accept…',
  reject: 'Reject…',
  ask: 'Ask the partner…',
};

type Member = {
  readonly membership_id: string;
  readonly user_id: string;
  readonly display_name: string;
  readonly roles: readonly string[];
};

/** The member of the desk that a membership is, as the one who acts. */
export function memberActor(member: Member): Actor {
  return {
    kind: 'member',
    membershipId: member.membership_id as MembershipId,
    userId: member.user_id as UserId,
    name: member.display_name,
    roles: member.roles as Role[],
    partnerId: null,
  };
}

/**
 * The links of one notice that a registration waits, for the person to whom the letter goes: none if they cannot decide
 * now. They work once, until the decision is due and for a day at least, for the registration as it stands.
 */
export async function decisionLinks(
  tx: Tx,
  worker: Context,
  key: Buffer,
  publicUrl: string,
  member: Member,
  notice: { readonly notice_id: string; readonly kind: string; readonly event_key: string },
): Promise<readonly LetterLink[]> {
  const [, registrationId] = /^registration:([0-9a-f-]{36}):/.exec(notice.event_key) ?? [];
  const isOfDecision = notice.kind === 'registration_waits' || notice.kind === 'registration_late';
  if (!isOfDecision || registrationId === undefined) return [];
  const context: Context = { ...worker, actor: memberActor(member) };
  if (!may(context.actor, 'registration.decide')) return [];
  const { organization, now } = context;
  const registration = await readRegistration(tx, context, registrationId);
  const { row, life } = registration;
  if (life.state !== 'submitted') return [];
  if (whyNotDecide(context, await benchOf(tx, context, registration)) !== null) return [];
  const due = row.due_on === null ? 0 : instantAt(row.due_on as never, endOfDayMinute, organization.timeZone);
  const { secret, hash } = decisionSecret(key, notice.notice_id);
  await insertDecisionPass(tx, organization.orgId, {
    ...{ id: notice.notice_id, hash, registrationId, membershipId: member.membership_id },
    ...{ events: row.events, now, endsAt: Math.max(due, now + shortestMs) },
  });
  return (Object.keys(labels) as MailedAct[]).map((act) => ({
    label: `${labels[act]} (registration ${row.number})`,
    link: linkWithToken(publicUrl, `/o/${organization.slug}/mailed-decision?do=${act}`, secret),
  }));
}
