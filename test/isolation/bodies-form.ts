import type { Wish } from './requests.ts';

const words = { words: 'The discovery was held on Monday.' };

/** Bodies of what people without a login send by a secret link. */
export const formBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  beginLinkedRegistration: ({ number }) => ({
    rep: { name: 'Ada', email: `ada-${number}@example.org` },
    typed: { legalName: 'Vermeer BV', country: 'NL' },
    language: 'en',
  }),
  saveHeldDraft: () => ({ typed: { legalName: 'Vermeer BV', country: 'NL' } }),
  submitHeldRegistration: () => ({ language: 'en' }),
  answerHeldRegistration: () => words,
  withdrawHeldRegistration: () => words,
  updateHeldRegistration: () => words,
  askHeldExtension: () => words,
  appealHeldRegistration: () => words,
  previewMailedDecision: () => ({ token: 'no such token of twenty letters' }),
  commitMailedDecision: () => ({
    token: 'no such token of twenty letters',
    decision: { act: 'accept' },
  }),
};

export const formQueries: Readonly<Record<string, Record<string, string>>> = {
  hintHeldDomain: { domain: 'vermeer.nl' },
};
