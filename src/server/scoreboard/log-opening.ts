import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { insertOpening, isOpeningLogged } from './queries.ts';

/**
 * Logs that the CRO or the CEO opened the scoreboard, once a day and person: whoever owns the number has to look
 * at it. Openings by others are not logged. It moves no figure, so kept scoreboards stay.
 */
export async function logOpening(context: Context): Promise<{ logged: boolean }> {
  requireCapability(context, 'scoreboard.read');
  const { actor, organization, ports, now } = context;
  if (actor.kind !== 'member') return { logged: false };
  const { membershipId } = actor;
  const roles = actor.roles.filter((role) => role === 'cro' || role === 'ceo');
  if (roles.length === 0) return { logged: false };
  const org = organization.orgId;
  const on = localDateAt(now, organization.timeZone);
  const isLogged = await readTransaction(ports.pool, { org }, (tx) =>
    isOpeningLogged(tx, org, membershipId, on),
  );
  if (isLogged) return { logged: true };
  return write(context, async (tx) => {
    const openingId = ports.ids.next<Id<'scoreboard opening'>>(now);
    await insertOpening(tx, org, { openingId, membershipId, roles, at: now, on });
    tx.record({ action: 'scoreboard.open', entityId: membershipId, after: { roles, on } });
    return { logged: true };
  });
}
