import { quarterOf } from '#core/calendar.ts';
import type { GateFacts } from '#core/gates/facts.ts';
import type { Scoreboard } from '#core/scoreboard/payload.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { sourcedWon } from './figure-queries.ts';
import type { Design } from './load-design.ts';
import { loadMoney } from './load-funnel.ts';
import { known, waits } from './measured.ts';

/** What the watch reads from the scoreboard, so that both say the same. */
export type Figures = Pick<Scoreboard, 'shareOfNewPipeline' | 'sourcedPipelineThisQuarter' | 'waterfall'>;

/** What the scoreboard's figures tell the gates and the pitfalls. */
export async function figureFacts(
  tx: Tx,
  organization: Organization,
  design: Design,
  figures: Figures | null,
): Promise<Pick<GateFacts, 'coverage' | 'sourcedShare' | 'shareByQuarter' | 'activityWithoutOutput'>> {
  if (figures === null) {
    const unread = waits('the figures of the scoreboard');
    return { coverage: unread, sourcedShare: unread, shareByQuarter: unread, activityWithoutOutput: unread };
  }
  const { quarters, activityNotOutput } = figures.shareOfNewPipeline;
  const complete = quarters.filter(({ isComplete }) => isComplete);
  // The latest quarters in a row of which the share is known: a gap before them hides nothing in them.
  const gap = complete.findLastIndex(({ value }) => value === null);
  const recent = complete.slice(gap + 1);
  const shares = recent.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = recent.at(-1);
  const noQuarter = waits('a full quarter with new pipeline');
  const { state, overQuarters } = activityNotOutput;
  return {
    coverage: await coverage(tx, organization, design, figures),
    sourcedShare:
      last === undefined || last.value === null
        ? noQuarter
        : known(last.value, `Sourced over all new pipeline of ${last.period.label}.`, last.period.end),
    shareByQuarter:
      last === undefined
        ? noQuarter
        : known(shares, `Full quarters up to ${last.period.label}.`, last.period.end),
    activityWithoutOutput:
      state === 'tooEarly'
        ? waits(`${overQuarters + 1} full quarters of the share`)
        : known(
            state === 'raised',
            `The share moved by ${activityNotOutput.risePoints ?? 0} points over ${overQuarters} full quarters.`,
          ),
  };
}

/** FC-7: open sourced pipeline that is expected to close this quarter, over what is left of its target. */
async function coverage(
  tx: Tx,
  organization: Organization,
  { today, document }: Design,
  figures: Figures,
): Promise<GateFacts['coverage']> {
  const target = document.scoreboard.targets.sourcedClosedWonMinor;
  if (target === null) return waits('a target for sourced closed-won on the scoreboard page');
  const quarter = quarterOf(today, organization.fiscal);
  const period = { from: quarter.start, until: today };
  const won = await sourcedWon(tx, organization.orgId, period, await loadMoney(tx, organization));
  if (won >= target) return waits(`the next quarter: the target of ${quarter.label} is reached`);
  const open = figures.waterfall.bars.find(({ bar }) => bar === 'end')?.amountMinor ?? 0;
  return known(
    open / (target - won),
    `Open sourced pipeline that closes in ${quarter.label}, over what is left of the target.`,
  );
}
