import type { Letter } from '../letter.ts';

/** The letter that lets a person choose a new password. */
export function passwordResetLetter(facts: { name: string; link: string; minutes: number }): Letter {
  return {
    subject: 'Choose a new password for Tandem',
    greeting: `Hello ${facts.name},`,
    paragraphs: [
      `Use this link to choose a new password. It works once, within ${facts.minutes} minutes.`,
      'Every session of your account ends when the new password is set.',
    ],
    action: { label: 'Choose a new password', link: facts.link },
    footnotes: ['If you did not ask for this, ignore this letter: your password stays as it is.'],
  };
}
