/**
 * Every reason of a credit in German, for readers of the portal. The company speaks as "wir"; a partner is named where
 * the English sentence names it. A reason that is missing here does not compile.
 *
 * Handbook: docs/handbook/portal.md
 */

import { germanClassWords } from './class-words.ts';
import type { PartnerRole } from './policy.ts';
import type { reasonCatalogue } from './reason-catalogue.ts';

const roleNames = {
  originator: '„Vermittlung“',
  introducer: '„Türöffner“',
  joint_seller: '„gemeinsamer Verkauf“',
  validator: '„technische Prüfung“',
  objection_remover: '„Einwand ausgeräumt“',
  procurement: '„Beschaffungsweg“',
  reference: '„Referenz“',
  implementer: '„Umsetzung“',
  overlap: '„Überschneidung“',
} as const satisfies Record<PartnerRole, string>;

type GermanReasons = {
  readonly [Code in keyof typeof reasonCatalogue]: (typeof reasonCatalogue)[Code]['say'];
};

export const germanReasons: GermanReasons = {
  'origin.clear': (p) =>
    `Am ${p.originOn} hatten wir bei diesem Unternehmen für dieses Produkt kein offenes Geschäft und ${during(p.windowDays)} davor keinen Kontakt dorthin.`,
  'origin.vendor_contact': (p) =>
    `Wir haben das Unternehmen am ${p.contactOn} selbst ${p.kind === 'meeting' ? 'getroffen' : 'angesprochen'}, ${days(p.days)} vor dem Schritt des Partners vom ${p.originOn}; davor dürfen wir ${days(p.windowDays)} lang keinen Kontakt gehabt haben.`,
  'origin.open_opportunity': (p) =>
    `Am ${p.originOn} hatten wir bei diesem Unternehmen für dieses Produkt bereits ein offenes Geschäft, angelegt am ${p.openedOn}.`,
  'origin.before_loss': (p) =>
    `Der Schritt vom ${p.originOn} lag vor dem Verlust unseres Geschäfts bei diesem Unternehmen für dieses Produkt am ${p.lostOn}; ein Geschäft, das wiederkommt, hat gebracht, wer das Gespräch neu eröffnet hat.`,
  'origin.inherited': (p) =>
    `Der Schritt vom ${p.originOn} gehört zu dem Geschäft, das wir bei diesem Unternehmen für dieses Produkt am ${p.wonOn} gewonnen haben; eine Verlängerung oder Erweiterung wird neu geprüft.`,

  'timestamp.introduced': (p) => introduced(p),
  'timestamp.registered': (p) =>
    `Die Registrierung wurde am ${p.approvedOn} angenommen und galt noch, als das Geschäft am ${p.createdOn} angelegt wurde.`,
  'timestamp.too_early': (p) => introduced(p),
  'timestamp.after_creation': (p) =>
    `Der Schritt des Partners vom ${p.originOn} kam erst, nachdem das Geschäft am ${p.createdOn} angelegt war.`,
  'timestamp.after_qualification': (p) =>
    `Der Schritt des Partners vom ${p.originOn} kam erst, nachdem das Geschäft am ${p.qualifiedOn} qualifiziert war.`,
  'timestamp.not_approved': (p) =>
    `Die Registrierung war noch nicht angenommen, als das Geschäft am ${p.createdOn} angelegt wurde.`,
  'timestamp.expired': (p) =>
    `Die Registrierung war am ${p.expiresOn} abgelaufen, bevor das Geschäft am ${p.createdOn} angelegt wurde.`,
  'timestamp.void': () => 'Die Einführung oder Registrierung wurde aufgehoben.',

  'lock.in_time': (p) => `Festgehalten am ${p.recordedOn}; Zeit dafür war bis zum ${p.lockOn}.`,
  'lock.too_late': (p) =>
    `Festgehalten am ${p.recordedOn}, nachdem die Ansprüche auf dieses Geschäft am ${p.lockOn} gesperrt wurden.`,
  'lock.after_close': (p) =>
    `Festgehalten am ${p.recordedOn}, nach dem Abschluss des Geschäfts am ${p.closedOn}.`,

  'evidence.complete': (p) =>
    `Belegt durch ${p.links === 1 ? 'einen Link' : `${p.links} Links`} und eine namentlich genannte Person: ${p.person}.`,
  'evidence.no_link': () => 'Kein Link belegt es.',
  'evidence.no_person': () => 'Beim Partner ist keine Person namentlich genannt.',
  'evidence.unconfirmed': () =>
    'Bisher ist es allein die Angabe des Partners: Niemand von uns hat sie bestätigt.',
  'evidence.refused': () => 'Es ist eine Angabe des Partners, die wir abgelehnt haben.',

  'single.only': () =>
    'Kein anderer Partner hat einen gültigen Anspruch darauf, das Geschäft gebracht zu haben.',
  'single.earliest': (p) =>
    `Der Anspruch vom ${p.originOn} ist der früheste, der vollständig und gültig ist.`,
  'single.first_meeting': (p) =>
    `Ein anderer Anspruch ist vom selben Tag, dem ${p.originOn}; dieser Partner hat den Kunden zuerst getroffen.`,
  'single.later': (p) =>
    `Der vollständige und gültige Anspruch eines anderen Partners geht diesem vom ${p.originOn} vor.`,
  'single.tied': (p) =>
    `Ein anderer Anspruch ist vom selben Tag, dem ${p.originOn}, und kein Treffen mit dem Kunden kam zuerst: Ein Gremium entscheidet.`,

  'touch.qualifies': (p) =>
    `Am ${p.on} in Phase ${p.stage} beteiligt, in der Rolle ${roleNames[p.role]} und mit einem Ergebnis.`,
  'touch.assists': (p) =>
    `Am ${p.on} in Phase ${p.stage} geholfen, in der Rolle ${roleNames[p.role]}; das ergibt ${germanClassWords.assisted}.`,
  'touch.outside_page': (p) =>
    `Die unterschriebene Seite sagt nichts zur Rolle ${roleNames[p.role]} in Phase ${p.stage} (${p.on}): ${germanClassWords.assisted}, bis darüber entschieden ist.`,
  'touch.logged_late': (p) =>
    `Was am ${p.on} geschah, wurde ${days(p.days)} später festgehalten, am ${p.recordedOn}; nach mehr als ${ofDays(p.windowDays)} ergibt es höchstens ${germanClassWords.assisted}.`,
  'touch.earns_nothing': (p) =>
    `Die unterschriebene Seite gibt der Rolle ${roleNames[p.role]} in Phase ${p.stage} (${p.on}) keine Gutschrift.`,
  'touch.overlap': () => 'Eine Überschneidung oder ein Logo ergibt nie eine Gutschrift.',
  'touch.origin': (p) =>
    `Was am ${p.on} geschah, kann nur zeigen, dass der Partner das Geschäft gebracht hat, und zwar durch eine Einführung oder eine Registrierung.`,
  'touch.withdrawn': (p) => `Der Beitrag vom ${p.on} wurde zurückgezogen.`,
  'touch.unconfirmed': (p) => `Niemand hat den Beitrag vom ${p.on} bestätigt.`,
  'touch.refused': (p) => `Wir haben die Angabe des Partners vom ${p.on} abgelehnt.`,
  'touch.before_deal': (p) =>
    `Was am ${p.on} bei dem Unternehmen geschah, lag ${days(p.days)} vor dem Geschäft; ${atMost(p.windowDays)}.`,
  'touch.no_outcome': (p) => `Der Beitrag vom ${p.on} hat kein Ergebnis.`,
  'touch.no_person': (p) => `Zum Beitrag vom ${p.on} ist beim Partner keine Person genannt.`,
  'touch.no_owner': (p) => `Zum Beitrag vom ${p.on} ist niemand von uns genannt.`,
  'touch.no_evidence': (p) => `Kein Link belegt den Beitrag vom ${p.on}.`,
  'touch.no_stage': (p) => `In welcher Phase das Geschäft beim Beitrag vom ${p.on} war, ist nicht bekannt.`,
  'touch.after_close': (p) =>
    `Der Beitrag vom ${p.on} geschah nach dem Abschluss des Geschäfts am ${p.closedOn} oder wurde erst danach festgehalten.`,

  'cosell.plan_active': (p) => `Seit dem ${p.activeFrom} gilt ein Plan für den gemeinsamen Verkauf.`,
  'cosell.no_plan': () => `Gemeinsam verkauft wurde ohne Plan; das ergibt ${germanClassWords.influenced}.`,
  'cosell.plan_late': (p) =>
    `Der Plan für den gemeinsamen Verkauf galt ab dem ${p.activeFrom}; da war das Geschäft schon in der Angebotsphase, in die es am ${p.enteredOn} eintrat.`,
  'cosell.plan_lapsed': (p) => `Der Plan für den gemeinsamen Verkauf verfiel am ${p.lapsedOn}.`,
  'cosell.stages': (p) => `Gemeinsame Termine gab es in ${phases(p.stages)}.`,
  'cosell.too_few_stages': (p) =>
    `Gemeinsame Termine gab es rechtzeitig in ${p.stages === '' ? 'keiner Phase' : phases(p.stages)}; ${germanClassWords.co_sold} verlangt ${p.needed} ${p.needed === 1 ? 'Phase' : 'Phasen'}, davon eine ab Phase ${p.minimumStage}.`,
  'cosell.checked_in': (p) =>
    `Der Partner hat sich zuletzt am ${p.on} gemeldet, innerhalb von ${ofDays(p.windowDays)} vor dem Abschluss.`,
  'cosell.no_check_in': (p) =>
    `Der Partner hat sich ${during(p.windowDays)} vor dem Abschluss am ${p.closedOn} nicht gemeldet.`,

  'primary.role': (p) =>
    `Unter mehreren Partnern mit dieser Gutschrift steht die Rolle dieses Partners, ${roleNames[p.role]}, am höchsten.`,
  'primary.latest': (p) =>
    `Mehrere Partner hatten die Rolle ${roleNames[p.role]}; der Beitrag dieses Partners vor der Angebotsphase ist der späteste.`,
  'primary.fixed': () =>
    'Mehrere Partner sind in Rolle und Zeit gleichauf; gezählt wird, wer zuerst eingetragen wurde.',
  'primary.other': () => 'Gezählt wird ein anderer Partner; der Betrag zählt nur einmal.',

  'ruling.stands': (p) =>
    `Am ${p.on} auf ${germanClassWords[p.class]} entschieden, unterschrieben von ${p.signatures === 1 ? 'einer Person' : `${p.signatures} Personen`}.`,
  'ruling.after_lock': (p) =>
    `Nach der Entscheidung vom ${p.on} gälte das Geschäft als gebracht, obwohl es seit dem ${p.lockOn} gesperrt ist und kein Anspruch rechtzeitig festgehalten wurde.`,
  'ruling.needs_two': (p) =>
    `Die Entscheidung vom ${p.on} nimmt die Gutschrift ${germanClassWords.sourced} weg. Dafür braucht es zwei Unterschriften; bisher: ${p.signatures}.`,
  'ruling.unsigned': (p) => `Niemand hat die Entscheidung vom ${p.on} unterschrieben.`,

  'none.merged': () =>
    'Das Geschäft wurde mit einem anderen zusammengeführt; was daran getan wurde, zählt dort.',
  'none.deleted': () => 'Das Geschäft wurde in der Quelle gelöscht.',
  'none.no_act': () => 'Zu diesem Geschäft ist kein Beitrag eines Partners festgehalten.',
};

function introduced(p: { readonly originOn: string; readonly days: number; readonly windowDays: number }) {
  return `Eingeführt am ${p.originOn}, ${days(p.days)} vor dem Anlegen des Geschäfts; ${atMost(p.windowDays)}.`;
}

function days(count: number): string {
  return count === 1 ? '1 Tag' : `${count} Tage`;
}

/** The count after a preposition that asks for the dative. */
function ofDays(count: number): string {
  return count === 1 ? '1 Tag' : `${count} Tagen`;
}

function during(count: number): string {
  return count === 1 ? 'am Tag' : `in den ${count} Tagen`;
}

function atMost(count: number): string {
  return `es ${count === 1 ? 'zählt' : 'zählen'} höchstens ${days(count)}`;
}

/** The stages of a list like "2, 3", after "in". */
function phases(list: string): string {
  const all = list.split(', ');
  const last = all.pop();
  return all.length === 0 ? `Phase ${last}` : `den Phasen ${all.join(', ')} und ${last}`;
}
