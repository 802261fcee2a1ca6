import { typedDeal } from '#test/harness/registration-scene.ts';
import type { Wish } from './requests.ts';

const typed = { legalName: 'Vermeer BV', country: 'NL' };
/** All that the form asks, of a customer whom nobody else wants. */
const whole = ({ ids }: Wish) => ({
  ...typedDeal({ legalName: 'Cooper and Daughters', domain: 'cooper-and-daughters.nl' }),
  products: [ids.suite],
});
const words = { words: 'The discovery was held on Monday.' };

/** Bodies of registrations, their decisions and their conflicts. */
export const registrationBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  beginRegistration: () => ({ typed }),
  registerDeal: (wish) => ({ typed: whole(wish), language: 'en' }),
  saveRegistrationDraft: () => ({ typed }),
  submitRegistration: () => ({ language: 'en' }),
  answerRegistration: () => words,
  withdrawRegistration: () => words,
  updateRegistration: () => words,
  askExtension: () => words,
  appealRegistration: () => words,
  beginRegistrationFor: ({ ids }) => ({
    partnerId: ids.partnerId,
    rep: { name: 'Ada', email: 'ada@example.org' },
    typed,
  }),
  registerDealFor: (wish) => ({
    partnerId: wish.ids.partnerId,
    rep: { name: 'Ada', email: 'ada@example.org' },
    typed: whole(wish),
  }),
  saveRegistrationDraftFor: () => ({ typed }),
  answerRegistrationFor: () => words,
  withdrawRegistrationFor: () => words,
  updateRegistrationFor: () => words,
  appealRegistrationFor: () => words,
  acceptRegistration: ({ ids }) => ({ changed: null, opportunityId: ids.opportunityId }),
  rejectRegistration: () => ({ reason: 'Not qualified', words: 'No budget yet.' }),
  returnRegistration: () => ({ asks: 'Who is the buyer?', isIncomplete: false }),
  decideRegistrations: ({ ids }) => ({
    registrationIds: [ids.registrationId],
    answer: { kind: 'reject', reason: 'Not qualified', words: 'No budget yet.' },
  }),
  assignRegistrationAe: ({ ids }) => ({ membershipId: ids.membershipId }),
  linkRegistrationDeal: ({ ids }) => ({ opportunityId: ids.opportunityId }),
  decideRegistrationExtension: () => ({ isGiven: true }),
  decideRegistrationAppeal: () => ({ isGranted: false }),
  replaceDirectOnlyAccounts: () => ({ csv: 'name,domain,country\nVermeer BV,vermeer.nl,NL\n' }),
  changePartnerStanding: () => ({ isSuspended: true, countries: ['NL'] }),
  ruleRegistrationConflict: ({ ids }) => ({
    ground: 'panel',
    winner: ids.registrationId,
    words: 'The panel heard both.',
    evidence: [],
  }),
};

export const registrationQueries: Readonly<Record<string, Record<string, string>>> = {
  hintDomain: { domain: 'vermeer.nl' },
};
