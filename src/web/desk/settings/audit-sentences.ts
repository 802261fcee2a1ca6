import { crmSystemNames, crmSystems } from '#core/attribution/crm-fields.ts';
import { pages } from '#core/blueprint/document.ts';
import { noticeGroups, noticeWays } from '#core/notice/kinds.ts';
import { isPageWord } from '#core/program/page.ts';
import { roles } from '#core/program/roles.ts';
import { portalLanguages } from '#core/registration/portal-format.ts';
import { paths } from '../../paths.ts';
import { type AuditEntry, held, type Phrases, text, type Words } from './audit-entry.ts';
import { registrationPhrases } from './registration-sentences.ts';

/** What was done, by action, as the words after "who". Every action that the server records stands here. */
export const phrases: Phrases = {
  ...registrationPhrases,
  'organization.create': () => 'created the organization',
  'organization.change': () => 'changed the frame of the organization',
  'rate.record': (entry) =>
    `recorded an exchange rate: ${rateText(entry.entityId)} at ${text(entry.after, 'rate')}`,
  'member.add': (entry, words) =>
    `added ${words.member(entry.entityId)} as ${roleText(held(entry.after, 'roles'))}`,
  'member.change': (entry, words) => `changed the roles or the access of ${words.member(entry.entityId)}`,
  'member.choose_language': (entry) => `chose to read ${languageName(entry.after)}`,
  'notice.choose': (entry, words) =>
    `chose how ${words.member(entry.entityId)} is told: ${noticeChoice(entry.after)}`,
  'notice.set': () => 'set when letters leave',
  'slack.set': () => 'set a Slack channel',
  'slack.remove': () => 'removed a Slack channel',
  'slack.test': () => 'sent a test message to a Slack channel',
  'delivery.renew': () => 'had a delivery sent again',
  'crm.map': (entry) => `said which fields of ${crmName(entry.entityId)} carry the credit`,
  'crm.check': (entry) =>
    `checked an export of ${crmName(text(entry.after, 'system'))}: ${text(entry.after, 'arrived')} of ${text(entry.after, 'decided')} deals arrived`,
  'api_key.make': (entry) => `made the API key ${text(entry.after, 'name')}`,
  'api_key.revoke': (entry) => `revoked the API key ${text(entry.before, 'name')}`,
  'invitation.send': (entry) => `invited a person as ${roleText(held(entry.after, 'roles'))}`,
  'portal.open': () => 'opened the portal: gate G5 let the first person of a partner through',
  'portal.close': () => 'closed the portal, which only the override of gate G5 had opened',
  'brand.change': () => 'changed name, accent or welcome of the portal',
  'brand.change_logo': () => 'put another logo up in the portal',
  'brand.remove_logo': () => 'took the logo of the portal away',
  'invitation.renew': () => 'sent the letter of an invitation again',
  'invitation.revoke': () => 'took an invitation back',
  'invitation.accept': (entry) => `accepted an invitation as ${roleText(held(entry.after, 'roles'))}`,
  'policy.adopt': (entry) => `adopted the method’s default as ${policyText(entry.entityId)}`,
  'policy.propose': (entry) =>
    `proposed ${policyText(entry.entityId)}, from ${text(entry.after, 'inForceFrom')} on`,
  'policy.sign': (entry) =>
    `signed ${policyText(entry.entityId)} for ${roleText([text(entry.after, 'seat')])}`,
  'policy.countersign': (entry) =>
    `countersigned ${policyText(entry.entityId)} for ${roleText([text(entry.after, 'seat')])}`,
  'draft.save': (entry) => `saved the draft of ${pageText(entry.entityId)}`,
  'draft.discard': (entry) => `threw the draft of ${pageText(entry.entityId)} away`,
  'program.set_clock': (entry) => `set the kickoff of the program: ${text(entry.after, 'kickoffOn')}`,
  'program.pass_on': (entry, words) =>
    `passed everything that ${words.member(entry.entityId)} held to ${words.member(text(entry.after, 'membershipId'))}: ${words.count(entry.bulkCount ?? 0)} in all`,
  'program.import': () => 'imported the program as text',
  'seat.assign': (entry, words) =>
    `gave the seat ${roleText([entry.entityId ?? '—'])} to ${words.member(text(entry.after, 'membershipId'))}${typeof held(entry.after, 'interim') === 'string' ? ', in the interim' : ''}`,
  'seat.end': (entry, words) =>
    `ended the time of ${words.member(text(entry.before, 'membershipId'))} in the seat ${roleText([entry.entityId ?? '—'])}`,
  'gate.override': (entry) =>
    `opened gate ${gateText(entry.entityId)} by override: ${text(entry.after, 'reason')}`,
  'gate.revoke_override': (entry) => `took the override of gate ${gateText(entry.entityId)} back`,
  'week_one.open': () => 'opened the pack of the first week',
  'week_one.tick': (entry) => `ticked off a task of the first week: ${plain(entry.entityId ?? '—')}`,
  'week_one.untick': (entry) => `took the tick of a task back: ${plain(entry.entityId ?? '—')}`,
  'opportunity.merge': (entry) =>
    `recorded that deal ${text(entry.before, 'number')} was merged into ${text(entry.after, 'into')}: ${text(entry.after, 'reason')}`,
  'opportunity.delete': (entry) =>
    `recorded that deal ${text(entry.before, 'number')} was deleted at its source: ${text(entry.after, 'reason')}`,
  'opportunity.restore': (entry) =>
    `brought deal ${text(entry.after, 'number')} back: ${text(entry.after, 'reason')}`,
  'partner.create': (entry) => `added the partner ${text(entry.after, 'name')}`,
  'partner.change': (entry) => `changed the partner ${text(entry.after, 'name')}`,
  'partner_person.leave': (entry) =>
    held(entry.after, 'leftOn') === null
      ? 'said that a person is still at a partner'
      : `said that a person left a partner on ${text(entry.after, 'leftOn')}`,
  'partner_person.add': () => 'added a person at a partner',
  'introduction.record': () => 'recorded an introduction by a partner',
  'introduction.confirm': () => 'confirmed an introduction that a partner claims',
  'introduction.refuse': (entry) => `refused an introduction: ${text(entry.after, 'reason')}`,
  'introduction.withdraw': (entry) => `withdrew an introduction: ${text(entry.after, 'reason')}`,
  'touch.record': (entry) => `recorded a touch: ${plain(text(entry.after, 'action'))}`,
  'touch.confirm': () => 'confirmed a touch',
  'touch.refuse': (entry) => `refused a touch: ${text(entry.after, 'reason')}`,
  'touch.withdraw': (entry) => `withdrew a touch: ${text(entry.after, 'reason')}`,
  'withdrawal.cosign': () => 'signed the withdrawal of an introduction as the second person',
  'cosell_plan.accept': (entry) => `recorded a co-sell plan: ${text(entry.after, 'goal')}`,
  'cosell_plan.end': (entry) => `ended a co-sell plan: ${text(entry.after, 'reason')}`,
  'cosell_plan.withdraw': (entry) => `withdrew a co-sell plan: ${text(entry.after, 'reason')}`,
  'check_in.record': (entry) => `recorded a check-in of a partner: ${text(entry.after, 'nextStep')}`,
  'check_in.withdraw': (entry) => `withdrew a check-in: ${text(entry.after, 'reason')}`,
  'signal.record': () => 'took in an event that may be a touch',
  'suggestion.dismiss': (entry) => `dismissed a suggested touch: ${text(entry.after, 'reason')}`,
  'opportunity.set_kind': (entry) =>
    `called a deal ${kindText(text(entry.after, 'kind'))}, not ${kindText(text(entry.before, 'kind'))}`,
  'vendor_contact.record': () => 'recorded a contact of our own with an account',
  'vendor_contact.withdraw': (entry) => `withdrew a contact of our own: ${text(entry.after, 'reason')}`,
  'dispute.open': (entry) => `disputed the credit of a deal: ${text(entry.after, 'claim')}`,
  'dispute.speak': (entry) =>
    `spoke in dispute ${text(entry.after, 'number')}: ${plain(text(entry.after, 'kind'))}`,
  'dispute.appeal': (entry) => `appealed the ruling of dispute ${text(entry.after, 'number')}`,
  'dispute.withdraw': (entry) => `took dispute ${text(entry.after, 'number')} back`,
  'ruling.propose': (entry) =>
    `proposed ruling ${text(entry.after, 'number')}: ${plain(text(entry.after, 'class'))}`,
  'ruling.sign': (entry) => `signed ruling ${text(entry.after, 'number')} as ${text(entry.after, 'seat')}`,
  'dispute.close': (entry) => `closed a dispute: ${text(entry.after, 'outcome')}`,
  'credit.decide': (entry) => `brought ${decisionText(entry)}${causeText(text(entry.after, 'cause'))}`,
  'credit_replay.request': () => 'replayed past quarters under another attribution page',
  'credit_replay.stop': () => 'stopped a replay of past quarters',
  'accrual.write': (entry) =>
    `wrote accrual ${text(entry.after, 'number')}: ${plain(text(entry.after, 'class'))}`,
  'accrual.reverse': (entry) =>
    `took an accrual back by line ${text(entry.after, 'number')}: ${text(entry.after, 'cause')}`,
  'clawback.make': (entry) =>
    `took back what deal #${text(entry.after, 'deal')} paid, because the customer left: ${text(entry.after, 'reason')}`,
  'clawback.lift': (entry) =>
    `let deal #${text(entry.after, 'deal')} pay again: ${text(entry.after, 'reason')}`,
  'statement.issue': (entry, words) =>
    `issued ${words.count(amount(entry.after, 'statements'))} statements for ${text(entry.after, 'month')}`,
  'statement.pay': (entry) => `recorded that statement ${text(entry.after, 'number')} was paid`,
  'quarter.close': (entry, words) =>
    `closed ${text(entry.after, 'quarter')} with ${words.count(amount(entry.after, 'deals'))} deals`,
  'restatement.raise': (entry) => restatementText(entry, 'raised'),
  'restatement.accept': (entry) => `${restatementText(entry, 'accepted')}: ${text(entry.after, 'note')}`,
  'restatement.refuse': (entry) => `${restatementText(entry, 'refused')}: ${text(entry.after, 'note')}`,
  'audit_sample.draw': (entry, words) =>
    `drew the sample of ${text(entry.after, 'month').slice(0, 7)}: ${words.count(amount(entry.after, 'size'))} of ${words.count(amount(entry.after, 'population'))} deals`,
  'audit_sample.find': (entry) =>
    text(entry.after, 'finding') === 'error'
      ? `found an error in the sample of ${text(entry.after, 'month').slice(0, 7)}: ${text(entry.after, 'note')}`
      : `found a deal of the sample of ${text(entry.after, 'month').slice(0, 7)} sound`,
  'opening_balance.accept': (entry, words) =>
    `accepted the opening balance of ${words.count(amount(entry.after, 'claims'))} imported claims`,
  'file.store': (entry) => `uploaded the file ${text(entry.after, 'name')}`,
  'import.open': (entry) => `opened an import of ${text(entry.after, 'fileName')}`,
  'import.commit': (entry, words) =>
    `committed import ${text(entry.after, 'number')}, ${text(entry.after, 'fileName')}: ${words.count(amount(entry.after, 'create'))} created, ${words.count(amount(entry.after, 'update'))} updated, ${words.count(amount(entry.after, 'reject'))} rejected`,
  'import.withdraw': (entry, words) =>
    `undid import ${text(entry.before, 'number')}, ${text(entry.before, 'fileName')}, of ${words.count(entry.bulkCount ?? 0)} deals`,
  'view.save': (entry) => `saved the view ${text(entry.after, 'name')}`,
  'view.remove': (entry) => `removed the view ${text(entry.before, 'name')}`,
  'scoreboard.open': () => 'opened the scoreboard, for the first time that day',
  'demo.start': () => 'asked for the demo company',
  'demo.end': () => 'finished the story of the demo company',
};

