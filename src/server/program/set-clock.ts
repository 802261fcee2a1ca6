import type { LocalDate } from '#core/calendar.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { lockProgram, updateProgram } from './queries.ts';

export type ProgramClock = {
  /** The day from which the weeks of the launch plan count. */
  readonly kickoffOn: LocalDate | null;
  /** `running`: partners were signed before the program was written down. */
  readonly mode: 'new' | 'running';
};

/** Sets the kickoff date, and whether the program is new or runs already. */
export async function setClock(context: Context, clock: ProgramClock): Promise<void> {
  requireCapability(context, 'program.edit');
  const { organization, now } = context;
  const org = organization.orgId;
  const by = actorId(context.actor);
  await write(context, async (tx) => {
    const before = await lockProgram(tx, org, by, now);
    await updateProgram(tx, org, { kickoff_on: clock.kickoffOn, mode: clock.mode, by, now });
    tx.record({
      action: 'program.set_clock',
      before: { kickoffOn: before.kickoff_on, mode: before.mode },
      after: clock,
    });
  });
}
