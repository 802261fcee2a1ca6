import type { LocalDate } from '#core/calendar.ts';
import { deskDay } from '#core/notice/letter-sentence.ts';
import type { Letter } from '../letter.ts';

/** The letter that asks a person to join an organization. */
export function invitationLetter(facts: {
  organization: string;
  invitedBy: string;
  /** The roles as words for a reader, for example "partner manager". */
  roles: readonly string[];
  link: string;
  expiresOn: LocalDate;
}): Letter {
  return {
    subject: `${facts.invitedBy} invites you to ${facts.organization} on Tandem`,
    greeting: 'Hello,',
    paragraphs: [
      `${facts.invitedBy} invites you to join ${facts.organization} on Tandem, as ${facts.roles.join(' and ')}.`,
      `The invitation is for this address only. It works once, until ${deskDay(facts.expiresOn)}.`,
    ],
    action: { label: 'Accept the invitation', link: facts.link },
    footnotes: ['If you do not know the sender, ignore this letter: nothing happens without your consent.'],
  };
}