/** A restatement by its number; many of one import by their count. */
function restatementText(entry: AuditEntry, what: string): string {
  if (entry.bulkCount !== null) return `${what} ${entry.bulkCount} restatements of closed quarters`;
  return `${what} restatement ${text(entry.after, 'number')} of the quarter from ${text(entry.before, 'quarter')}`;
}

/** Who acted: a person by present name, else what acted in nobody's name. */
export function actorText(entry: AuditEntry): string {
  if (entry.actorName !== null) return entry.actorName;
  if (entry.actorKind === 'member') return 'A former member';
  if (entry.actorKind === 'visitor') return 'Somebody at a partner, by a secret link,';
  if (entry.actorKind === 'key') return 'A key of the API';
  if (entry.actorKind === 'cli') return 'The command line';
  if (entry.actorKind === 'job') return 'A job in the background';
  return 'Tandem';
}

/** An entry as one sentence. An action that has no words yet shows its own name. */
export function sentenceOf(entry: AuditEntry, words: Words): string {
  const phrase = phrases[entry.action];
  const done = phrase === undefined ? `did ${entry.action}` : phrase(entry, words);
  return `${actorText(entry)} ${done}${/[.!?]$/.test(done) ? '' : '.'}`;
}

/** Where the thing of an entry can be seen, if it has a page. */
export function placeOf(entry: AuditEntry, org: string): { href: string; label: string } | null {
  const { action, entityId } = entry;
  const deal = action === 'credit.decide' ? entityId : opportunityOf(entry);
  if (deal !== null) return { href: paths.opportunity(org, deal), label: 'Open the deal' };
  if (entityId === null) return null;
  if (/^partner\./.test(action)) return { href: paths.partner(org, entityId), label: 'Open the partner' };
  if (/^import\.(?:commit|withdraw)$/.test(action)) {
    return { href: paths.importRun(org, entityId), label: 'Open the import' };
  }
  const [word = ''] = entityId.split(' ');
  if (/^(?:policy|draft)\./.test(action) && isPageWord(word)) {
    return { href: paths.programPage(org, word), label: 'Open the page' };
  }
  return null;
}

