import type { Letter } from '../letter.ts';

/** The letter that asks a person to join an organization, or a partner's team in its program. */
export function invitationLetter(facts: {
  organization: string;
  invitedBy: string;
  /** The roles as words for a reader, for example "partner manager". */
  roles: readonly string[];
  /** Set when the person is invited for a partner's company. */
  partner?: string;
  link: string;
  expiresOn: string;
}): Letter {
  const seat = facts.partner
    ? `to join the team of ${facts.partner} in the partner program of ${facts.organization}`
    : `to join ${facts.organization} on Tandem`;
  return {
    subject: `${facts.invitedBy} invites you to ${facts.organization} on Tandem`,
    greeting: 'Hello,',
    paragraphs: [
      `${facts.invitedBy} invites you ${seat}, as ${facts.roles.join(' and ')}.`,
      `The invitation is for this address only. It works once, until ${facts.expiresOn}.`,
    ],
    action: { label: 'Accept the invitation', link: facts.link },
    footnotes: ['If you do not know the sender, ignore this letter: nothing happens without your consent.'],
  };
}
