import type { CheckCatalogue } from './check.ts';

/** What the checks of the assumptions say. */
export const assumptionsCheckWords = {
  plan_values: {
    holds: () => 'Every number that the plan rests on has a value.',
    fails: ({ names }) =>
      `Whether the plan can work is not known yet, because these have no value: ${names}. Put your best estimate in, with a low and a high.`,
  },
  plan_feasible: {
    holds: ({ year, needed, planned }) =>
      `The plan can work: year ${year} needs ${needed} producing partners, and ${planned} are expected.`,
    fails: ({ year, needed, planned, signingsNeeded, signingsPlanned, cohorts, share }) =>
      (needed === null
        ? `The plan cannot work: no number of partners brings the share of year ${year}, because a producing partner brings nothing.`
        : `The plan cannot work: year ${year} needs ${needed} producing partners, and ${planned} are expected.` +
          (signingsNeeded === null
            ? ' Nobody who signs would activate.'
            : ` It takes ${signingsNeeded} signings, and ${signingsPlanned} are planned.`)) +
      wayOut(cohorts ?? null, share ?? null),
  },
  target_floor: {
    holds: ({ year, target, floor }) => `The share of year ${year} is ${target}; the floor is ${floor}.`,
    fails: ({ year, target, floor }) =>
      `The share of year ${year} is ${target}, below the floor of ${floor}. The scoreboard will be red by plan; whoever signs should know.`,
  },
  one_cohort: {
    holds: ({ floor }) =>
      `The planned cohorts can carry the floor of year 1 (${floor}), counting every partner for a full year.`,
    fails: ({ floor, partners, share, cohorts }) =>
      `A first cohort of ${partners} partners carries ${share} of new pipeline in a full year; the floor of year 1 is ${floor}.` +
      (cohorts === null
        ? ' The two contradict each other unless deals are larger.'
        : ` It would take ${cohorts} ${cohorts === 1 ? 'cohort' : 'cohorts'} of the planned size, or larger deals. The CFO decides which.`),
  },
  plan_costs: {
    holds: () => 'Every part of the cost has a value.',
    fails: ({ names }) =>
      `Cost and return are not known yet, because these have no value: ${names}. Write 0 for what costs nothing.`,
  },
  year_by_months: {
    holds: ({ year, share, target }) =>
      `Month by month, year ${year} reaches ${share} of new pipeline; the plan says ${target}.`,
    fails: ({ year, share, target }) =>
      `Month by month, year ${year} reaches ${share} of new pipeline, and the plan says ${target}: partners have to sign and activate before they bring anything. Expect to be below in the first quarters.`,
  },
  range_order: {
    holds: () => 'Every value lies between its low and its high.',
    fails: ({ name }) =>
      `“${name}”: low, value and high are not in order. Correct the one that is wrong, or leave low and high empty.`,
  },
  share_possible: {
    holds: () => 'Every share is one that can be.',
    fails: ({ name }) =>
      `“${name}” is a share of a whole and cannot be below 0 % or above 100 %. Correct it.`,
  },
  range_given: {
    holds: () => 'Every assumption has a low and a high.',
    fails: ({ names }) =>
      `Without a low and a high: ${names}. The tornado and the simulation hold these still, so the range looks narrower than it is.`,
  },
  row_owner: {
    holds: () => 'Every assumption has an owner.',
    fails: ({ names }) =>
      `Without an owner: ${names}. A number that nobody answers for is not looked at again.`,
  },
  row_evidence: {
    holds: () => 'Every assumption has evidence.',
    fails: ({ count, names }) =>
      `${count === 1 ? 'One assumption rests' : `${count} assumptions rest`} on nothing that was measured: ${names}. Say where each number comes from, or that it is a guess.`,
  },
  row_review: {
    holds: () => 'Every assumption is looked at again within the quarter.',
    fails: ({ count, names }) =>
      `${count === 1 ? 'One assumption has' : `${count} assumptions have`} no review date within the quarter: ${names}. An assumption that is not held against its actual each quarter becomes a belief.`,
  },
  row_overdue: {
    holds: () => 'No review is overdue.',
    fails: ({ names }) => `The review date has passed: ${names}. Look at the actual and set the next date.`,
  },
  row_variance: {
    holds: ({ name }) => `“${name}” is close to its actual.`,
    fails: ({ name, variance, isAbove, deals, isSmallSample, limit }) =>
      `“${name}”: the actual is ${variance === null ? '' : `${variance} `}${isAbove ? 'above' : 'below'} the assumption, more than ${limit}` +
      (isSmallSample ? `, though on only ${deals} cases.` : '.') +
      ' Change the assumption, or say under evidence why it stands.',
  },
  lift_agrees: {
    holds: ({ direct, deals, expected, won }) =>
      `Sourced deals are assumed to be won at ${won}; your direct win rate of ${direct} (${deals} deals) with the lift makes ${expected}.`,
    fails: ({ direct, deals, lift, expected, won }) =>
      `Your direct win rate is ${direct} (${deals} deals). With a lift of ${lift} sourced deals would be won at ${expected}; the ledger says ${won}. One of the two is not what you believe.`,
  },
  tool_crm: {
    holds: () => 'The CRM with partner attribution does not wait.',
    fails: () =>
      'The CRM with partner attribution is set to wait. Gate G4 needs it: without it no credit can be shown, and recruiting stays closed.',
  },
  tool_prm: {
    holds: ({ least }) => `No PRM is bought below ${least} active partners.`,
    fails: ({ active, least, month }) =>
      `A PRM is set to be bought, and ${active === null ? 'active partners are not measured yet' : `${active} partners are active`}; it pays from ${least} on` +
      (month === null
        ? ', which this plan does not reach in three years.'
        : `, which this plan reaches in month ${month}.`),
  },
} as const satisfies CheckCatalogue;

export type AssumptionsCheckCode = keyof typeof assumptionsCheckWords;

function wayOut(cohorts: string | number | boolean | null, share: string | number | boolean | null): string {
  const ways = [
    ...(cohorts === null ? [] : [`${cohorts} cohorts a year`]),
    ...(share === null ? [] : [`a share of ${share} instead`]),
  ];
  return ways.length === 0
    ? ' Change an assumption or the share; the arithmetic below the ledger shows how far each would have to move.'
    : ` With everything else as it is, it would take ${ways.join(', or ')}. The arithmetic below the ledger shows what else would do.`;
}
