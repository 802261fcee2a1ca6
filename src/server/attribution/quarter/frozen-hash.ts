import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit/chain.ts';
import type { FrozenRow } from './quarter-queries.ts';

type Hashed = Pick<
  FrozenRow,
  'measure' | 'opportunity_id' | 'class' | 'partner_id' | 'co_sold' | 'amount_minor' | 'credit_id'
>;

/**
 * SHA-256 of a closed quarter in its canonical text: its days, its currency and every frozen row in the order of
 * measure and deal. Whoever changes a row, adds or removes one, changes the hash.
 */
export function frozenHash(
  quarter: { readonly starts_on: string; readonly ends_on: string; readonly currency: string },
  rows: readonly Hashed[],
): string {
  const { starts_on, ends_on, currency } = quarter;
  const deals = rows
    .map(({ measure, opportunity_id, class: creditClass, partner_id, co_sold, amount_minor, credit_id }) => ({
      ...{ measure, opportunity_id, class: creditClass, partner_id, co_sold },
      amount_minor: amount_minor === null ? null : Number(amount_minor),
      credit_id,
    }))
    .sort((a, b) => {
      const [left, right] = [`${a.measure} ${a.opportunity_id}`, `${b.measure} ${b.opportunity_id}`];
      return left < right ? -1 : left > right ? 1 : 0;
    });
  return createHash('sha256').update(canonicalJson({ starts_on, ends_on, currency, deals })).digest('hex');
}
