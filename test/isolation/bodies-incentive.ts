import type { Wish } from './requests.ts';

/** Bodies of statements and payments. */
export const incentiveBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  issueStatements: () => ({ month: '2026-06' }),
  clawBack: () => ({ leftOn: '2026-07-01', reason: 'The customer left' }),
  undoClawback: () => ({ reason: 'It did not' }),
  recordPayment: () => ({ paidOn: '2026-07-10', reference: 'SEPA 7' }),
};
