import type { CurrencyCode } from '#core/money.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { Formatters } from '../../../ui/format.tsx';

/** A measured fact as a sentence, and what it was measured on. */
export function factWords(
  fact: FunnelFact,
  format: Formatters,
  currency: CurrencyCode,
): { readonly sentence: string; readonly sample: string } {
  const say = (value: number): string => {
    if (fact.unit === 'share') return format.share(value);
    if (fact.unit === 'money') return format.moneyCompact({ minor: value, currency });
    return `${format.count(Math.round(value))} ${Math.round(value) === 1 ? 'day' : 'days'}`;
  };
  const compared = fact.comparison === null ? '' : `; ${say(fact.comparison)} in the others`;
  return { sentence: sentenceOf(fact, say(fact.value)) + compared, sample: sampleOf(fact, format) };
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

function sampleOf(fact: FunnelFact, format: Formatters): string {
  const deals = `${format.count(fact.deals)} direct ${fact.deals === 1 ? 'deal' : 'deals'}`;
  return fact.deals < 10 ? `Measured on ${deals}: few` : `Measured on ${deals}`;
}