function opportunityOf(entry: AuditEntry): string | null {
  const id = held(entry.after, 'opportunityId') ?? held(entry.before, 'opportunityId');
  return typeof id === 'string' ? id : null;
}

function crmName(system: string | null): string {
  const known = crmSystems.find((one) => one === system);
  return known === undefined ? 'the CRM' : crmSystemNames[known];
}

function amount(value: unknown, name: string): number {
  const found = held(value, name);
  return typeof found === 'number' ? found : 0;
}

function plain(name: string): string {
  return name.replaceAll('_', ' ');
}

function roleText(names: unknown): string {
  const list = Array.isArray(names) ? names.map(String) : [];
  const labels = list.map((name) => Object.entries(roles).find(([role]) => role === name)?.[1].label ?? name);
  return labels.length === 0 ? 'a member without roles' : labels.join(', ');
}

/** "attribution 2" reads "version 2 of the page “Attribution page”". */
function policyText(entityId: string | null): string {
  const [word = '', version] = (entityId ?? '').split(' ');
  return `version ${version ?? '—'} of ${pageText(word)}`;
}

function pageText(word: string | null): string {
  return word !== null && isPageWord(word) ? `the page “${pages[word].title}”` : 'a page';
}

function gateText(key: string | null): string {
  return (key ?? '—').toUpperCase();
}

