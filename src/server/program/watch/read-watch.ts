import type { LocalDate } from '#core/calendar.ts';
import { type CatchUpPlan, catchUpPlan } from '#core/gates/catch-up.ts';
import { type Digest, digestItems } from '#core/gates/digest.ts';
import type { GateFacts, GateKey, GateOverride, Measured } from '#core/gates/facts.ts';
import { decideGates, type GateStanding } from '#core/gates/gates.ts';
import { decideLaunchPlan, type LaunchPlan } from '#core/gates/launch-plan.ts';
import { decidePitfalls, type PitfallStanding } from '#core/gates/pitfalls.ts';
import { decideProperties, type Properties } from '#core/gates/properties.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { scoreboard } from '../../scoreboard/scoreboard.ts';
import { pastOverrideRows } from './design-queries.ts';
import { findGaps, type Gap } from './find-gaps.ts';
import { loadGateFacts } from './load-gate-facts.ts';
import { unmanagedPartners } from './partner-queries.ts';

export type MeasuredValue = boolean | number | string | readonly number[];

/** An override that was taken back. */
export type PastOverride = GateOverride & { readonly takenBackBy: string; readonly takenBackOn: LocalDate };

export type Watch = Pick<GateFacts, 'today' | 'kickoffOn' | 'mode'> & {
  readonly gates: readonly GateStanding[];
  /** Overrides that were taken back: they stay visible, since what was done under them stays. */
  readonly pastOverrides: readonly PastOverride[];
  readonly properties: Properties;
  readonly launchPlan: LaunchPlan;
  readonly pitfalls: readonly PitfallStanding[];
  /** What needs a decision today, as the weekly digest would name it. */
  readonly digest: Digest;
  readonly catchUp: CatchUpPlan | null;
  readonly gaps: readonly Gap[];
  readonly facts: Readonly<Record<string, Measured<MeasuredValue>>>;
};

/** Where the program stands: gates, pitfalls, what is missing and what nobody owns, with the facts behind all of it. */
export async function readWatch(context: Context): Promise<Watch> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const figures = await scoreboard(context);
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const facts = await loadGateFacts(tx, organization, today, figures);
    const gates = decideGates(facts);
    const pitfalls = decidePitfalls(facts, gates);
    const launchPlan = decideLaunchPlan(facts, gates);
    return {
      today,
      kickoffOn: facts.kickoffOn,
      mode: facts.mode,
      gates,
      pastOverrides: (await pastOverrideRows(tx, organization.orgId, organization.timeZone)).map((row) => ({
        gate: row.gate as GateKey,
        reason: row.reason,
        by: row.by,
        on: row.on as LocalDate,
        takenBackBy: row.revoked_by,
        takenBackOn: row.revoked_on as LocalDate,
      })),
      properties: decideProperties(facts, gates),
      launchPlan,
      pitfalls,
      digest: digestItems({ today, gates, pitfalls, launchPlan }, null),
      catchUp: catchUpPlan(facts, gates),
      gaps: findGaps(facts, await unmanagedPartners(tx, organization.orgId, today)),
      facts: measuredOf(facts),
    };
  });
}

/** The facts that are measured, by name. */
function measuredOf(facts: GateFacts): Record<string, Measured<MeasuredValue>> {
  const measured = Object.entries(facts).filter(
    ([, value]) => typeof value === 'object' && value !== null && 'known' in value,
  );
  return Object.fromEntries(measured) as Record<string, Measured<MeasuredValue>>;
}
