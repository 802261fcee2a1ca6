/**
 * What an ideal partner profile must be before it is signed: one type, measurable before signing, weights of 100.
 *
 * Handbook: docs/handbook/program.md
 */

import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { advisoryCheck, blockingCheck, type Check, type CheckCatalogue } from '#core/program/check.ts';
import { type ProfileBody, profilePage } from './profile-page.ts';
import { type CriterionKey, candidatesTested, criterionKeys, rankCandidates } from './score-candidate.ts';

type ProfileCheck = Check<ProfileCheckCode>;

/** Every check of the profile. `inBuild` is the archetype in build, null of none. */
export function checkProfile(profile: ProfileBody, inBuild: Archetype | null): ProfileCheck[] {
  return [
    ...checkType(profile.archetype, inBuild),
    ...checkWeights(profile),
    ...criterionKeys.flatMap((key) => checkCriterion(profile, key)),
    ...checkThresholds(profile),
    ...checkTrial(profile),
  ];
}

function checkType(archetype: Archetype | null, inBuild: Archetype | null): ProfileCheck[] {
  if (archetype === null) return [];
  return [
    blockingCheck('IPP', 'profile_type', 'archetype', archetype === inBuild, {
      archetype: archetypeLabels[archetype],
      inBuild: inBuild === null ? null : archetypeLabels[inBuild],
    }),
  ];
}

function checkWeights({ criteria }: ProfileBody): ProfileCheck[] {
  const weights = criterionKeys.map((key) => criteria[key].weight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const heaviest = Math.max(...weights.slice(1));
  return [
    blockingCheck('IPP', 'weights_sum', 'criteria.ipp1.weight', sum === 100, { sum }),
    advisoryCheck('IPP-1', 'overlap_heaviest', 'criteria.ipp1.weight', criteria.ipp1.weight > heaviest, {
      weight: criteria.ipp1.weight,
      heaviest,
    }),
  ];
}

/** Five bands that tell candidates apart: two that say the same leave it to taste which one counts. */
function checkCriterion({ criteria }: ProfileBody, key: CriterionKey): ProfileCheck[] {
  const { weight, zero, one, two, three, four } = criteria[key];
  if (weight === 0) return [];
  const bands = { zero, one, two, three, four };
  const said = Object.values(bands).map((text) => text.trim().toLowerCase());
  const twin = Object.entries(bands).find(([, text], index) => {
    const band = text.trim().toLowerCase();
    return band !== '' && said.indexOf(band) < index;
  });
  const label = profilePage.fields.criteria.rows[key].label;
  const path = `criteria.${key}.${twin?.[0] ?? 'zero'}`;
  return [
    blockingCheck(key.replace('ipp', 'IPP-'), 'bands_differ', path, twin === undefined, { criterion: label }),
  ];
}

function checkThresholds({ thresholds }: ProfileBody): ProfileCheck[] {
  const { recruitAt, exceptionFrom, cohortLeast, cohortMost } = thresholds;
  return [
    blockingCheck('IPP', 'thresholds_ordered', 'thresholds.exceptionFrom', exceptionFrom < recruitAt, {
      recruitAt,
      exceptionFrom,
    }),
    blockingCheck('IPP', 'cohort_ordered', 'thresholds.cohortLeast', cohortLeast <= cohortMost, {
      cohortLeast,
      cohortMost,
    }),
  ];
}

/** G2 asks that the profile was tried; the page may be signed before, the gate stays closed until then. */
function checkTrial(profile: ProfileBody): ProfileCheck[] {
  const tested = candidatesTested(profile);
  const needed = profile.thresholds.testLeast;
  const checks: ProfileCheck[] = [
    advisoryCheck('G2', 'tried_enough', 'candidates', tested >= needed, { tested, needed }),
  ];
  const ranked = rankCandidates(profile);
  if (ranked.length < 2) return checks;
  const recruited = ranked.filter(({ verdict }) => verdict === 'recruit').length;
  const params = { recruited, candidates: ranked.length };
  const tells = recruited > 0 && recruited < ranked.length;
  checks.push(advisoryCheck('IPP', 'tells_apart', 'candidates', tells, params));
  const unknown = ranked.filter((candidate) => candidate.verdict !== 'void' && candidate.unknown.length > 0);
  checks.push(
    advisoryCheck('IPP', 'nothing_unknown', 'candidates', unknown.length === 0, {
      candidate: unknown[0]?.name ?? null,
      count: unknown.length,
    }),
  );
  return checks;
}

/** What the checks of the profile say. */
export const profileCheckWords = {
  profile_type: {
    holds: ({ archetype }) => `The profile is for ${archetype}, which is in build.`,
    fails: ({ archetype, inBuild }) =>
      inBuild === null
        ? `The profile is for ${archetype}, and no archetype is in build yet. Set one on the archetypes page.`
        : `The profile is for ${archetype}, and ${inBuild} is in build. One profile is for one type; choose that one.`,
  },
  weights_sum: {
    holds: () => 'The weights add up to 100.',
    fails: ({ sum }) =>
      `The weights add up to ${sum}, not 100. ${Number(sum) < 100 ? `Give out ${100 - Number(sum)} more` : `Take ${Number(sum) - 100} away`}.`,
  },
  overlap_heaviest: {
    holds: () => 'Account overlap is the heaviest criterion.',
    fails: ({ weight, heaviest }) =>
      `Account overlap weighs ${weight} and another criterion ${heaviest}. A partner whose customers are not your accounts cannot open one, however good it is.`,
  },
  bands_differ: {
    holds: ({ criterion }) => `${criterion} is measured in five bands.`,
    fails: ({ criterion }) =>
      `Two bands of “${criterion}” say the same. Write what earns each number of points, so that two people give the same.`,
  },
  thresholds_ordered: {
    holds: ({ recruitAt, exceptionFrom }) =>
      `Recruit from ${recruitAt}, hold from ${exceptionFrom}, decline below.`,
    fails: ({ recruitAt, exceptionFrom }) =>
      `The line for exceptions, ${exceptionFrom}, is not below the line for recruiting, ${recruitAt}. Lower it.`,
  },
  cohort_ordered: {
    holds: ({ cohortLeast, cohortMost }) => `The first cohort has ${cohortLeast} to ${cohortMost} partners.`,
    fails: ({ cohortLeast, cohortMost }) =>
      `The first cohort has at least ${cohortLeast} and at most ${cohortMost} partners. Correct one of the two.`,
  },
  tried_enough: {
    holds: ({ tested }) => `The profile was tried on ${tested} candidates.`,
    fails: ({ tested, needed }) =>
      `The profile was tried on ${tested} of ${needed} candidates. Gate G2 stays closed until then: a filter that nobody tried lets the wrong ones in.`,
  },
  tells_apart: {
    holds: ({ recruited, candidates }) => `It would recruit ${recruited} of ${candidates} candidates.`,
    fails: ({ recruited, candidates }) =>
      recruited === 0
        ? `It would recruit none of ${candidates} candidates. Look for other candidates, or see whether a band asks too much.`
        : `It would recruit all ${candidates} candidates. A filter that lets everybody in tells nothing; try some that you would not take.`,
  },
  nothing_unknown: {
    holds: () => 'Every candidate has points for every criterion.',
    fails: ({ candidate, count }) =>
      `${candidate}${count === 1 ? '' : ` and ${Number(count) - 1} more`} ${count === 1 ? 'has' : 'have'} unknown values, which count 0. Find them out before you decide.`,
  },
} as const satisfies CheckCatalogue;

export type ProfileCheckCode = keyof typeof profileCheckWords;
