import type { LocalDate } from '#core/calendar.ts';
import { invitationWords } from '#core/portal/invitation-words.ts';
import { type PortalLanguage, portalFormat } from '#core/registration/portal-format.ts';
import type { Letter, LetterLook } from '../letter.ts';

/** The letter that asks a person to join a partner's team: in the inviter's language, as the company's portal looks. */
export function teamInvitationLetter(facts: {
  language: PortalLanguage;
  look: LetterLook;
  invitedBy: string;
  partner: string;
  roles: readonly string[];
  link: string;
  expiresOn: LocalDate;
}): Letter {
  const { language, look, invitedBy } = facts;
  const words = invitationWords[language];
  const named: Readonly<Record<string, string>> = words.roles;
  const roles = facts.roles.map((role) => named[role] ?? role).join(words.and);
  return {
    language,
    look,
    subject: words.subject(invitedBy, look.name),
    greeting: words.greeting,
    paragraphs: [
      words.asks(invitedBy, facts.partner, look.name, roles),
      words.until(portalFormat(language).day(facts.expiresOn)),
    ],
    action: { label: words.accept, link: facts.link },
    orOpen: words.orOpen,
    footnotes: [words.unknownSender],
  };
}
