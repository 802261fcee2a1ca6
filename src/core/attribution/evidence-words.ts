/**
 * What somebody did, as the evidence of a deal names it, in each language of the portal.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { introductionSorts, TouchAction, VendorContact } from './facts.ts';

type EvidenceWords = {
  readonly introduction: Readonly<Record<(typeof introductionSorts)[number], string>>;
  readonly touch: Readonly<Record<TouchAction, string>>;
  readonly plan: string;
  readonly planEnded: (on: LocalDate) => string;
  readonly checkIn: string;
  readonly ownContact: Readonly<Record<VendorContact['kind'], string>>;
};

export const evidenceWords: Readonly<Record<PortalLanguage, EvidenceWords>> = {
  en: {
    introduction: {
      introduction: 'introduction',
      reopening: 'reopened conversation',
      expansion: 'surfaced expansion',
    },
    touch: {
      introduction: 'introduction',
      joint_meeting: 'joint meeting',
      stakeholder_access: 'stakeholder access',
      objection_handled: 'objection handled',
      competitive_risk_removed: 'competitive risk removed',
      solution_architecture: 'solution architecture',
      deployment_help: 'deployment help',
      success_support: 'success support',
      account_update: 'account update',
      expansion_surfaced: 'expansion surfaced',
    },
    plan: 'co-sell plan',
    planEnded: (on) => `co-sell plan, ended on ${on}`,
    checkIn: 'check-in',
    ownContact: { meeting: 'our own meeting', outbound: 'our own outbound message' },
  },
  de: {
    introduction: {
      introduction: 'Einführung',
      reopening: 'neu eröffnetes Gespräch',
      expansion: 'aufgezeigte Erweiterung',
    },
    touch: {
      introduction: 'Einführung',
      joint_meeting: 'gemeinsamer Termin',
      stakeholder_access: 'Zugang zu jemand Neuem',
      objection_handled: 'ausgeräumter Einwand',
      competitive_risk_removed: 'Wettbewerber aus dem Weg geräumt',
      solution_architecture: 'Lösungsarchitektur',
      deployment_help: 'Hilfe bei der Inbetriebnahme',
      success_support: 'Betreuung des Kunden',
      account_update: 'Neues zum Kunden',
      expansion_surfaced: 'aufgezeigte Erweiterung',
    },
    plan: 'Plan für den gemeinsamen Verkauf',
    planEnded: (on) => `Plan für den gemeinsamen Verkauf, beendet am ${on}`,
    checkIn: 'Rückmeldung',
    ownContact: { meeting: 'unser eigenes Treffen', outbound: 'unsere eigene Ansprache' },
  },
};
