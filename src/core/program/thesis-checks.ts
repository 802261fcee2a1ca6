/**
 * TH-1 to TH-8: what a thesis must say before people can sign it. That a field is answered at all is checked for
 * every page alike; here is what the answers have to be.
 *
 * Handbook: docs/handbook/program.md
 */

import type { LocalDate } from '#core/calendar.ts';
import { advisoryCheck, blockingCheck, type Check } from './check.ts';
import { type FunnelFact, showsFriction } from './funnel.ts';
import type { ThesisBody } from './thesis.ts';
import { dayOf, gainPerHour, neededInPeriod } from './thesis-arithmetic.ts';
import type { ThesisCheckCode } from './thesis-check-words.ts';
import { carriesNumber, countSentences, countWords, shareAWord, speaksOfUsOnly } from './thesis-words.ts';

/** What the thesis is held against besides itself. */
export type ThesisFacts = {
  readonly today: LocalDate;
  readonly funnel: readonly FunnelFact[];
  /** Pipeline that partners have to bring per year by the assumptions (OM-6), in minor units; null while unknown. */
  readonly neededPipelineMinor: number | null;
  /** Share of sourced pipeline that is won, by the assumptions. */
  readonly pipelineToWon: number | null;
};

type ThesisCheck = Check<ThesisCheckCode>;

/** Every check of the thesis, in the order of its sections. */
export function checkThesis(thesis: ThesisBody, facts: ThesisFacts): ThesisCheck[] {
  return [
    ...checkPlace(thesis),
    ...checkBuyer(thesis),
    ...checkPartner(thesis),
    ...checkFriction(thesis, facts.funnel),
    ...checkSolution(thesis),
    ...checkGoal(thesis, facts),
    ...checkGain(thesis),
    ...checkKill(thesis, facts.today),
    checkLength(thesis),
  ];
}

/** Every text that a person wrote on the page; the pointer to a fact of the funnel is none. */
export function thesisTexts(thesis: ThesisBody): string[] {
  const { buyer, friction, gain } = thesis;
  return [
    ...[thesis.market, thesis.segment, thesis.motion, ...thesis.segments.map(({ name }) => name)],
    ...[buyer.role, buyer.segment, buyer.why, ...thesis.evidence.map(({ what }) => what)],
    ...[thesis.relationship, friction.why, thesis.jointSolution, gain.impact],
    ...thesis.kill.flatMap(({ metric, threshold }) => [metric, threshold]),
  ];
}

function checkPlace({ market, segment, motion, segments }: ThesisBody): ThesisCheck[] {
  const said = [market, segment, motion].map(plain).filter((text) => text !== '');
  const listed = segments.map(({ name }) => name.trim()).filter((name) => name !== '');
  const differ = blockingCheck('TH-1', 'place_three_things', 'motion', new Set(said).size === said.length);
  if (segment.trim() === '') return [differ];
  const isListed = listed.some((name) => plain(name) === plain(segment));
  return [
    differ,
    blockingCheck('TH-1', 'segment_listed', 'segment', isListed, {
      segment: segment.trim(),
      listed: listed.join(', '),
    }),
  ];
}

function checkBuyer({ buyer, segment, evidence, limits }: ThesisBody): ThesisCheck[] {
  const given = evidence.filter(({ kind, what }) => kind !== null && what.trim() !== '').length;
  const checks: ThesisCheck[] = [
    blockingCheck('TH-2', 'buyer_evidence', 'evidence', given >= limits.leastEvidence, {
      given,
      needed: limits.leastEvidence,
    }),
  ];
  if (buyer.why.trim() !== '') {
    checks.push(blockingCheck('TH-2', 'buyer_number', 'buyer.why', carriesNumber(buyer.why)));
  }
  if (buyer.segment.trim() !== '' && segment.trim() !== '') {
    const same = plain(buyer.segment) === plain(segment);
    checks.push(
      advisoryCheck('TH-3', 'buyer_is_ours', 'buyer.segment', same, {
        buyerSegment: buyer.segment.trim(),
        segment: segment.trim(),
      }),
    );
  }
  return checks;
}

function checkPartner({ firstQuestions, relationship, friction }: ThesisBody): ThesisCheck[] {
  const answers = Object.entries(firstQuestions);
  const refused = answers.filter(([, answer]) => answer === 'no').map(([key]) => key);
  const open = answers.filter(([, answer]) => answer === 'not_known').map(([key]) => key);
  const first = refused[0] ?? open[0];
  const path = first === undefined ? 'firstQuestions' : `firstQuestions.${first}`;
  const checks: ThesisCheck[] = [
    refused.length > 0
      ? advisoryCheck('TH-3', 'first_question_refused', path, false, { refused: refused.length })
      : advisoryCheck('TH-3', 'first_questions', path, open.length === 0, { open: open.length }),
  ];
  if (relationship.trim() !== '' && friction.why.trim() !== '') {
    checks.push(
      advisoryCheck('TH-3', 'work_removes_friction', 'relationship', shareAWord(relationship, friction.why)),
    );
  }
  return checks;
}

/**
 * TH-4. Once opportunities are imported, the friction points at a measured fact or the thesis is not one. A company
 * that has no measured deal yet cannot point at any: then the check says that nothing is measured, and which import
 * would measure it, and does not stop the page; the number in the text still has to be there. A fact that is not
 * worse than the rest of the funnel is allowed, with a word about it: the comparison may be too coarse.
 */
