import type { CheckName } from '#core/registration/checks.ts';
import type { RegistrationMove } from '#core/registration/state.ts';
import type { Registration } from './registration-data.ts';

type Beside = Registration['checks'][number]['beside'][number];

/** What happened, in the words of the desk. */
export const eventWords: Readonly<Record<RegistrationMove, string>> = {
  submit: 'sent it',
  refuse: 'rejected it by a test of the signed page',
  approve: 'said yes; the next seat decides',
  accept: 'accepted it',
  reject: 'rejected it',
  return: 'asked the partner',
  answer: 'answered',
  lapse: 'ended the time for the answer',
  contest: 'put it into a conflict case',
  dismiss: 'found that there is no conflict',
  rule_for: 'ruled for it',
  rule_against: 'ruled against it',
  appeal: 'appealed',
  grant: 'granted the appeal',
  uphold: 'did not grant the appeal',
  withdraw: 'took it back',
  assign: 'named the AE',
  link: 'linked the deal',
  update: 'told the news',
  ask_extension: 'asked for more time',
  extend: 'gave more time',
  refuse_extension: 'gave no more time',
  hold: 'stopped the protection from running out',
  release: 'let the protection run again',
  convert: 'saw the deal become pipeline',
  win: 'saw the deal won',
  lose: 'saw the deal lost',
  correct: 'saw the close corrected',
  expire: 'ended the protection',
  void: 'set it aside',
  reinstate: 'granted the appeal: it stands again',
  keep_aside: 'did not grant the appeal',
  hand_over: 'handed it over to a colleague',
  import: 'took it over from a file',
  undo_import: 'undid the import',
};

/** What each check asks about. */
const checkLabels: Readonly<Record<CheckName, string>> = {
  page: 'Signed page',
  suspended: 'Partner’s standing',
  ownDuplicate: 'Registered by the partner before',
  otherPartner: 'Another partner',
  directDeal: 'Our own deal',
  directContact: 'Our own contact',
  directOnly: 'Direct-only list',
  customer: 'Existing customer',
  belowMinimum: 'Minimum value',
  outside: 'Territory and archetype',
  notEligible: 'Signed and certified',
  domain: 'Web domain',
  abuse: 'Limits',
};

export function checkLabel(check: string): string {
  return Object.entries(checkLabels).find(([name]) => name === check)?.[1] ?? check;
}

/** How alike two accounts are, in words. */
export function likenessWords({ by, score }: Pick<Beside, 'by' | 'score'>): string {
  switch (by) {
    case 'domain':
      return 'Same web domain';
    case 'subdomain':
      return 'A subdomain of the same domain';
    case 'name_country':
      return 'Same name and country';
    case 'near':
      return score > 0 ? `Alike, ${Math.round(score * 100)} of 100` : 'Alike';
  }
}

export const besideKinds: Readonly<Record<Beside['kind'], string>> = {
  opportunity: 'Deal',
  registration: 'Registration',
  account: 'Account',
  contact: 'Contact of ours',
  direct_only: 'Direct-only account',
};

/** A seat that decides, as it is said. */
export const seatWords = {
  partner_ops: 'Partner operations',
  partner_manager: 'Partner manager',
  head_of_partnerships: 'Head of Partnerships',
  cro: 'CRO',
} as const satisfies Record<Registration['route'][number]['seat'], string>;

/** The way by which a registration came. */
export function wayWords(way: string): string {
  const ways: Readonly<Record<string, string>> = {
    portal: 'in the portal',
    form: 'by the secret form',
    desk: 'in the partner’s name',
    api: 'by the API',
    mail: 'by mail',
    import: 'elsewhere, before it was imported',
  };
  return ways[way] ?? way;
}
