import type { GateKey } from '#core/gates/facts.ts';
import { gates } from '#core/gates/gates.ts';
import { guardedBy } from '#core/gates/guard.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { closeWithOverride } from '../../portal/opening/close-portal.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { insertOverride, revokeOverrideRow } from './design-queries.ts';

/** Opens a closed gate on the word of a person; it stays visible, with the reason, and in the trail. */
export async function overrideGate(
  context: Context,
  gate: GateKey,
  reason: string,
): Promise<{ overrideId: string }> {
  requireCapability(context, 'gate.override');
  const { actor, organization, now } = context;
  if (actor.kind !== 'member') {
    throw new ProblemError('not-allowed', 'A gate is overridden by a person, who answers for it.');
  }
  const id = context.ports.ids.next<Id<'gate override'>>(now);
  const on = localDateAt(now, organization.timeZone);
  return write(context, async (tx) => {
    const row = { id, gate, reason, by: actor.membershipId, on, now };
    if (!(await insertOverride(tx, organization.orgId, row))) {
      throw new ProblemError('conflict', `Gate ${gates[gate].name} is overridden already.`);
    }
    tx.record({ action: 'gate.override', entityId: gate, after: { reason, on } });
    return { overrideId: id };
  });
}

/**
 * Takes an override back: from now on the gate is what its conditions say. What was done meanwhile stays, but for a portal
 * that the override alone had opened.
 */
export async function revokeOverride(context: Context, gate: GateKey): Promise<void> {
  requireCapability(context, 'gate.override');
  const { organization, now } = context;
  await write(context, async (tx) => {
    const row = { gate, by: actorId(context.actor), now };
    const revoked = await revokeOverrideRow(tx, organization.orgId, row);
    if (!revoked) throw notFound('override of this gate');
    tx.record({ action: 'gate.revoke_override', entityId: gate, before: { reason: revoked.reason } });
    if (gate === guardedBy.portal.gate) await closeWithOverride(tx, organization.orgId);
  });
}