function checkFriction({ friction }: ThesisBody, funnel: readonly FunnelFact[]): ThesisCheck[] {
  const checks: ThesisCheck[] = [];
  const fact = funnel.find(({ key }) => key === friction.fact);
  if (funnel.length === 0) {
    checks.push(advisoryCheck('TH-4', 'funnel_not_measured', 'friction.fact', false));
  } else {
    const isChosen = friction.fact.trim() !== '';
    const code = isChosen ? 'friction_measured' : 'friction_chosen';
    checks.push(
      blockingCheck('TH-4', code, 'friction.fact', fact !== undefined, {
        facts: funnel.length,
        deals: fact?.deals ?? null,
      }),
    );
  }
  if (fact !== undefined && fact.comparison !== null) {
    checks.push(advisoryCheck('TH-4', 'friction_slow', 'friction.fact', showsFriction(fact)));
  }
  if (friction.why.trim() !== '') {
    checks.push(blockingCheck('TH-4', 'friction_number', 'friction.why', carriesNumber(friction.why)));
  }
  return checks;
}

function checkSolution({ jointSolution, limits }: ThesisBody): ThesisCheck[] {
  const sentences = countSentences(jointSolution);
  if (sentences === 0) return [];
  return [
    blockingCheck('TH-5', 'solution_length', 'jointSolution', sentences <= limits.mostSentences, {
      sentences,
      most: limits.mostSentences,
    }),
  ];
}

function checkGoal({ goal, limits }: ThesisBody, facts: ThesisFacts): ThesisCheck[] {
  const checks: ThesisCheck[] = [];
  const { sourcedPipeline: pipeline, sourcedWon: won } = goal;
  const [from, to] = [dayOf(goal.from), dayOf(goal.to)];
  if (pipeline !== null)
    checks.push(blockingCheck('TH-6', 'goal_pipeline', 'goal.sourcedPipeline', pipeline > 0));
  if (won !== null) checks.push(blockingCheck('TH-6', 'goal_won', 'goal.sourcedWon', won > 0));
  if (pipeline !== null && won !== null && won > 0) {
    checks.push(blockingCheck('TH-6', 'goal_won_within', 'goal.sourcedWon', won <= pipeline));
  }
  if (from !== null && to !== null) {
    checks.push(blockingCheck('TH-6', 'goal_period', 'goal.to', from < to));
    checks.push(advisoryCheck('TH-6', 'goal_ahead', 'goal.to', to > facts.today));
  }
  const needed = neededInPeriod(facts.neededPipelineMinor, from, to);
  if (pipeline !== null && needed === null) {
    checks.push(advisoryCheck('TH-6', 'goal_not_derived', 'goal.sourcedPipeline', false));
  } else if (pipeline !== null) {
    checks.push(agrees('goal_agrees', 'goal.sourcedPipeline', pipeline, needed, limits.goalTolerance));
  }
  if (pipeline !== null && won !== null && facts.pipelineToWon !== null) {
    const expected = pipeline * facts.pipelineToWon;
    checks.push(agrees('goal_won_agrees', 'goal.sourcedWon', won, expected, limits.goalTolerance));
  }
  return checks;
}

function agrees(
  code: 'goal_agrees' | 'goal_won_agrees',
  path: string,
  goal: number,
  expected: number | null,
  tolerance: number,
): ThesisCheck {
  const off = expected === null || expected === 0 ? null : goal / expected - 1;
  const holds = off !== null && Math.abs(off) <= tolerance + 1e-9;
  return advisoryCheck('TH-6', code, path, holds, {
    percent: off === null ? null : Math.round(Math.abs(off) * 100),
    isAbove: off !== null && off > 0,
  });
}

function checkGain({ gain }: ThesisBody): ThesisCheck[] {
  const checks: ThesisCheck[] = [];
  if (gain.impact.trim() !== '') {
    checks.push(blockingCheck('TH-7', 'gain_theirs', 'gain.impact', !speaksOfUsOnly(gain.impact)));
  }
  if (gain.hours !== null) checks.push(blockingCheck('TH-7', 'gain_effort', 'gain.hours', gain.hours > 0));
  const perHour = gainPerHour(gain);
  if (perHour === null) return checks;
  const path = gain.value === 0 ? 'gain.value' : 'gain.probability';
  checks.push(blockingCheck('TH-7', 'gain_worth', path, perHour > 0, { perHourMinor: perHour }));
  if (gain.hourElsewhere !== null && perHour > 0) {
    checks.push(
      advisoryCheck('TH-7', 'gain_beats_elsewhere', 'gain.hours', perHour >= gain.hourElsewhere, {
        perHourMinor: perHour,
        elsewhereMinor: gain.hourElsewhere,
        percent: gain.hourElsewhere === 0 ? null : Math.round((perHour / gain.hourElsewhere) * 100),
      }),
    );
  }
  return checks;
}

function checkKill({ kill }: ThesisBody, today: LocalDate): ThesisCheck[] {
  return kill.flatMap(({ threshold, on }, index) => {
    const checks: ThesisCheck[] = [];
    const row = index + 1;
    if (threshold.trim() !== '') {
      const path = `kill[${index}].threshold`;
      checks.push(
        blockingCheck('TH-8', 'kill_number', path, carriesNumber(threshold) || /\d/.test(threshold), { row }),
      );
    }
    const day = dayOf(on);
    if (day !== null) {
      checks.push(blockingCheck('TH-8', 'kill_ahead', `kill[${index}].on`, day > today, { row, on: day }));
    }
    return checks;
  });
}

function checkLength(thesis: ThesisBody): ThesisCheck {
  const words = thesisTexts(thesis).reduce((sum, text) => sum + countWords(text), 0);
  const most = thesis.limits.mostWords;
  return blockingCheck('TH', 'page_length', '', words <= most, { words, most });
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
