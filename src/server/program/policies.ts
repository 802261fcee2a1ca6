import { type AttributionPolicy, defaultRoleTable, missingSignatures } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { OrgId } from '#core/ids.ts';
import { defaultProgramSettings, type ScoreboardSettings } from '#core/program/settings.ts';
import type { Tx } from '../database/transaction.ts';
import { type PolicyRow, policyRows } from './queries.ts';

/** What the organization aims at, per fiscal quarter, in minor units of its currency. Null: no target is set. */
export type Targets = {
  readonly sourcedPipelineMinor: number | null;
  readonly sourcedClosedWonMinor: number | null;
};

/** The definitions behind the scoreboard, as one signed value. */
export type ScoreboardDefinitions = ScoreboardSettings & { readonly targets: Targets };

/** A version of a policy and who has signed it. */
export type Signed = {
  readonly version: number;
  readonly inForceFrom: LocalDate;
  readonly signatures: PolicyRow['signatures'];
  readonly missing: readonly string[];
  /** While a seat has not signed, figures carry a draft mark and nothing is paid (ATT-1). */
  readonly isDraft: boolean;
};

export const defaultScoreboardDefinitions: ScoreboardDefinitions = {
  ...defaultProgramSettings.scoreboard,
  targets: { sourcedPipelineMinor: null, sourcedClosedWonMinor: null },
};

/** The body of a new program's attribution page. */
export const defaultAttributionBody = {
  settings: defaultProgramSettings.attribution,
  roleTable: defaultRoleTable,
};

/** Every version of the attribution page, oldest first; a deal is judged by the one in force when it was created. */
export async function attributionPolicies(tx: Tx, org: OrgId): Promise<(AttributionPolicy & Signed)[]> {
  const rows = await policyRows(tx, org, 'attribution');
  return rows.map((row) => ({
    ...(row.body as Pick<AttributionPolicy, 'settings' | 'roleTable'>),
    ...signedOf(row),
  }));
}

/** The scoreboard's definitions in force on a day: the latest version by then, else the first. */
export async function scoreboardDefinitions(
  tx: Tx,
  org: OrgId,
  on: LocalDate,
): Promise<ScoreboardDefinitions & Signed> {
  const rows = await policyRows(tx, org, 'scoreboard');
  const row = rows.findLast((one) => one.in_force_from <= on) ?? rows[0];
  if (!row) throw new Error('an organization has no scoreboard definitions');
  // A version that was written before a setting existed takes the default of that setting.
  return { ...defaultScoreboardDefinitions, ...(row.body as ScoreboardDefinitions), ...signedOf(row) };
}

export function signedOf(row: PolicyRow): Signed {
  const missing = missingSignatures(row.signatures.map((one) => one.seat));
  return {
    version: row.version,
    inForceFrom: row.in_force_from as LocalDate,
    signatures: row.signatures,
    missing,
    isDraft: missing.length > 0,
  };
}
