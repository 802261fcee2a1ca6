/**
 * What the monthly samples say about the figures: their error rate, and whether the figures count as audited (ATT-20).
 *
 * Handbook: docs/handbook/finance-audit.md
 */

export type Finding = 'sound' | 'error';

/** The lines of the signed page by which a sample is judged, as shares. */
export type ErrorLimits = { readonly auditErrorTarget: number; readonly auditErrorMost: number };

export type SampleVerdict = {
  readonly size: number;
  readonly judged: number;
  readonly errors: number;
  /** Errors over the deals that were judged so far; null while none is. */
  readonly errorRate: number | null;
  /** Every deal has a finding. */
  readonly isFinished: boolean;
  /**
   * `clean`: finished, at the target or below. `above_target`: finished, between target and limit. `too_many`: more
   * errors than the limit allows, even if every deal that is left is sound. `open`: not finished.
   */
  readonly standing: 'open' | 'clean' | 'above_target' | 'too_many';
};

/** Judges a sample by its findings: one per deal of the sample, null where none was written yet. */
export function judgeSample(findings: readonly (Finding | null)[], limits: ErrorLimits): SampleVerdict {
  const size = findings.length;
  const judged = findings.filter((one) => one !== null).length;
  const errors = findings.filter((one) => one === 'error').length;
  const isFinished = judged === size;
  return {
    size,
    judged,
    errors,
    errorRate: judged === 0 ? null : errors / judged,
    isFinished,
    standing: standingOf(size, errors, isFinished, limits),
  };
}

function standingOf(
  size: number,
  errors: number,
  isFinished: boolean,
  { auditErrorTarget, auditErrorMost }: ErrorLimits,
): SampleVerdict['standing'] {
  if (size > 0 && errors / size > auditErrorMost) return 'too_many';
  if (!isFinished) return 'open';
  return size === 0 || errors / size <= auditErrorTarget ? 'clean' : 'above_target';
}

/**
 * Whether the figures are marked "unaudited": from a sample with too many errors on, until a later one is clean
 * (ATT-20). Having no sample yet is no mark: nobody has looked. `samples`: oldest month first.
 */
export function isUnaudited(samples: readonly Pick<SampleVerdict, 'standing'>[]): boolean {
  return samples.reduce((marked, { standing }) => {
    if (standing === 'too_many') return true;
    return standing === 'clean' ? false : marked;
  }, false);
}
