import type { ReasonParams } from '#core/decision.ts';
import type { CounterfactualCode } from './counterfactual-words.ts';
import type { CreditFacts } from './facts.ts';

/** The facts with one thing made different, and how that is told. */
export type Attempt = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly facts: CreditFacts;
  /** In how many respects the thing is different; the fewer, the more telling. */
  readonly changes: number;
};
