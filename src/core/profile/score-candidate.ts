/**
 * The score of a candidate by the ideal partner profile, and the order in which to recruit.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Reason } from '#core/decision.ts';
import { type ProfileBody, profilePage } from './profile-page.ts';

export const criterionKeys = ['ipp1', 'ipp2', 'ipp3', 'ipp4', 'ipp5', 'ipp6'] as const;
export type CriterionKey = (typeof criterionKeys)[number];

/** Points of 0 to 4 per criterion; null or absent is unknown. `disqualified`: by what, '' by nothing. */
export type CandidateValues = Readonly<Partial<Record<CriterionKey, number | null>>> & {
  readonly disqualified?: string;
};

export type CandidateVerdict = 'recruit' | 'exception' | 'decline' | 'void';

export type CandidateScore = {
  /** 0 to 100, not rounded; null where a disqualifier voids it. */
  readonly score: number | null;
  /** Criteria with a weight that nobody gave points for. They counted 0. */
  readonly unknown: readonly CriterionKey[];
  readonly verdict: CandidateVerdict;
  readonly reasons: readonly Reason<CandidateReasonCode>[];
};

/**
 * IPP-1 to IPP-6: the sum of weight times points by 4, of 100. An unknown value counts 0 and is named, never guessed.
 * From `recruitAt` recruit; from `exceptionFrom` hold, or recruit by a written exception; below decline. One
 * disqualifier voids the score. While the weights do not add up to 100, the score is taken as a share of what they
 * add up to, so that it stays comparable; the check of the page asks for 100.
 */
export function scoreCandidate(
  profile: Pick<ProfileBody, 'criteria' | 'thresholds'>,
  values: CandidateValues,
): CandidateScore {
  const { criteria, thresholds } = profile;
  const parts = criterionKeys.map((key) => ({
    key,
    weight: criteria[key].weight,
    points: values[key] ?? null,
  }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const earned = parts.reduce((sum, { weight, points }) => sum + weight * clamp(points ?? 0), 0);
  const score = total === 0 ? 0 : (earned * 25) / total;
  const unknown = parts.filter(({ weight, points }) => weight > 0 && points === null).map(({ key }) => key);
  const reasons = [
    ...parts.map(({ key, weight, points }) => reasonOf(key, weight, points)),
    ...thresholdReasons(score, thresholds),
  ];
  const by = values.disqualified?.trim() ?? '';
  if (by !== '') {
    const reason = { rule: 'IPP', code: 'disqualified', holds: false, params: { by } } as const;
    return { score: null, unknown, verdict: 'void', reasons: [reason, ...reasons] };
  }
  const verdict =
    score >= thresholds.recruitAt ? 'recruit' : score >= thresholds.exceptionFrom ? 'exception' : 'decline';
  return { score, unknown, verdict, reasons };
}

export type RankedCandidate = CandidateScore & { readonly name: string; readonly rank: number };

/**
 * IPP-R2: the order of recruiting. Highest score first; among equals the one with fewer unknowns, then by name. A void
 * score comes last. Equal scores share a rank.
 */
export function rankCandidates(
  profile: Pick<ProfileBody, 'criteria' | 'thresholds' | 'candidates'>,
): RankedCandidate[] {
  const scored = profile.candidates
    .filter(({ name }) => name.trim() !== '')
    .map((candidate) => ({ name: candidate.name.trim(), ...scoreCandidate(profile, candidate) }))
    .toSorted(
      (a, b) =>
        (b.score ?? -1) - (a.score ?? -1) ||
        a.unknown.length - b.unknown.length ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
  return scored.map((candidate) => ({
    ...candidate,
    rank: 1 + scored.findIndex(({ score }) => score === candidate.score),
  }));
}

/** Candidates that the profile was tried on (G2): named, with points for at least one criterion, or disqualified. */
export function candidatesTested(profile: Pick<ProfileBody, 'candidates'>): number {
  return profile.candidates.filter(
    (candidate) =>
      candidate.name.trim() !== '' &&
      (candidate.disqualified.trim() !== '' || criterionKeys.some((key) => candidate[key] !== null)),
  ).length;
}

/**
 * IPP-R4: whether a cohort has room for its exceptions: partners that were signed on a score below the recruiting
 * line. `share` is null for an empty cohort.
 */
export function decideExceptions(
  cohort: readonly Pick<CandidateScore, 'verdict'>[],
  thresholds: Pick<ProfileBody['thresholds'], 'exceptionShare'>,
): { readonly exceptions: number; readonly share: number | null; readonly withinLimit: boolean } {
  const exceptions = cohort.filter(({ verdict }) => verdict !== 'recruit').length;
  const share = cohort.length === 0 ? null : exceptions / cohort.length;
  return { exceptions, share, withinLimit: exceptions <= thresholds.exceptionShare * cohort.length + 1e-9 };
}

/** What a reason of the score says. */
export const candidateReasonWords = {
  criterion: ({ label, points, weight }: Reason['params']) =>
    `${label}: ${points} of 4 points, weight ${weight}`,
  criterion_unknown: ({ label, weight }: Reason['params']) => `${label}: unknown, counts 0, weight ${weight}`,
  recruit_line: ({ at }: Reason['params']) => `Recruited from ${at} points`,
  exception_line: ({ at }: Reason['params']) => `Held, or taken by a written exception, from ${at} points`,
  disqualified: ({ by }: Reason['params']) => `Disqualified: ${by}. The score is void.`,
} as const;

export type CandidateReasonCode = keyof typeof candidateReasonWords;

function reasonOf(key: CriterionKey, weight: number, points: number | null): Reason<CandidateReasonCode> {
  return {
    rule: key.replace('ipp', 'IPP-'),
    code: points === null ? 'criterion_unknown' : 'criterion',
    holds: points !== null,
    params: { label: profilePage.fields.criteria.rows[key].label, points, weight },
  };
}

function thresholdReasons(
  score: number,
  { recruitAt, exceptionFrom }: Pick<ProfileBody['thresholds'], 'recruitAt' | 'exceptionFrom'>,
): Reason<CandidateReasonCode>[] {
  return [
    { rule: 'IPP', code: 'recruit_line', holds: score >= recruitAt, params: { score, at: recruitAt } },
    {
      rule: 'IPP',
      code: 'exception_line',
      holds: score >= exceptionFrom,
      params: { score, at: exceptionFrom },
    },
  ];
}

function clamp(points: number): number {
  return Math.min(4, Math.max(0, points));
}
