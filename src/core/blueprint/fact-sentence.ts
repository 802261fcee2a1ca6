import type { FunnelFact } from '#core/program/funnel.ts';

/**
 * A measured fact of the direct funnel as a sentence: “Deals stand 38 days in Validation, the median; 20 days in the
 * others”. `say` writes a value of the fact's unit.
 */
export function factSentence(fact: FunnelFact, say: (value: number) => string): string {
  const compared = fact.comparison === null ? '' : `; ${say(fact.comparison)} in the others`;
  return sentenceOf(fact, say(fact.value)) + compared;
}

function sentenceOf(fact: FunnelFact, value: string): string {
  const stage = fact.stage?.name ?? '';
  switch (fact.kind) {
    case 'stage_days':
      return `Deals stand ${value} in ${stage}, the median`;
    case 'stage_conversion':
      return `${value} of deals go on from ${stage}`;
    case 'lost_at':
      return `${value} of lost deals are lost in ${stage}`;
    case 'win_rate':
      return `${value} of closed deals are won`;
    case 'cycle_days':
      return `A won deal takes ${value} from creation to close`;
    case 'deal_size':
      return `The median won deal is ${value}`;
  }
}
