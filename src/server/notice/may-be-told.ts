import { isNoticeKind, type NoticeKind, noticeKinds } from '#core/notice/kinds.ts';
import type { Role } from '#core/program/roles.ts';
import { type Capability, capabilitiesOf } from '../access/capabilities.ts';
import type { Addressee, LetterNotice } from './delivery-queries.ts';

/** What somebody must be allowed to see for a notice to be told to them: the page that it leads to. */
const needs: Readonly<Record<NoticeKind, Capability>> = {
  verdict: 'opportunity.read',
  verdicts: 'opportunity.read',
  own_credit: 'portal.read',
  own_credits: 'portal.read',
  claim: 'opportunity.read',
  claim_answer: 'portal.read',
  dispute: 'opportunity.read',
  case: 'opportunity.read',
  own_case: 'portal.read',
  ruling: 'ruling.write',
  restatement: 'opportunity.read',
  page_proposed: 'policy.sign',
  page_signed: 'organization.read',
  registration_waits: 'registration.read',
  registration_late: 'registration.read',
  registration_case: 'registration.read',
  registration_appeal: 'registration.appeal',
  registration_ae: 'registration.read',
  registration_task: 'registration.read',
  own_registration: 'portal.read',
  statement: 'portal.earnings',
};

/**
 * Why a letter goes to nobody any more, or null. Asked when it is sent: what somebody was allowed when the thing
 * happened says nothing about now.
 */
export function whyNobody(
  member: Addressee | null,
  user: { readonly disabledAt: number | null } | null,
  today: string,
): string | null {
  if (member === null || user === null) return 'The person is no longer known.';
  if (member.suspended_at !== null || user.disabledAt !== null) return 'The person is suspended.';
  if (member.access_ends_on !== null && today > member.access_ends_on)
    return 'The person’s access has ended.';
  return null;
}

/** Whether somebody may still be told this: by their roles, on their side of the wall between company and partners. */
export function mayBeTold(member: Addressee, notice: LetterNotice): boolean {
  const { kind } = notice;
  if (!isNoticeKind(kind) || notice.is_gone || member.partner_id !== notice.partner_id) return false;
  if ((noticeKinds[kind].face === 'portal') !== (member.partner_id !== null)) return false;
  return capabilitiesOf(member.roles as Role[]).has(needs[kind]);
}
