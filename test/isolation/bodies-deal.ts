import type { Wish } from './requests.ts';

/** Bodies of what the CRM did to its records after the fact. */
export const dealBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  mergeDeal: ({ ids }) => ({ intoOpportunityId: ids.twinId, reason: 'The same deal twice' }),
  deleteDeal: () => ({ reason: 'Entered by mistake' }),
  restoreDeal: () => ({ reason: 'It was not' }),
};
