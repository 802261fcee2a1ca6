/**
 * AR-1 to AR-3: few archetypes, one in build until it has passed all four pillars, each an operating model of its own.
 *
 * Handbook: docs/handbook/program.md
 */

import { type Archetype, archetypeLabels } from './archetype.ts';
import type { ArchetypeCheckCode } from './archetype-check-words.ts';
import type { ArchetypesBody } from './archetypes-page.ts';
import { advisoryCheck, blockingCheck, type Check } from './check.ts';

type ArchetypeCheck = Check<ArchetypeCheckCode>;
type Row = { readonly key: Archetype } & ArchetypesBody['archetypes'][Archetype];

/** What the archetypes page is held against besides itself. */
export type ArchetypeFacts = {
  /** The archetype of the thesis (TH-3). */
  readonly thesisArchetype: Archetype | null;
  /** Gate G6 is open: the first archetype has passed all four pillars. */
  readonly isSecondUnlocked: boolean;
};

/** Every check of the archetypes page. */
export function checkArchetypes(body: ArchetypesBody, facts: ArchetypeFacts): ArchetypeCheck[] {
  const chosen = chosenArchetypes(body);
  return [
    ...checkCount(chosen, body.limits),
    ...checkBuild(chosen, body.limits.inBuildMost, facts),
    ...chosen.flatMap((row) => checkOwnModel(row, chosen)),
  ];
}

/** The archetype being built; of several the first, null of none. */
export function archetypeInBuild(body: ArchetypesBody): Archetype | null {
  return chosenArchetypes(body).find(({ state }) => state === 'in_build')?.key ?? null;
}

function chosenArchetypes({ archetypes }: ArchetypesBody): Row[] {
  return keys.map((key) => ({ key, ...archetypes[key] })).filter(({ state }) => state !== 'not_selected');
}

const keys = Object.keys(archetypeLabels) as readonly Archetype[];

function checkCount(chosen: readonly Row[], limits: ArchetypesBody['limits']): ArchetypeCheck[] {
  const params = { selected: chosen.length, most: limits.selectedMost, preferred: limits.preferred };
  const path = statePath(chosen.at(-1));
  const checks: ArchetypeCheck[] = [
    blockingCheck('AR-1', 'selected_most', path, chosen.length <= limits.selectedMost, params),
  ];
  if (chosen.length <= limits.selectedMost) {
    checks.push(advisoryCheck('AR-1', 'selected_preferred', path, chosen.length <= limits.preferred, params));
  }
  return checks;
}

/**
 * AR-2. Whatever is in build or has passed was begun; more of them than the limit needs gate G6. So an archetype that
 * somebody marks as passed does not make room for the next one: the gate does.
 */
function checkBuild(chosen: readonly Row[], most: number, facts: ArchetypeFacts): ArchetypeCheck[] {
  const inBuild = chosen.filter(({ state }) => state === 'in_build');
  const begun = chosen.filter(({ state }) => state === 'in_build' || state === 'passed');
  const checks: ArchetypeCheck[] = [
    blockingCheck('AR-2', 'in_build_least', 'archetypes', begun.length > 0),
    blockingCheck(
      'AR-2',
      'in_build_most',
      statePath(begun.at(-1)),
      begun.length <= most || facts.isSecondUnlocked,
      {
        begun: begun.length,
        most,
      },
    ),
  ];
  if (inBuild.length === 0) return checks;
  const { thesisArchetype } = facts;
  const matches = begun.some(({ key }) => key === thesisArchetype);
  checks.push(
    blockingCheck('TH-3', 'in_build_is_thesis', statePath(inBuild[0]), matches, {
      inBuild: inBuild.map(({ key }) => archetypeLabels[key]).join(', '),
      thesis: thesisArchetype === null ? null : archetypeLabels[thesisArchetype],
    }),
  );
  return checks;
}

/** AR-3. Its economics and ways of working are its own from the day that it is selected; its contract when it is built. */
function checkOwnModel(row: Row, chosen: readonly Row[]): ArchetypeCheck[] {
  const parts = {
    ownership: 'deal ownership',
    pay: 'who pays whom',
    commission: 'commission',
    enablement: 'enablement',
    cadence: 'cadence',
    firstMotion: 'first motion',
  } as const;
  const missing = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => isBlank(row[part]));
  const archetype = archetypeLabels[row.key];
  const hasContract = !isBlank(row.contract);
  const contractPath = `archetypes.${row.key}.contract`;
  const raise = row.state === 'selected' ? advisoryCheck : blockingCheck;
  const checks: ArchetypeCheck[] = [
    blockingCheck('AR-3', 'own_model', `archetypes.${row.key}.${missing[0] ?? 'pay'}`, missing.length === 0, {
      archetype,
      missing: missing.map((part) => parts[part]).join(', '),
    }),
    raise('AR-3', 'own_contract', contractPath, hasContract, { archetype }),
  ];
  const twin = chosen.find(
    (other) => other.key !== row.key && hasContract && plain(other.contract) === plain(row.contract),
  );
  if (twin !== undefined) {
    const params = { archetype, other: archetypeLabels[twin.key] };
    checks.push(advisoryCheck('AR-3', 'contract_shared', contractPath, false, params));
  }
  return checks;
}

function statePath(row: Row | undefined): string {
  return row === undefined ? 'archetypes' : `archetypes.${row.key}.state`;
}

function isBlank(value: string | number | null): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
