import type { LocalDate } from '#core/calendar.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { ProblemError } from '../problem.ts';
import { storedBody } from './pages.ts';
import type { ScoreboardDefinitions } from './policies.ts';
import { insertProposal, orTold } from './proposal.ts';
import { lockProgram, policyRows } from './queries.ts';
import { requireChecks } from './require-checks.ts';

/**
 * Proposes a new version of the scoreboard's definitions; the targets of the indicators stay as they were. It takes
 * effect from a quarter's first day, this quarter's at the earliest, so that no closed quarter is redefined. While
 * nothing was signed it counts as a draft at once; a signed version is displaced only when all seats have signed. Its
 * blocking checks are asked as of any page.
 */
export async function proposeDefinitions(
  context: Context,
  definitions: ScoreboardDefinitions,
  inForceFrom: LocalDate,
): Promise<{ version: number }> {
  requireCapability(context, 'scoreboard.define');
  const { organization, now } = context;
  const org = organization.orgId;
  const proposed = write(context, async (tx) => {
    const seen = (await policyRows(tx, org, 'scoreboard')).at(-1);
    await lockProgram(tx, org, actorId(context.actor), now);
    const present = (await policyRows(tx, org, 'scoreboard')).at(-1);
    if (present?.version !== seen?.version) {
      throw new ProblemError(
        'conflict',
        'Somebody proposed another version at this moment. Look at it first.',
      );
    }
    const body = { ...storedBody('scoreboard', present?.body ?? {}), ...definitions };
    await requireChecks(tx, context, 'scoreboard', body);
    const { version } = await insertProposal(tx, context, 'scoreboard', { body, wished: inForceFrom });
    return { version };
  });
  return orTold(proposed);
}
