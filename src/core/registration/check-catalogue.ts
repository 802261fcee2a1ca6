/**
 * What the checks found, in sentences for the person who decides. These are for the desk alone; what a partner may learn
 * has words of its own (`portal-words.ts`).
 */

import type { Reason, ReasonParams } from '#core/decision.ts';
import { accountSigns } from '#core/ecosystem/account-key.ts';

type Entry = { readonly rule: string; readonly say: (params: ReasonParams) => string };

const entry = (rule: string, say: Entry['say'] | string): Entry => ({
  rule,
  say: typeof say === 'string' ? () => say : say,
});

const near = (params: ReasonParams, sure: string, alike: string) =>
  params.isOnlyNear === true ? alike : sure;

export const checkCatalogue = {
  'page.clear': entry('G4', 'The registration page is signed and in force.'),
  'page.found': entry('G4', 'No registration page is signed, so there is no rule to decide by.'),
  'page.unknown': entry('G4', 'Whether the registration page is signed could not be read.'),

  'suspended.clear': entry('DR-1', 'The partner is not suspended.'),
  'suspended.found': entry('DR-1', 'The partner is suspended and cannot register.'),
  'suspended.unknown': entry('DR-1', 'The standing of the partner could not be read.'),

  'notEligible.clear': entry('DR-1', 'The partner is signed and certified.'),
  'notEligible.found': entry('DR-1', ({ isSigned, isCertified }) =>
    isSigned === true
      ? 'The partner has nobody certified yet.'
      : isCertified === true
        ? 'The partner is not signed yet.'
        : 'The partner is neither signed nor certified yet.',
  ),
  'notEligible.unknown': entry('DR-1', 'Whether the partner is signed and certified is not known.'),

  'outside.clear': entry('DR-1', 'The account is inside the partner’s territory and archetype.'),
  'outside.found': entry(
    'DR-1',
    ({ country, countries }) => `The account is in ${country}; the partner’s agreement is for ${countries}.`,
  ),
  'outside.archetype': entry('DR-1', 'The program registers no deals with partners of this archetype.'),
  'outside.unknown': entry(
    'DR-1',
    'The partner’s territory, its archetype or the account’s country is not known.',
  ),

  'belowMinimum.clear': entry('DR-2', 'The value is at or above the minimum.'),
  'belowMinimum.found': entry('DR-2', 'The value is below the minimum.'),
  'belowMinimum.unknown': entry('DR-2', 'The value is not known, so it cannot be held against the minimum.'),

  'directOnly.clear': entry('DR-14', 'The account is not on the direct-only list.'),
  'directOnly.found': entry('DR-14', (params) =>
    near(
      params,
      `The account is on the direct-only list of ${params.refreshedOn}.`,
      `An account much like it is on the direct-only list of ${params.refreshedOn}.`,
    ),
  ),
  'directOnly.old': entry(
    'DR-14',
    ({ refreshedOn, age }) =>
      `The account is on the direct-only list, but that list is of ${refreshedOn}, ${age} days ago. Refresh it, or decide without it.`,
  ),
  'directOnly.unknown': entry('DR-14', 'The direct-only list could not be read.'),

  'directDeal.clear': entry('DR-14', 'We had no open direct deal for this account and product.'),
  'directDeal.found': entry('DR-14', (params) =>
    near(
      params,
      `We have an open direct deal for this account and product, since ${params.openedOn}. It is older than the registration.`,
      `We have an open direct deal, since ${params.openedOn}, at an account much like this one.`,
    ),
  ),
  'directDeal.unknown': entry('DR-14', 'Our own open deals could not be read.'),

  'otherPartner.clear': entry('DR-13', 'No other partner has registered it.'),
  'otherPartner.found': entry('DR-13', (params) =>
    near(
      params,
      `Another partner ${params.isProtected === true ? 'is protected at' : 'has claimed'} this account and product, since ${params.since}.`,
      `Another partner has claimed an account much like this one, since ${params.since}.`,
    ),
  ),
  'otherPartner.unknown': entry('DR-13', 'The registrations of other partners could not be read.'),

  'customer.clear': entry('DR-1', 'The account is no customer yet.'),
  'customer.found': entry('DR-1', (params) =>
    near(params, 'The account is a customer already.', 'An account much like it is a customer already.'),
  ),
  'customer.unknown': entry('DR-1', 'Our customers could not be read.'),

  'directContact.clear': entry(
    'DR-1',
    ({ contactDays }) => `We had no contact of our own there in the ${contactDays} days before.`,
  ),
  'directContact.found': entry('DR-1', (params) =>
    near(
      params,
      `We had our own contact there on ${params.on}; ${params.contactDays} days count.`,
      `We had our own contact on ${params.on} at an account much like this one.`,
    ),
  ),
  'directContact.unknown': entry('DR-1', 'Our own contacts could not be read.'),

  'ownDuplicate.clear': entry('DR-3', 'Nobody else of the same partner has registered it.'),
  'ownDuplicate.found': entry(
    'DR-3',
    ({ since }) => `The same partner has a registration for it already, of ${since}.`,
  ),
  'ownDuplicate.unknown': entry('DR-3', 'The partner’s other registrations could not be read.'),

  'domain.clear': entry('DR-3', 'The domain is one that a company can own.'),
  'domain.found': entry('DR-3', ({ sign }) => {
    const said: string = Object.hasOwn(accountSigns, String(sign))
      ? accountSigns[sign as keyof typeof accountSigns]
      : String(sign);
    return `Look at the domain: ${said}.`;
  }),
  'domain.unknown': entry('DR-3', 'The domain could not be read.'),

  'abuse.clear': entry('DR-18', 'Rep and partner are within the limits.'),
  'abuse.found': entry('DR-18', ({ limit, found, most }) => {
    switch (limit) {
      case 'rep_live':
        return `The rep has ${found} live registrations; above ${most} somebody looks whether accounts are parked.`;
      case 'rep_day':
        return `It is registration ${found} of this rep today; above ${most} somebody looks.`;
      case 'partner_day':
        return `It would be registration ${found} of this partner today; no more than ${most} are taken in.`;
      case 'partner_quarter':
        return `It is registration ${found} of this partner this quarter; above ${most} somebody looks.`;
      case 'partner_waiting':
        return `${found} registrations of this partner wait for an answer; above ${most} they are looked at together.`;
      default:
        return `Of this rep’s accepted registrations ${percent(found)} became pipeline; below ${percent(most)} somebody looks.`;
    }
  }),
  'abuse.unknown': entry('DR-18', 'The partner’s registrations could not be counted.'),
} as const satisfies Record<string, Entry>;

export type CheckCode = keyof typeof checkCatalogue;

/** The reason in one English sentence for the desk. A code that is no longer known is shown as it is. */
export function checkReasonSentence(reason: Reason): string {
  if (!Object.hasOwn(checkCatalogue, reason.code)) return `${reason.rule}: ${reason.code}.`;
  return checkCatalogue[reason.code as CheckCode].say(reason.params);
}

function percent(share: ReasonParams[string] | undefined): string {
  return `${Math.round(Number(share) * 100)} %`;
}
