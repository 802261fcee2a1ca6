/**
 * The reason of a line on a statement and what took it back, by their codes, in each language of the portal. A code that
 * a language lacks does not compile.
 *
 * Handbook: docs/handbook/incentive.md
 */

import type { PortalEntry, PortalLanguage } from '#core/registration/portal-format.ts';

const english = {
  sourced_share: (p, f) => `Sourced: ${f.share(p.share)} of the deal, the commission of the archetype`,
  sourced_flat: () => 'Sourced: a flat amount per won deal',
  influenced_flat: () => 'Influenced: a flat amount per won deal',
  co_sold_flat: () => 'Co-sold: a flat amount per won deal, to the person who sold',
  taken_back: () => 'Taken back',
  introduction: (p) => `introduction ${deedsEn[p.deed as ActDeed]}`,
  touch: (p) => `touch ${deedsEn[p.deed as ActDeed]}`,
  vendor_contact: (p) => `vendor contact ${deedsEn[p.deed as ActDeed]}`,
  cosell_plan: (p) => `co-sell plan ${deedsEn[p.deed as ActDeed]}`,
  check_in: (p) => `check-in ${deedsEn[p.deed as ActDeed]}`,
  kind_set: () => 'kind of the deal set',
  dispute_closed: () => 'dispute closed',
  dispute_withdrawn: () => 'dispute withdrawn',
  ruling: (p) => `ruling ${p.number}`,
  merged: (p) => `merged into #${p.number}`,
  deleted: () => 'deleted at its source',
  restored: () => 'restored',
  customer_left: (p) => `the customer left on ${p.on}: ${p.reason}`,
  customer_stayed: () => 'the customer did not leave',
  attribution_page: () => 'attribution page',
  archetypes_page: () => 'archetypes page',
  rate: (p) => `rate of ${p.currency} from ${p.from}`,
  imported: () => 'import',
  import_withdrawn: () => 'import withdrawn',
  other: (p) => String(p.text),
} as const satisfies Record<string, PortalEntry>;

const deedsEn = {
  recorded: 'recorded',
  claimed: 'claimed',
  confirmed: 'confirmed',
  refused: 'refused',
  withdrawn: 'withdrawn',
  void: 'void',
  accepted: 'accepted',
  ended: 'ended',
} as const;

const deedsDe = {
  recorded: 'festgehalten',
  claimed: 'gemeldet',
  confirmed: 'bestätigt',
  refused: 'nicht bestätigt',
  withdrawn: 'zurückgezogen',
  void: 'aufgehoben',
  accepted: 'angenommen',
  ended: 'beendet',
} as const satisfies Record<ActDeed, string>;

/** What was done with an act that a credit rests on. */
type ActDeed = keyof typeof deedsEn;

export type LineCode = keyof typeof english;

const german: Readonly<Record<LineCode, PortalEntry>> = {
  sourced_share: (p, f) => `Gebracht: ${f.share(p.share)} des Geschäfts, die Provision des Archetyps`,
  sourced_flat: () => 'Gebracht: ein fester Betrag je gewonnenem Geschäft',
  influenced_flat: () => 'Beeinflusst: ein fester Betrag je gewonnenem Geschäft',
  co_sold_flat: () =>
    'Gemeinsam verkauft: ein fester Betrag je gewonnenem Geschäft, für die Person, die verkauft hat',
  taken_back: () => 'Zurückgenommen',
  introduction: (p) => `Einführung ${deedsDe[p.deed as ActDeed]}`,
  touch: (p) => `Beitrag ${deedsDe[p.deed as ActDeed]}`,
  vendor_contact: (p) => `unser eigener Kontakt ${deedsDe[p.deed as ActDeed]}`,
  cosell_plan: (p) => `Plan für den gemeinsamen Verkauf ${deedsDe[p.deed as ActDeed]}`,
  check_in: (p) => `Rückmeldung ${deedsDe[p.deed as ActDeed]}`,
  kind_set: () => 'Art des Geschäfts festgelegt',
  dispute_closed: () => 'Streitfall geschlossen',
  dispute_withdrawn: () => 'Streitfall zurückgezogen',
  ruling: (p) => `Entscheidung ${p.number}`,
  merged: (p) => `mit #${p.number} zusammengelegt`,
  deleted: () => 'an der Quelle gelöscht',
  restored: () => 'wiederhergestellt',
  customer_left: (p) => `der Kunde ging am ${p.on}: ${p.reason}`,
  customer_stayed: () => 'der Kunde ist doch geblieben',
  attribution_page: () => 'neue Attributionsseite',
  archetypes_page: () => 'neue Archetypenseite',
  rate: (p) => `Kurs von ${p.currency} ab ${p.from}`,
  imported: () => 'neuer Import',
  import_withdrawn: () => 'Import zurückgenommen',
  other: (p) => String(p.text),
};

export const lineWords: Readonly<Record<PortalLanguage, Readonly<Record<LineCode, PortalEntry>>>> = {
  en: english,
  de: german,
};
