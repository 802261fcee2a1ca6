import { drawSample, sampleSize } from '#core/attribution/audit/draw-sample.ts';
import type { LocalDate } from '#core/calendar.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { ProblemError } from '../../problem.ts';
import { lastDayOf, populationOf, rulingsOfMonth } from './month.ts';
import { insertItems, insertSample } from './sample-queries.ts';

/**
 * Draws the sample of a month (ATT-20), once, after its last day. Nobody picks the seed: it is the hash of the
 * organization, the month and the deals that had partner credit in it.
 */
export async function drawMonth(
  context: Context,
  month: LocalDate,
): Promise<{ size: number; population: number }> {
  requireCapability(context, 'audit_sample.work');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  if (today <= lastDayOf(month)) {
    throw new ProblemError('conflict', 'This month is not over. Its sample is drawn after its last day.');
  }
  return write(context, async (tx) => {
    const { deals, populationHash, seed } = await populationOf(tx, organization, month);
    if (deals.length === 0) {
      throw new ProblemError(
        'conflict',
        'No deal had partner credit in this month: there is nothing to draw.',
      );
    }
    const settings = await rulingsOfMonth(tx, organization, month);
    const size = sampleSize(deals.length, settings);
    const row = {
      month_on: month,
      seed,
      population: deals.length,
      size,
      drawn_by: actorId(context.actor),
      now,
    };
    if (!(await insertSample(tx, org, row))) {
      throw new ProblemError('conflict', 'The sample of this month is drawn already.');
    }
    await insertItems(tx, org, month, drawSample(deals, seed, settings));
    tx.record({
      action: 'audit_sample.draw',
      entityId: month,
      after: { month, population: deals.length, populationHash, seed, size },
      movesFigures: true,
    });
    return { size, population: deals.length };
  });
}
