import { quarterOf } from '#core/calendar.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { defaultAttributionBody, defaultScoreboardDefinitions } from './policies.ts';
import { insertPolicy } from './queries.ts';

/**
 * Writes the first version of the two pages that figures are computed by: the defaults of the method, unsigned, in
 * force from the start of the present quarter. The other pages begin with nothing. Part of creating an organization.
 */
export async function adoptDefaults(tx: WriteTx, context: Context): Promise<void> {
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const inForceFrom = quarterOf(today, organization.fiscal).start;
  const bodies = { attribution: defaultAttributionBody, scoreboard: defaultScoreboardDefinitions };
  for (const word of ['attribution', 'scoreboard'] as const) {
    await insertPolicy(tx, organization.orgId, word, {
      version: 1,
      body: bodies[word],
      inForceFrom,
      createdBy: actorId(context.actor),
      now,
    });
    tx.record({ action: 'policy.adopt', entityId: `${word} 1`, after: { inForceFrom }, movesFigures: true });
  }
}
