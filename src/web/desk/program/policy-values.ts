import { defaultRoleTable, type PartnerRole, type RoleTable } from '#core/attribution/policy.ts';
import {
  attributionSettings,
  defaultProgramSettings,
  type Setting,
  scoreboardSettings,
} from '#core/program/settings.ts';

/** A signed page of the program: how credit is given, or what the figures of the scoreboard mean. */
export type PolicyWord = 'attribution' | 'scoreboard';

export type SettingValue = number | readonly number[];

/** What the organization aims at per quarter, in minor units of its currency; null where no target is set. */
export type Targets = {
  readonly sourcedPipelineMinor: number | null;
  readonly sourcedClosedWonMinor: number | null;
};

export const catalogues: Readonly<Record<PolicyWord, Readonly<Record<string, Setting>>>> = {
  attribution: attributionSettings,
  scoreboard: scoreboardSettings,
};

/** The value of each setting in the body of a version; one that the version does not hold has its default. */
export function settingValues(word: PolicyWord, body: unknown): ReadonlyMap<string, SettingValue> {
  const held = word === 'attribution' ? part(body, 'settings') : body;
  return new Map(
    Object.entries(catalogues[word]).map(([name, setting]) => {
      const value = part(held, name);
      return [name, isSettingValue(value) ? value : setting.default];
    }),
  );
}

/** The targets in a body of the scoreboard's definitions. */
export function targetsOf(body: unknown): Targets {
  const held = part(body, 'targets');
  const minor = (name: string): number | null => {
    const value = part(held, name);
    return typeof value === 'number' ? value : null;
  };
  return {
    sourcedPipelineMinor: minor('sourcedPipelineMinor'),
    sourcedClosedWonMinor: minor('sourcedClosedWonMinor'),
  };
}

/** The role table in a body of the attribution page; a role that the body does not hold has its default row. */
export function roleTableOf(body: unknown): RoleTable {
  const held = part(body, 'roleTable');
  const rows = Object.entries(defaultRoleTable).map(([role, row]) => {
    const given = part(held, role);
    return [role, Array.isArray(part(given, 'byStage')) ? given : row];
  });
  return Object.fromEntries(rows) as Record<PartnerRole, RoleTable[PartnerRole]>;
}

function isSettingValue(value: unknown): value is SettingValue {
  return typeof value === 'number' || (Array.isArray(value) && value.every((one) => typeof one === 'number'));
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The bodies that a new program starts with. */
export const defaultBodies: Readonly<Record<PolicyWord, unknown>> = {
  attribution: { settings: defaultProgramSettings.attribution, roleTable: defaultRoleTable },
  scoreboard: defaultProgramSettings.scoreboard,
};
