/** DR-16: the closed list of reasons for a rejection, by their key. A program may word them as it likes. */
export const rejectionKinds = {
  otherPartner: 'Another partner registered it',
  directDeal: 'Active direct deal',
  directContact: 'Recent direct contact',
  customer: 'Existing customer',
  directOnly: 'Direct-only account',
  belowMinimum: 'Below the minimum value',
  notQualified: 'Not qualified',
  outside: 'Outside territory or partner type',
  missingInformation: 'Missing information',
  notEligible: 'Partner not eligible',
} as const;

/** `other` is a reason that the program added to the list. */
export type RejectionKind = keyof typeof rejectionKinds | 'other';
