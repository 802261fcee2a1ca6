/**
 * What people call the actions and roles of the method (5.3, 5.4) in their own lists, in English and German. A word
 * that is not known is no action: what somebody did is never guessed.
 *
 * Handbook: docs/handbook/import-formats.md
 */

import { type TouchAction, touchActions } from './facts.ts';
import { type PartnerRole, partnerRoles, type RoleTable } from './policy.ts';

const otherActions: Readonly<Record<TouchAction, string>> = {
  introduction: 'intro|einführung|vorstellung',
  joint_meeting: 'meeting|joint call|call|joint session|termin|gemeinsamer termin|besprechung|gespräch',
  stakeholder_access:
    'new stakeholder access|new stakeholder|executive introduction|new contact|neuer kontakt|zugang zum entscheider',
  objection_handled:
    'objection|objection handling|objection removed|einwand|einwand behandelt|einwandbehandlung',
  competitive_risk_removed:
    'competitive risk|competitor removed|wettbewerbsrisiko|wettbewerbsrisiko beseitigt|wettbewerber verdrängt',
  solution_architecture:
    'architecture|solution design|technical workshop|technical validation|architektur|lösungsarchitektur|technischer workshop',
  deployment_help: 'deployment|implementation help|rollout|inbetriebnahme|hilfe bei der inbetriebnahme',
  success_support: 'success|customer success|support|kundenbetreuung|betreuung',
  account_update: 'update|status update|statusmeldung|neues zum kunden',
  expansion_surfaced: 'expansion|upsell|expansion found|erweiterung|ausbau',
};

const otherRoles: Readonly<Record<PartnerRole, string>> = {
  originator: 'source|sourcing|urheber|vermittler',
  introducer: 'executive introducer|stakeholder introducer|türöffner',
  joint_seller: 'co-seller|co-sell|co-selling|joint selling|gemeinsamer verkauf|mitverkäufer',
  validator: 'technical validator|solution architect|architect|technischer prüfer|lösungsarchitekt',
  objection_remover: 'competitive risk remover|einwandlöser',
  procurement: 'marketplace|procurement path|marketplace path|einkauf|beschaffung|marktplatz',
  reference: 'content|integration|reference call|referenz',
  implementer: 'success partner|implementation partner|implementierer|umsetzungspartner',
  overlap: 'overlap only|überschneidung|nur überschneidung',
};

/** A word for comparing: no case, accents, spaces or punctuation. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function folded<Word extends string>(words: readonly Word[], others: Readonly<Record<Word, string>>) {
  return new Map(
    words.flatMap((word) =>
      [word, ...others[word].split('|')].map((text): [string, Word] => [fold(text), word]),
    ),
  );
}

const actions = folded(touchActions, otherActions);
const roles = folded(partnerRoles, otherRoles);

/** Every word that names an action, our own first, for whoever made a slip in one. */
export const actionWords: readonly string[] = [
  ...touchActions.map((action) => action.replaceAll('_', ' ')),
  ...touchActions.flatMap((action) => otherActions[action].split('|')),
];

/** The action of 5.4 that a cell names: by our word, written in any way, or by another usual one; null for any other. */
export function namedAction(text: string): TouchAction | null {
  return actions.get(fold(text)) ?? null;
}

/** The role of 5.3 that a cell names: by its row on the signed page, by our word or by another usual one; else null. */
export function namedRole(text: string, table: RoleTable): PartnerRole | null {
  const key = fold(text);
  return partnerRoles.find((role) => fold(table[role].label) === key) ?? roles.get(key) ?? null;
}
