/**
 * The letter that asks somebody to join a partner's team, in each language of the portal. A text that a language lacks does
 * not compile. The desk's own people are invited in English.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { Role } from '#core/program/roles.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';

type PartnerRole = Extract<Role, 'partner_admin' | 'partner_rep'>;

type InvitationWords = {
  readonly subject: (inviter: string, company: string) => string;
  readonly greeting: string;
  readonly asks: (inviter: string, partner: string, company: string, roles: string) => string;
  readonly and: string;
  readonly roles: Readonly<Record<PartnerRole, string>>;
  /** `day` is the last day, as the reader writes it. */
  readonly until: (day: string) => string;
  readonly accept: string;
  readonly orOpen: string;
  readonly unknownSender: string;
};

export const invitationWords: Readonly<Record<PortalLanguage, InvitationWords>> = {
  en: {
    subject: (inviter, company) => `${inviter} invites you to the partner program of ${company}`,
    greeting: 'Hello,',
    asks: (inviter, partner, company, roles) =>
      `${inviter} invites you to join the team of ${partner} in the partner program of ${company}, as ${roles}.`,
    and: ' and ',
    roles: { partner_admin: 'Partner admin', partner_rep: 'Partner rep' },
    until: (day) => `The invitation is for this address only. It works once, until ${day}.`,
    accept: 'Accept the invitation',
    orOpen: 'Or open this address:',
    unknownSender: 'If you do not know the sender, ignore this letter: nothing happens without your consent.',
  },
  de: {
    subject: (inviter, company) => `${inviter} lädt Sie ins Partnerprogramm von ${company} ein`,
    greeting: 'Guten Tag,',
    asks: (inviter, partner, company, roles) =>
      `${inviter} lädt Sie in das Team von ${partner} im Partnerprogramm von ${company} ein, als ${roles}.`,
    and: ' und ',
    roles: { partner_admin: 'Verwaltung beim Partner', partner_rep: 'Vertrieb beim Partner' },
    until: (day) => `Die Einladung gilt nur für diese Adresse und nur einmal, bis zum ${day}.`,
    accept: 'Einladung annehmen',
    orOpen: 'Oder öffnen Sie diese Adresse:',
    unknownSender:
      'Kennen Sie den Absender nicht, lassen Sie diesen Brief liegen: Ohne Ihre Zustimmung geschieht nichts.',
  },
};
