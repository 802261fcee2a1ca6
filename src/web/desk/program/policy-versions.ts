import type { RoleTable } from '#core/attribution/policy.ts';
import { catalogues, type PolicyWord, roleTableOf, settingValues, targetsOf } from './policy-values.ts';
import { cellText, renewalText, settingLabel, valueText } from './policy-words.ts';

/** A version of a signed page, as the API gives it. */
export type PolicyVersion = {
  readonly version: number;
  readonly inForceFrom: string;
  readonly isDraft: boolean;
  readonly missing: readonly string[];
  readonly signatures: readonly {
    readonly seat: string;
    readonly membershipId: string;
    readonly signedAt: number;
  }[];
  readonly body: unknown;
};

export type Standing = {
  readonly current: PolicyVersion;
  /** Versions that take effect later, the next one first. */
  readonly coming: readonly PolicyVersion[];
  /** Versions that another one has replaced, newest first. */
  readonly earlier: readonly PolicyVersion[];
};

/**
 * Which version is in force today: the newest of those that have begun, else the first. Null if there is none.
 * `today` is the organization's local date.
 */
export function standingOf(versions: readonly PolicyVersion[], today: string): Standing | null {
  const byVersion = versions.toSorted((a, b) => a.version - b.version);
  const current = byVersion.findLast((one) => one.inForceFrom <= today) ?? byVersion[0];
  if (current === undefined) return null;
  return {
    current,
    coming: byVersion.filter((one) => one.version > current.version),
    earlier: byVersion.filter((one) => one.version < current.version).reverse(),
  };
}

/** One setting that differs between two bodies of the same page. */
export type Difference = { readonly label: string; readonly before: string; readonly after: string };

/** How an amount of a target reads; null is no target. */
export type TargetText = (minor: number | null) => string;

/** What changed from one body of a page to another, in words; empty if they say the same. */
export function differences(
  word: PolicyWord,
  before: unknown,
  after: unknown,
  target: TargetText,
): readonly Difference[] {
  const [old, now] = [settingValues(word, before), settingValues(word, after)];
  const settings = Object.entries(catalogues[word]).map(([name, { unit, default: fallback }]) => ({
    label: settingLabel(name),
    before: valueText(name, unit, old.get(name) ?? fallback),
    after: valueText(name, unit, now.get(name) ?? fallback),
  }));
  const more =
    word === 'scoreboard'
      ? targetDifferences(before, after, target)
      : roleDifferences(roleTableOf(before), roleTableOf(after));
  return [...more, ...settings].filter((one) => one.before !== one.after);
}

export const targetLabels = {
  sourcedPipelineMinor: 'Target: sourced pipeline per quarter',
  sourcedClosedWonMinor: 'Target: sourced closed-won per quarter',
} as const;

function targetDifferences(before: unknown, after: unknown, target: TargetText): Difference[] {
  const [old, now] = [targetsOf(before), targetsOf(after)];
  return (['sourcedPipelineMinor', 'sourcedClosedWonMinor'] as const).map((name) => ({
    label: targetLabels[name],
    before: target(old[name]),
    after: target(now[name]),
  }));
}

function roleDifferences(before: RoleTable, after: RoleTable): Difference[] {
  return (Object.keys(after) as (keyof RoleTable)[]).flatMap((role) => {
    const [old, now] = [before[role], after[role]];
    const stages = now.byStage.map((cell, stage) => ({
      label: `${now.label}, stage ${stage}`,
      before: cellText(old.byStage[stage] ?? null),
      after: cellText(cell),
    }));
    return [
      ...stages,
      { label: `${now.label}, renewal`, before: renewalText(old.renewal), after: renewalText(now.renewal) },
      { label: `${now.label}, evidence`, before: old.evidence, after: now.evidence },
    ];
  });
}
