import type { Wish } from './requests.ts';

const reason = 'The introduction was written down in time and confirmed by the account executive.';

/** Bodies of cases and rulings. */
export const disputeBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  openDispute: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    claim: 'We brought it',
    claimedClass: 'sourced',
    partnerId: ids.partnerId,
    links: ['https://example.org/thread'],
  }),
  speakInDispute: () => ({ kind: 'evidence', body: 'The calendar shows it', links: [] }),
  proposeRuling: ({ ids }) => ({
    opportunityId: ids.opportunityId,
    question: 'Who opened the door?',
    class: 'influenced',
    partnerId: ids.partnerId,
    reason,
  }),
  openOwnDispute: ({ ids }) => ({ opportunityId: ids.opportunityId, claim: 'We brought it', links: [] }),
  speakAsPartner: () => ({ kind: 'evidence', body: 'The mail shows it', links: [] }),
};
