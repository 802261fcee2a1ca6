import type { CreditClass } from '#core/attribution/credit-class.ts';

/** Who had the credit of a deal, and of which class. */
export type Verdict = {
  readonly class: CreditClass;
  readonly partnerId: string | null;
  readonly coSold: boolean;
};

/** A deal whose credit is another than before, and what made it so. Null before: it had no verdict yet. */
export type ChangedVerdict = {
  readonly opportunityId: string;
  readonly creditId: string;
  readonly before: Verdict | null;
  readonly after: Verdict;
  readonly cause: string;
};
