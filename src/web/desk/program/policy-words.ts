import type { RoleTableCell } from '#core/attribution/policy.ts';
import { roles } from '#core/program/roles.ts';
import type { AttributionSettings, ScoreboardSettings, Setting } from '#core/program/settings.ts';
import type { PolicyWord, SettingValue } from './policy-values.ts';

export const policyTitles: Readonly<Record<PolicyWord, string>> = {
  attribution: 'Attribution page',
  scoreboard: 'Scoreboard definitions',
};

/** Short names of the settings, for headings, forms and differences. */
export const settingLabels: Readonly<Record<keyof AttributionSettings | keyof ScoreboardSettings, string>> = {
  introLookbackDays: 'Introduction before the deal',
  lockDays: 'Time to record a claim',
  longLockDays: 'Time to record a claim, long cycle',
  longCycleDays: 'Long cycle',
  vendorQuietDays: 'Account that was new to us',
  touchLoggedWithinDays: 'Time to log a touch',
  coSoldStages: 'Co-sold: stages with joint selling',
  coSoldStage: 'Co-sold: one of them this late',
  coSoldBeforeStage: 'Co-sold: all of them before',
  coSoldCheckinDays: 'Co-sold: silence before the close',
  entryStage: 'Entry stage of pipeline',
  shareFloors: 'Floors of the sourced share',
  flatPoints: 'Activity, not output: rise',
  flatQuarters: 'Activity, not output: period',
  rateMinimumDeals: 'Smallest sample for a rate',
  missedOpeningsAlert: 'Missed weekly openings',
  freshDays: 'Deal data is fresh for',
  activeRepDays: 'Partner rep is active for',
  checkinFreshDays: 'Check-in is fresh for',
};

/** The short name of a setting; one that is not known shows its own name. */
export function settingLabel(name: string): string {
  return Object.entries(settingLabels).find(([key]) => key === name)?.[1] ?? name;
}

const nouns = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  quarters: ['quarter', 'quarters'],
  points: ['point', 'points'],
  stages: ['stage', 'stages'],
  deals: ['deal', 'deals'],
  count: ['', ''],
} as const;

/** What a bare count counts. */
const counted: Readonly<Record<string, keyof typeof nouns>> = {
  coSoldStages: 'stages',
  rateMinimumDeals: 'deals',
};

/** A value with its unit: "30 days", "stage 2", "15 %, 25 %, 35 %". A list is read in program years. */
export function valueText(name: string, unit: Setting['unit'], value: SettingValue): string {
  const list = typeof value === 'number' ? [value] : value;
  return list.map((one) => oneText(name, unit, one)).join(', ');
}

function oneText(name: string, unit: Setting['unit'], value: number): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(2))} %`;
  if (unit === 'stage') return `stage ${value}`;
  const [one, many] = nouns[unit === 'count' ? (counted[name] ?? 'count') : unit];
  return `${value} ${value === 1 ? one : many}`.trim();
}

const sources: Readonly<Record<string, string>> = {
  S1: 'from the method’s first founding article',
  S2: 'from the method’s second founding article',
  F: 'from another article by the method’s author',
  O: 'from another author',
  INF: 'a starting point of Tandem’s own, to be argued about',
};

/** Where a default comes from, in words. */
export function sourceText(source: string): string {
  return sources[source] ?? source;
}

/** The rule that a setting belongs to: "Rule ATT-3", or the section of the method. */
export function ruleText(rule: string): string {
  return /^\d/.test(rule) ? `Section ${rule} of the method` : `Rule ${rule}`;
}

/** A seat in words; one that is not known shows its own name. */
export function seatLabel(seat: string): string {
  return Object.entries(roles).find(([name]) => name === seat)?.[1].label ?? seat;
}

const cellWords = {
  sourced: 'Sourced',
  co_sold: 'Co-sold',
  influenced: 'Influenced',
  assisted: 'Assisted',
  none: 'No credit',
} as const;

/** What a role earns on a renewal; where the page has no word of its own for it, what it earns by stage. */
export function renewalText(cell: RoleTableCell): string {
  return cell === null ? 'by stage' : cellWords[cell];
}

/** What a role earns at a stage; a cell that the page leaves empty is for people to decide. */
export function cellText(cell: RoleTableCell): string {
  return cell === null ? 'to decide' : cellWords[cell];
}
