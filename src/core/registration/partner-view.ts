/**
 * What a partner may learn of the checks: a closed list, made of the partner's own entries and the signed page alone. For
 * everything else the partner sees the same whether we know the account or not, so that a registration is no way to ask
 * for our customer list.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { BusinessCalendar, LocalDate } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { AccountKeys, AccountSign } from '#core/ecosystem/account-key.ts';
import { isPageTest, type PageTest, type RegistrationCheck } from './checks.ts';
import { decisionClock, mayAppeal } from './clock.ts';
import type { RegistrationLife } from './life.ts';
import { protectionStanding } from './protection.ts';
import type { RegistrationBody } from './registration-page.ts';
import type { RegistrationMove, RegistrationState } from './state.ts';

/** What a partner can be told, by code; the sentences are in `portal-words.ts`. */
export type PartnerNote = {
  readonly code: `told.${PageTest}` | 'told.page' | 'told.suspended' | 'told.ownDuplicate' | 'told.limit';
  readonly params: ReasonParams;
};

/**
 * DR-1, DR-16: the notes for the partner. A test of the page is told only where the page says so, and only what is
 * certain: that another record merely resembles the account is never told.
 */
export function partnerView(
  checks: readonly RegistrationCheck[],
  { tests, checks: limits }: Pick<RegistrationBody, 'tests' | 'checks'>,
): PartnerNote[] {
  return checks.flatMap(({ check, outcome, reason }): PartnerNote[] => {
    if (outcome === 'pass' || reason.code === `${check}.unknown`) return [];
    if (isPageTest(check, tests)) {
      const isTold = tests[check].told === 'reason' && reason.params.isOnlyNear !== true;
      const params = check === 'belowMinimum' ? { minimumMinor: limits.minimumValue } : {};
      return isTold ? [{ code: `told.${check}`, params }] : [];
    }
    if (check === 'abuse') {
      const { limit, most = null } = reason.params;
      return outcome === 'stop' ? [{ code: 'told.limit', params: { limit: limit ?? null, most } }] : [];
    }
    // What is odd about the typed domain is told as one types; a colleague's registration is the partner's own.
    if (check === 'domain') return [];
    return [{ code: `told.${check}`, params: check === 'ownDuplicate' ? reason.params : {} }];
  });
}

/**
 * What the form says about a domain while it is typed. It is made of the text alone: nothing that we know of the account
 * comes in, so nothing can come out.
 */
export type DomainHint = { readonly domain: string | null; readonly sign: AccountSign | null };

/** DR-3: the domain as it will be compared, and what is odd about it. */
export function domainHint({ domain, signs }: AccountKeys): DomainHint {
  return { domain, sign: signs[0] ?? null };
}

/**
 * The state as the partner sees it. That a registration is in conflict says that somebody else wants the account, so it
 * looks like any other that is being decided.
 */
export type PartnerState = Exclude<RegistrationState, 'conflict'>;

export function partnerState(state: RegistrationState): PartnerState {
  return state === 'conflict' ? 'submitted' : state;
}

/** An event that the partner's timeline shows. */
export type PartnerEvent = Exclude<RegistrationMove, 'contest' | 'dismiss' | 'undo_import'>;

/** Whether the partner's timeline shows the event. */
export function isShownToPartner(type: RegistrationMove): type is PartnerEvent {
  return type !== 'contest' && type !== 'dismiss' && type !== 'undo_import';
}

/** What happens next, told to the partner: a code of the catalogue and its params. */
export type PartnerNext = {
  readonly code: `next.${
    | 'decide'
    | 'late'
    | 'answer'
    | 'appealed'
    | 'appeal'
    | 'final'
    | 'protected'
    | 'held'
    | 'ends_soon'
    | 'stalled'
    | 'update'
    | 'over'}`;
  readonly params: ReasonParams;
};

/**
 * DR-4, DR-7, DR-10, DR-11, DR-15, DR-17: what the partner is told to happen next, and by which day; at most three
 * things, the most pressing one first. Empty where nothing follows.
 */
export function partnerNext(
  life: RegistrationLife,
  valueMinor: number | null,
  { deciding, protection }: Pick<RegistrationBody, 'deciding' | 'protection'>,
  calendar: BusinessCalendar,
  on: LocalDate,
): PartnerNext[] {
  switch (partnerState(life.state)) {
    case 'submitted':
    case 'returned':
      return whileDecided(life, deciding, calendar, on);
    case 'appealed':
      return [{ code: 'next.appealed', params: {} }];
    case 'rejected':
    case 'void':
      return [{ code: mayAppeal(life, deciding) ? 'next.appeal' : 'next.final', params: {} }];
    case 'expired':
      return [{ code: 'next.over', params: {} }];
    case 'accepted':
    case 'converted':
      return whileProtected(life, valueMinor, protection, on);
    default:
      return [];
  }
}

function whileDecided(
  life: RegistrationLife,
  policy: RegistrationBody['deciding'],
  calendar: BusinessCalendar,
  on: LocalDate,
): PartnerNext[] {
  const clock = decisionClock(life, policy, calendar, on);
  if (clock.kind === 'paused') return [{ code: 'next.answer', params: { lapsesOn: clock.lapsesOn } }];
  if (clock.kind !== 'running') return [];
  return [{ code: clock.isLate ? 'next.late' : 'next.decide', params: { dueOn: clock.dueOn } }];
}

function whileProtected(
  life: RegistrationLife,
  valueMinor: number | null,
  policy: RegistrationBody['protection'],
  on: LocalDate,
): PartnerNext[] {
  const standing = protectionStanding(life, valueMinor, policy, on);
  if (standing.isHeld) return [{ code: 'next.held', params: {} }];
  if (!standing.isProtected) return [{ code: 'next.over', params: {} }];
  const { lastDay, daysLeft, updateBy } = standing;
  const next: PartnerNext[] = [];
  if (standing.endsSoon) next.push({ code: 'next.ends_soon', params: { lastDay, daysLeft } });
  if (standing.isStalled) next.push({ code: 'next.stalled', params: {} });
  if (updateBy !== null) next.push({ code: 'next.update', params: { updateBy } });
  if (!standing.endsSoon) next.push({ code: 'next.protected', params: { lastDay } });
  return next;
}
