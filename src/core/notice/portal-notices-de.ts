/**
 * What the people of a partner are told, in German. The company speaks as "wir".
 *
 * Handbook: docs/handbook/notices.md
 */

import { germanClassWords } from '#core/attribution/class-words.ts';
import { portalFormat } from '#core/registration/portal-format.ts';
import { registrationNews } from '#core/registration/registration-news.ts';
import { type CaseMoved, dealName, type PortalSentences } from './kinds.ts';

const format = portalFormat('de');

const caseMoves = {
  answer: 'geantwortet',
  counter_claim: 'eine Gegenforderung gestellt',
  evidence: 'Belege hinzugefügt',
  appeal: 'der Entscheidung widersprochen',
  withdrawal: 'den Fall zurückgenommen',
} as const satisfies Record<CaseMoved, string>;

export const germanNotices: PortalSentences = {
  own_credit: (p) => {
    const before = p.before === null ? null : germanClassWords[p.before];
    return p.after === null
      ? `${dealName(p)}: Die Gutschrift ist nicht mehr Ihre; vorher war sie ${before ?? germanClassWords.none}.`
      : `${dealName(p)}: Ihre Gutschrift ist ${germanClassWords[p.after]}${before === null ? '' : `; vorher war sie ${before}`}.`;
  },
  own_credits: (p) => `Ihre Gutschrift hat sich bei ${p.count} Geschäften geändert.`,
  claim_answer: (p) =>
    p.confirmed
      ? `${dealName(p)}: Was Sie mitgeteilt haben, ist bestätigt und zählt.`
      : `${dealName(p)}: Was Sie mitgeteilt haben, ist nicht bestätigt. Der Grund: ${p.reason ?? 'keiner angegeben'}`,
  own_case: (p) =>
    p.move === 'ruled'
      ? `${dealName(p)}: Über Ihren Streitfall ${p.dispute} ist entschieden. Lesen Sie den Grund.`
      : `${dealName(p)}: In Ihrem Streitfall ${p.dispute} haben wir ${caseMoves[p.move]}.`,
  own_registration: (p) =>
    `Registrierung ${p.number}, ${p.customer ?? 'ohne Namen'}: ${registrationNews.de[p.news]}`,
  statement: (p) => `Ihre Abrechnung ${p.number} für ${format.month(p.month)} ist ausgestellt.`,
};
