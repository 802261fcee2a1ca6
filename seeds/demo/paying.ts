import { addDays, addMonths, addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import { closeQuarter } from '#server/attribution/quarter/close-quarter.ts';
import { proofInStory } from '#server/identity/fresh-proof.ts';
import { clawBack } from '#server/incentive/claw-back.ts';
import { issueStatements, previewStatements, recordPayment } from '#server/incentive/issue-statements.ts';
import { listStatements } from '#server/incentive/statements.ts';
import { company } from './cast.ts';
import type { Deal } from './deals.ts';
import type { Stage } from './stage.ts';
import type { Step } from './steps.ts';
import type { Story } from './story.ts';

/**
 * What Finance does: each month the statements of the one before, paid ten days later; a customer that left; and the
 * close of the quarter before the last one. The last quarter waits to be closed, the last month to be issued, and the
 * month before it to be paid.
 */
export function paying(story: Story): Step[] {
  const { programOn, endOn } = story;
  const steps: Step[] = [];
  const lastMonth = addMonths(firstOfMonth(endOn), -1);
  for (let month = firstOfMonth(programOn); month < lastMonth; month = addMonths(month, 1)) {
    const next = addMonths(month, 1);
    steps.push({ on: addDays(next, 1), hour: 10, play: (stage) => issue(stage, month) });
    if (next < lastMonth) steps.push({ on: addDays(next, 11), hour: 10, play: (stage) => pay(stage, month) });
  }
  if (story.left) steps.push(customerLeaves(story.left.deal, story.left.on));
  steps.push(closing(endOn));
  return steps;
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01` as LocalDate;
}

/** The month's statements, where a line is due. */
async function issue(stage: Stage, month: LocalDate): Promise<void> {
  const { items } = await previewStatements(stage.as('cfo'), month);
  if (items.length > 0) await issueStatements(stage.as('cfo'), month);
}

async function pay(stage: Stage, month: LocalDate): Promise<void> {
  const { items } = await listStatements(stage.as('cfo'), { limit: 50 });
  for (const { id, number, paidOn, totalMinor } of items.filter((one) => one.month === month.slice(0, 7))) {
    if (paidOn !== null || totalMinor <= 0) continue;
    const reference = `Larkspur partner payment ${number}`;
    await recordPayment(stage.as('cfo'), id, { paidOn: addDays(addMonths(month, 1), 10), reference });
  }
}

function customerLeaves(deal: Deal, on: LocalDate): Step {
  return {
    on: addDays(on, 1),
    hour: 11,
    play: async (stage) => {
      const opportunityId = await stage.opportunity(deal);
      if (!opportunityId) return;
      const reason = 'The customer was bought by a group that has a platform of its own.';
      await clawBack(stage.as('cfo'), opportunityId, { leftOn: on, reason });
    },
  };
}

/** The CFO closes the quarter before the last one, eight days after the end of the last one. */
function closing(endOn: LocalDate): Step {
  const fiscal = { yearStartMonth: company.fiscalYearStartMonth };
  const last = addQuarters(quarterOf(endOn, fiscal), -1, fiscal);
  const closed = addQuarters(last, -1, fiscal);
  return {
    on: addDays(closed.end, 12),
    hour: 15,
    play: async (stage) => {
      const context = stage.as('cfo');
      await closeQuarter(context, closed.start, proofInStory(context));
    },
  };
}
