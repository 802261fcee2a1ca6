import type { Letter } from '../letter.ts';

/** The letter that signs a person in. `link` opens a page with one button; only the button spends the link. */
export function magicLinkLetter(facts: { name: string; link: string; minutes: number }): Letter {
  return {
    subject: 'Your link to sign in to Tandem',
    greeting: `Hello ${facts.name},`,
    paragraphs: [`Use this link to sign in. It works once, within ${facts.minutes} minutes.`],
    action: { label: 'Sign in to Tandem', link: facts.link },
    footnotes: ['If you did not ask for this, ignore this letter: nobody can sign in without it.'],
  };
}
