import { factSentence } from '#core/blueprint/fact-sentence.ts';
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
  return { sentence: factSentence(fact, say), sample: sampleOf(fact, format) };
}

function sampleOf(fact: FunnelFact, format: Formatters): string {
  const deals = `${format.count(fact.deals)} direct ${fact.deals === 1 ? 'deal' : 'deals'}`;
  return fact.deals < 10 ? `Measured on ${deals}: few` : `Measured on ${deals}`;
}
