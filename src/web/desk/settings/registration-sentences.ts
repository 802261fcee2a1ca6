import type { RegistrationMove } from '#core/registration/state.ts';
import { type Phrases, text } from './audit-entry.ts';

/** What people and clocks did to a registration, by the event of its life. */
const moves: Readonly<Record<RegistrationMove, string>> = {
  submit: 'sent a registration',
  refuse: 'rejected a registration by a test of the signed page',
  approve: 'said yes to a registration, as one of several',
  accept: 'accepted a registration',
  reject: 'rejected a registration',
  return: 'asked the partner about a registration',
  answer: 'answered a question about a registration',
  lapse: 'took a registration up again without an answer',
  contest: 'put a registration into conflict',
  dismiss: 'took a registration out of a conflict',
  rule_for: 'gave an account to a registration by a ruling',
  rule_against: 'rejected a registration by a ruling',
  appeal: 'appealed the answer about a registration',
  grant: 'granted an appeal',
  uphold: 'upheld a rejection',
  withdraw: 'took a registration back',
  assign: 'named the AE of a registration',
  link: 'linked a registration to a deal',
  update: 'told news of a registered deal',
  ask_extension: 'asked for more protection',
  extend: 'extended the protection of a registration',
  refuse_extension: 'gave a registration no more time',
  hold: 'held the protection of a registration',
  release: 'let the protection of a registration run again',
  convert: 'saw the deal of a registration in the pipeline',
  win: 'saw the deal of a registration won',
  lose: 'saw the deal of a registration lost',
  correct: 'saw the close of a registered deal corrected',
  expire: 'ended the protection of a registration',
  void: 'set a registration aside by a ruling',
  reinstate: 'granted an appeal: a registration that a ruling had set aside stands again',
  keep_aside: 'refused an appeal: a registration stays set aside',
  hand_over: 'handed a registration over',
  import: 'took a registration over from a file',
  undo_import: 'took an imported registration back',
};

export const registrationPhrases: Phrases = {
  ...Object.fromEntries(Object.entries(moves).map(([move, said]) => [`registration.${move}`, () => said])),
  'registration.begin': (entry) => `began registration ${text(entry.after, 'number')}`,
  'registration.queue': () => 'looked for what is like a registered account',
  'registration.duty': (entry) =>
    `did what the clock of a registration asked for: ${text(entry.after, 'kind').replaceAll('_', ' ')}`,
  'registration.by_letter': (entry) =>
    `decided about a registration by the link of a letter: ${text(entry.after, 'act')}`,
  'registration.hold_mail': () => 'held a mail until the rep sends it as the answer',
  'registration_link.make': (entry) =>
    `made link ${text(entry.after, 'number')} by which a partner registers without a login`,
  'registration_link.revoke': (entry) => `revoked link ${text(entry.before, 'number')} of a partner`,
  'conflict.open': (entry) => `opened conflict ${text(entry.after, 'number')} about an account`,
  'conflict.join': () => 'put another registration into a conflict',
  'conflict.rule': (entry) =>
    `ruled on conflict ${text(entry.after, 'number')}: ${text(entry.after, 'words')}`,
  'conflict.appeal': (entry) =>
    `took in an appeal against the ruling on conflict ${text(entry.after, 'number')}`,
  'conflict.rule_finally': (entry) =>
    `decided the appeal of conflict ${text(entry.after, 'number')}, finally`,
  'conflict.dismiss': (entry) => `dismissed conflict ${text(entry.after, 'number')}`,
  'direct_only.replace': () => 'replaced the list of direct-only accounts',
  'partner.standing': () => 'changed what a partner may register',
};