/** The language that somebody reads in the portal, by its own name. */
function languageName(after: unknown): string {
  const code = text(after, 'language');
  return (portalLanguages as Readonly<Record<string, string>>)[code] ?? code;
}

/** "USD 2026-01-01" reads "USD from 2026-01-01". */
function rateText(entityId: string | null): string {
  return (entityId ?? '—').replace(' ', ' from ');
}

const classes: Readonly<Record<string, string>> = {
  sourced: 'sourced',
  co_sold: 'co-sold',
  influenced: 'influenced',
  assisted: 'assisted',
  none: 'no credit',
};

function classText(name: unknown): string {
  return typeof name === 'string' ? (classes[name] ?? name) : 'no credit';
}

/** What a decision changed: the first one of a deal, another class, or the same class on other grounds. */
function decisionText(entry: AuditEntry): string {
  const after = classText(held(entry.after, 'class'));
  if (held(entry.before, 'class') === undefined)
    return `the first decision on the credit of a deal: ${after}`;
  const before = classText(held(entry.before, 'class'));
  const now = before === after ? `still ${after}` : `${before} became ${after}`;
  return `a new decision on the credit of a deal: ${now}`;
}

const causes: Readonly<Record<string, string>> = {
  'import.commit': 'import committed',
  'import.withdraw': 'import undone',
  'import.registrations': 'import of registrations',
};

function causeText(cause: string): string {
  return cause === '—' ? '' : ` (${causes[cause] ?? cause})`;
}

function kindText(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    new: 'new business',
    renewal: 'a renewal',
    expansion: 'an expansion',
  };
  return words[kind] ?? kind;
}

function noticeChoice(after: unknown): string {
  const [group, way] = [text(after, 'group'), text(after, 'way')];
  const groups: Readonly<Record<string, { label: string }>> = noticeGroups;
  const ways: Readonly<Record<string, { label: string }>> = noticeWays;
  return `${groups[group]?.label ?? group}, ${(ways[way]?.label ?? way).toLowerCase()}`;
}
