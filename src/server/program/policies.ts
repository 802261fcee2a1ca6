import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { type AttributionPolicy, defaultRoleTable } from '#core/attribution/policy.ts';
import { type Counting, versionInForce, versionsThatCount } from '#core/blueprint/standing.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { defaultProgramSettings, type ScoreboardSettings } from '#core/program/settings.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Organization } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { type StoredVersion, storedBody, storedVersion } from './pages.ts';
import { type PolicyRow, policyRows } from './queries.ts';

/** What the organization aims at, per fiscal quarter, in minor units of its currency. Null: no target is set. */
export type Targets = {
  readonly sourcedPipelineMinor: number | null;
  readonly sourcedClosedWonMinor: number | null;
};

/** The definitions behind the scoreboard, as one signed value. */
export type ScoreboardDefinitions = ScoreboardSettings & { readonly targets: Targets };

/** A version of a policy that counts, and who has signed it. */
export type Signed = {
  readonly version: number;
  /** The first day that is judged by it. */
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

/** The versions of a page that count, oldest first: those in force at some time, and drafts where nothing is signed. */
async function countingVersions(
  tx: Tx,
  organization: Organization,
  word: PageWord,
  known: readonly number[] = [],
): Promise<Counting<StoredVersion>[]> {
  const rows = await policyRows(tx, organization.orgId, word, known);
  const versions = rows.map((row) => storedVersion(row, organization));
  return versionsThatCount(word, versions, organization.fiscal);
}

/** Every version of the attribution page that counts, oldest first; a deal is judged by the one in force when it was created. */
export async function attributionPolicies(
  tx: Tx,
  organization: Organization,
): Promise<(AttributionPolicy & Signed)[]> {
  const versions = await countingVersions(tx, organization, 'attribution');
  return versions.map((one) => {
    const { settings, roleTable, cycles, sentences } = storedBody('attribution', one.body);
    return { settings, roleTable, cycles, sentences, ...signedOf(one) };
  });
}

/** The scoreboard's definitions in force on a day; before the first version began, those of the first. */
export async function scoreboardDefinitions(
  tx: Tx,
  organization: Organization,
  on: LocalDate,
): Promise<ScoreboardDefinitions & Signed> {
  const versions = await countingVersions(tx, organization, 'scoreboard');
  const one = versionInForce(versions, on) ?? versions[0];
  if (!one) throw new Error('an organization has no scoreboard definitions');
  const { indicators: _, judged: __, ...definitions } = storedBody('scoreboard', one.body);
  return { ...definitions, ...signedOf(one) };
}

/**
 * The stage from which deals are pipeline. Versions that count differ in it only from this quarter on, so that of the
 * last one is the present one.
 */
export async function presentEntryStage(tx: Tx, organization: Organization): Promise<number> {
  const last = (await countingVersions(tx, organization, 'scoreboard')).at(-1);
  return last ? storedBody('scoreboard', last.body).entryStage : defaultScoreboardDefinitions.entryStage;
}

/** The commission of each archetype by the signed archetypes page of a day; none while no version is signed. */
export async function archetypeShares(
  tx: Tx,
  organization: Organization,
  on: LocalDate,
): Promise<{ readonly version: number | null; readonly shares: ReadonlyMap<string, number> }> {
  const one = versionInForce(await countingVersions(tx, organization, 'archetypes'), on);
  if (one === null || one === undefined || one.isDraft) return { version: null, shares: new Map() };
  const { archetypes } = storedBody('archetypes', one.body);
  const agreed = Object.entries(archetypes).flatMap(([name, { commission }]) =>
    commission === null ? [] : [[name, commission] as const],
  );
  return { version: one.version, shares: new Map(agreed) };
}

/** The whole attribution page by which a deal of that day is judged, and whether it still lacks signatures. */
export async function attributionPageOn(
  tx: Tx,
  organization: Organization,
  createdOn: LocalDate,
): Promise<{ readonly version: number; readonly isDraft: boolean; readonly body: AttributionBody }> {
  const versions = await countingVersions(tx, organization, 'attribution');
  const one = versions.findLast(({ begins }) => begins <= createdOn) ?? versions[0];
  if (!one) throw new Error('an organization has no attribution page');
  return { version: one.version, isDraft: one.isDraft, body: storedBody('attribution', one.body) };
}

/** Registration pages as they were read, by organization: a version never changes, and every registration asks for one. */
const readBodies = new Map<string, Map<number, RegistrationBody>>();
const mostOrganizations = 100;

/** The registration page in force on a day; null while no version of it counts. */
export async function registrationPageOn(
  tx: Tx,
  organization: Organization,
  on: LocalDate,
): Promise<{ readonly version: number; readonly isDraft: boolean; readonly body: RegistrationBody } | null> {
  const { orgId, isDemo } = organization;
  const known = readBodies.get(orgId) ?? new Map<number, RegistrationBody>();
  const one = versionInForce(await countingVersions(tx, organization, 'registration', [...known.keys()]), on);
  if (one === null || one === undefined) return null;
  const body = known.get(one.version) ?? storedBody('registration', one.body);
  // A demo that is removed and loaded again has the same id, and perhaps another version of that number.
  if (isDemo) return { version: one.version, isDraft: one.isDraft, body };
  known.set(one.version, body);
  readBodies.delete(orgId);
  readBodies.set(orgId, known);
  const [oldest] = readBodies.keys();
  if (readBodies.size > mostOrganizations && oldest !== undefined) readBodies.delete(oldest);
  return { version: one.version, isDraft: one.isDraft, body };
}

function signedOf(one: Counting<StoredVersion>): Signed {
  const { version, begins, signatures, missing, isDraft } = one;
  return { version, inForceFrom: begins, signatures, missing, isDraft };
}
