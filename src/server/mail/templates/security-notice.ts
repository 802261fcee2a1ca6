import type { Letter } from '../letter.ts';

export type SecurityChange = 'password_changed' | 'second_factor_enabled' | 'second_factor_disabled';

const sentences = {
  password_changed: 'The password of your account was changed. Your other sessions were ended.',
  second_factor_enabled: 'Sign-in now asks for a second factor. Your other sessions were ended.',
  second_factor_disabled: 'The second factor was taken off your account.',
} satisfies Record<SecurityChange, string>;

/** The letter that tells a person that the way they sign in has changed. */
export function securityNoticeLetter(facts: { name: string; change: SecurityChange; link: string }): Letter {
  return {
    subject: 'The way you sign in to Tandem has changed',
    greeting: `Hello ${facts.name},`,
    paragraphs: [sentences[facts.change]],
    action: { label: 'Open Tandem', link: facts.link },
    footnotes: ['If this was not you, choose a new password now and tell your administrator.'],
  };
}
