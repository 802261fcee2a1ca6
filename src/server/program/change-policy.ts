import { signingSeats } from '#core/attribution/policy.ts';
import { addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { Role } from '#core/program/roles.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import { projectOpportunities } from '../import/project/project-opportunities.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import {
  defaultAttributionBody,
  defaultScoreboardDefinitions,
  type ScoreboardDefinitions,
  signedOf,
} from './policies.ts';
import { insertPolicy, insertSignature, type PolicyRow, type PolicyWord, policyRows } from './queries.ts';

/**
 * Writes the first version of every policy: the defaults of the method, unsigned, in force from the start of the
 * present quarter. Part of creating an organization.
 */
export async function adoptDefaults(tx: WriteTx, context: Context): Promise<void> {
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const inForceFrom = quarterOf(today, organization.fiscal).start;
  const bodies = { attribution: defaultAttributionBody, scoreboard: defaultScoreboardDefinitions };
  for (const [word, body] of Object.entries(bodies)) {
    await insertPolicy(tx, organization.orgId, word as PolicyWord, {
      version: 1,
      body,
      inForceFrom,
      createdBy: actorId(context.actor),
      now,
    });
    tx.record({ action: 'policy.adopt', entityId: `${word} 1`, after: { inForceFrom }, movesFigures: true });
  }
}

/** Every version of a policy with its signatures, newest first. */
export async function listPolicies(context: Context, word: PolicyWord): Promise<PolicyRow[]> {
  requireCapability(context, 'organization.read');
  const org = context.organization.orgId;
  return (await readTransaction(context.ports.pool, { org }, (tx) => policyRows(tx, org, word))).reverse();
}

/**
 * Proposes a new version of the scoreboard's definitions. It takes effect from a quarter's first day, this quarter's
 * at the earliest, so that no closed quarter is redefined; it counts as a draft until all seats have signed. A new
 * entry stage counts at once, and every deal is read anew by it.
 */
export async function proposeDefinitions(
  context: Context,
  body: ScoreboardDefinitions,
  inForceFrom: LocalDate,
): Promise<{ version: number }> {
  requireCapability(context, 'scoreboard.define');
  const { organization, now } = context;
  const thisQuarter = quarterOf(localDateAt(now, organization.timeZone), organization.fiscal);
  const startsQuarter = quarterOf(inForceFrom, organization.fiscal).start === inForceFrom;
  if (!startsQuarter || inForceFrom < thisQuarter.start) {
    const next = addQuarters(thisQuarter, 1, organization.fiscal).start;
    throw invalidField(
      'body.inForceFrom',
      `the first day of a fiscal quarter, ${thisQuarter.start} or later`,
      inForceFrom,
      `Use ${thisQuarter.start} for this quarter or ${next} for the next.`,
    );
  }
  const proposed = write(context, async (tx) => {
    const rows = await policyRows(tx, organization.orgId, 'scoreboard');
    const version = (rows.at(-1)?.version ?? 0) + 1;
    const before = {
      ...defaultScoreboardDefinitions,
      ...(rows.at(-1)?.body as ScoreboardDefinitions | undefined),
    };
    const entryMoves = before.entryStage !== body.entryStage;
    if (entryMoves && inForceFrom > thisQuarter.start) {
      // Every deal carries the day it became pipeline; it cannot carry two.
      throw invalidField(
        'body.inForceFrom',
        `${thisQuarter.start}, because the entry stage changes`,
        inForceFrom,
        'A new entry stage counts from this quarter on; let the other changes follow in a version of their own.',
      );
    }
    await insertPolicy(tx, organization.orgId, 'scoreboard', {
      version,
      body,
      inForceFrom,
      createdBy: actorId(context.actor),
      now,
    });
    tx.record({
      action: 'policy.propose',
      entityId: `scoreboard ${version}`,
      before: rows.at(-1)?.body,
      after: { ...body, inForceFrom },
      movesFigures: true,
    });
    if (entryMoves) await projectOpportunities(tx, organization, { of: 'all' });
    return { version };
  });
  return proposed.catch((error) => {
    if (violatedConstraint(error) !== 'policy_pkey') throw error;
    throw new ProblemError('conflict', 'Somebody proposed another version at this moment. Look at it first.');
  });
}

/** Signs a version for a seat that the signer holds (ATT-1). One person may hold several seats and signs for each. */
export async function signPolicy(
  context: Context,
  word: PolicyWord,
  version: number,
  seat: Role,
): Promise<{ missing: readonly string[] }> {
  requireCapability(context, 'policy.sign');
  const { actor, organization, now } = context;
  if (actor.kind !== 'member' || !actor.roles.includes(seat)) {
    throw new ProblemError('not-allowed', `Only who holds the seat ${seat} signs for it.`);
  }
  if (!(signingSeats as readonly Role[]).includes(seat)) {
    throw invalidField('body.seat', signingSeats.join(', '), seat, 'Choose one of these seats.');
  }
  return write(context, async (tx) => {
    const found = (await policyRows(tx, organization.orgId, word)).find((row) => row.version === version);
    if (!found) throw notFound('version of this policy');
    const signature = { version, seat, membershipId: actor.membershipId, now };
    if (!(await insertSignature(tx, organization.orgId, word, signature))) {
      throw new ProblemError('conflict', `The seat ${seat} has signed this version already.`);
    }
    tx.record({
      action: 'policy.sign',
      entityId: `${word} ${version}`,
      after: { seat },
      movesFigures: true,
    });
    const signatures = [...found.signatures, { seat, membershipId: actor.membershipId, signedAt: now }];
    return { missing: signedOf({ ...found, signatures }).missing };
  });
}
