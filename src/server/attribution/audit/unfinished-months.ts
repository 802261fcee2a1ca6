import { addMonths, type LocalDate } from '#core/calendar.ts';
import type { Context } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { judgedSamples } from './sample-queries.ts';

/** The months of a quarter whose sample was not drawn, or not worked through. By their first day. */
export async function unfinishedMonths(
  tx: Tx,
  context: Context,
  quarter: { readonly start: LocalDate; readonly end: LocalDate },
): Promise<LocalDate[]> {
  const samples = await judgedSamples(tx, context.organization.orgId);
  const months: LocalDate[] = [];
  for (let month = quarter.start; month <= quarter.end; month = addMonths(month, 1)) months.push(month);
  return months.filter((month) => {
    const sample = samples.find(({ month_on }) => month_on === month);
    return sample === undefined || sample.judged < sample.size;
  });
}
