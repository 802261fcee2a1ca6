import type { CheckCatalogue } from './check.ts';

/** What the checks of the thesis say. */
export const thesisCheckWords = {
  place_three_things: {
    holds: () => 'Market, segment and motion say three different things.',
    fails: () =>
      'Two of market, segment and motion say the same. Write what is bought and where, by which kind of company, and how you sell it.',
  },
  segment_listed: {
    holds: ({ segment }) => `“${segment}” is a segment of your ideal customer profile.`,
    fails: ({ segment, listed }) =>
      listed === ''
        ? 'Your list of segments is empty. Copy the segments of your ideal customer profile into it first.'
        : `“${segment}” is not on your list of segments (${listed}). Choose one of them, or add it if sales works with it.`,
  },
  buyer_evidence: {
    holds: ({ given }) => `The customer is backed by ${pieces(given)} of evidence.`,
    fails: ({ given, needed }) =>
      `The page has ${pieces(given)} of evidence and needs ${needed}. Add a closed deal, a lost deal or an interview, and what it showed.`,
  },
  buyer_number: {
    holds: () => 'Why the customer buys faster is said with a number.',
    fails: () =>
      'Why the customer buys faster carries no number, so it reads as a slogan. Add one that you can show: deals, days or a share.',
  },
  buyer_is_ours: {
    holds: () => 'The buyer is in the segment of this thesis.',
    fails: ({ buyerSegment, segment }) =>
      `The buyer is in “${buyerSegment}” and the thesis is about “${segment}”. A partner whose buyer is not yours introduces you to the wrong people.`,
  },
  first_questions: {
    holds: () => 'The three first questions are answered with yes.',
    fails: ({ open }) =>
      `${open === 1 ? 'One of the three first questions is' : open === 2 ? 'Two of the three first questions are' : 'The three first questions are'} not answered yet. Ask before you talk terms: a “no” later costs months.`,
  },
  first_question_refused: {
    holds: () => 'None of the three first questions is answered with no.',
    fails: () =>
      'One of the three first questions is answered with no. That is a reason to stop, or to look for another kind of partner.',
  },
  work_removes_friction: {
    holds: () => 'The partner’s work and the friction speak of the same thing.',
    fails: () =>
      'The partner’s work and the friction have no word in common. Choose the kind of partner whose daily work removes the friction, and say which part of it does.',
  },
  funnel_not_measured: {
    holds: () => 'The direct funnel is measured.',
    fails: () =>
      'Not measured yet: no opportunities are imported, so the friction rests on your word. Import closed deals, won and lost, with the dates of their stages, and pick the fact then.',
  },
  friction_chosen: {
    holds: () => 'The friction points at a measured fact.',
    fails: ({ facts }) =>
      `The friction points at no measured fact. Your own funnel has ${facts === 1 ? 'one' : facts}; pick the slow stage, the low conversion or the loss that the partner changes.`,
  },
  friction_measured: {
    holds: ({ deals }) =>
      `The friction points at a fact measured on ${deals === 1 ? 'one deal' : `${deals} deals`} of yours.`,
    fails: () =>
      'The fact that the friction points at is no longer measured in your funnel. Pick one that is in the list.',
  },
  friction_slow: {
    holds: () => 'The fact is worse than the rest of the funnel.',
    fails: () =>
      'This fact is no worse than the rest of your funnel. A partner who removes a friction that is small changes little; look for the slowest or leakiest stage.',
  },
  friction_number: {
    holds: () => 'The friction is said with a number.',
    fails: () =>
      'The friction carries no number, so it reads as a slogan. Say how many days, deals or per cent it costs.',
  },
  solution_length: {
    holds: ({ sentences }) =>
      `The joint solution has ${sentences === 1 ? 'one sentence' : `${sentences} sentences`}.`,
    fails: ({ sentences, most }) =>
      `The joint solution has ${sentences} sentences; ${most === 1 ? 'one is' : `${most} are`} the most. Keep what a customer would repeat to a colleague.`,
  },
  goal_pipeline: {
    holds: () => 'The goal names sourced pipeline.',
    fails: () => 'The sourced pipeline of the goal is zero. Write the amount that partners are to bring.',
  },
  goal_won: {
    holds: () => 'The goal names sourced closed-won.',
    fails: () => 'The sourced closed-won of the goal is zero. Write the amount that is to be won.',
  },
  goal_won_within: {
    holds: () => 'Closed-won is no more than the pipeline.',
    fails: () =>
      'More is to be won than comes in as pipeline. Lower the closed-won, or raise the pipeline it is won from.',
  },
  goal_period: {
    holds: () => 'The goal has a period.',
    fails: () => 'The goal ends before it begins. Correct one of the two days.',
  },
  goal_ahead: {
    holds: () => 'The goal lies ahead.',
    fails: () =>
      'The period of the goal is over. A goal that nobody can still reach steers nothing; set the next one.',
  },
  goal_not_derived: {
    holds: () => 'The goal follows from the assumptions.',
    fails: () =>
      'The goal cannot be compared with the arithmetic yet: total new pipeline, the share from partners or the period is missing. A goal that does not follow from them is a wish.',
  },
  goal_agrees: {
    holds: () => 'The goal agrees with the arithmetic of the assumptions page.',
    fails: ({ percent, isAbove }) =>
      `The goal is ${percent === null ? 'far' : `${percent} %`} ${isAbove === true ? 'above' : 'below'} the pipeline that the assumptions ask of partners. Two numbers for one goal make two programs; change one of them.`,
  },
  goal_won_agrees: {
    holds: () => 'Closed-won agrees with the rate from pipeline to won.',
    fails: ({ percent, isAbove }) =>
      `Closed-won is ${percent === null ? 'far' : `${percent} %`} ${isAbove === true ? 'above' : 'below'} what the rate from pipeline to won makes of the pipeline. The CFO will ask which of the two is meant.`,
  },
  gain_theirs: {
    holds: () => 'The gain is said in the partner’s terms.',
    fails: () =>
      'The gain speaks only of you. That is extraction. Say what changes in the partner’s business: what they bill, keep or save.',
  },
  gain_effort: {
    holds: () => 'The partner’s effort is counted.',
    fails: () => 'The partner’s effort is zero hours. Every deal costs somebody time; estimate it.',
  },
  gain_worth: {
    holds: () => 'An hour of effort brings the partner something.',
    fails: () =>
      'Worth, probability and effort together come to nothing per hour. Nobody works for that; correct the numbers or change the offer.',
  },
  gain_beats_elsewhere: {
    holds: () => 'An hour with you brings the partner at least what it brings elsewhere.',
    fails: ({ percent }) =>
      `An hour with you brings the partner ${percent} % of what it earns elsewhere. They will be polite and do other work; raise the worth or take effort off them.`,
  },
  kill_number: {
    holds: ({ row }) => `Kill criterion ${row} has a number.`,
    fails: ({ row }) =>
      `The threshold of kill criterion ${row} has no number. Write the result below which you stop.`,
  },
  kill_ahead: {
    holds: ({ row }) => `Kill criterion ${row} is decided on a day ahead.`,
    fails: ({ row, on }) =>
      `The day of kill criterion ${row}, ${on}, is not ahead. Decide on its result, or set a day after today.`,
  },
  page_length: {
    holds: ({ words, most }) => `The page has ${words} words; ${most} are the most.`,
    fails: ({ words, most }) =>
      `The page has ${words} words; ${most} are the most. Take out ${Number(words) - Number(most)}: what you cannot say shortly is not clear yet.`,
  },
} as const satisfies CheckCatalogue;

export type ThesisCheckCode = keyof typeof thesisCheckWords;

function pieces(count: unknown): string {
  return count === 1 ? 'one piece' : count === 0 ? 'no piece' : `${count} pieces`;
}
