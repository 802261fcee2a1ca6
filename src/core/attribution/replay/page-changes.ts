/**
 * In what two attribution pages differ, change by change, so that each can be tried alone: which of them moves a deal?
 *
 * Handbook: docs/handbook/replay.md
 */

import { type AttributionSettings, attributionSettings } from '#core/program/settings.ts';
import { attributionPage } from '../attribution-page.ts';
import { classWords } from '../class-words.ts';
import type { CreditFacts } from '../facts.ts';
import { type AttributionPolicy, type PartnerRole, partnerRoles, type RoleTableCell } from '../policy.ts';

/** What one side of a replay judges from: the page and the facts as that page reads them. */
export type Judged = { readonly page: AttributionPolicy; readonly facts: CreditFacts };

/** One thing that differs. `take` gives `onto` what `from` says of it, and leaves everything else. */
export type PageChange = {
  readonly key: string;
  readonly sentence: string;
  readonly take: (from: Judged, onto: Judged) => Judged;
};

/**
 * Every number, cell and segment that decides credit and differs between two pages, in the order of the page. Sentences
 * of the page are for people and decide nothing here.
 */
export function pageChanges(before: AttributionPolicy, after: AttributionPolicy): PageChange[] {
  return [...settingChanges(before, after), ...cycleChanges(before, after), ...cellChanges(before, after)];
}

function settingChanges(before: AttributionPolicy, after: AttributionPolicy): PageChange[] {
  const keys = Object.keys(attributionSettings) as (keyof AttributionSettings)[];
  return keys
    .filter((key) => before.settings[key] !== after.settings[key])
    .map((key) => ({
      key: `settings.${key}`,
      sentence: `${labelOf(key)}: ${before.settings[key]} → ${after.settings[key]}`,
      take: (from, onto) => ({
        page: {
          ...onto.page,
          settings: { ...onto.page.settings, [key]: from.page.settings[key] },
        },
        // The day on which the deal entered this stage was looked up by the page.
        facts: key === 'coSoldBeforeStage' ? reading(onto.facts, from.facts, ['enteredS4On']) : onto.facts,
      }),
    }));
}

function cycleChanges(before: AttributionPolicy, after: AttributionPolicy): PageChange[] {
  const said = ({ cycles }: AttributionPolicy) =>
    JSON.stringify(cycles.map(({ segment, days }) => [segment, days]).sort());
  if (said(before) === said(after)) return [];
  return [
    {
      key: 'cycles',
      sentence: 'Median won cycle by segment',
      take: (from, onto) => ({
        page: { ...onto.page, cycles: from.page.cycles },
        facts: reading(onto.facts, from.facts, ['segment', 'cycleDays']),
      }),
    },
  ];
}

function cellChanges(before: AttributionPolicy, after: AttributionPolicy): PageChange[] {
  return partnerRoles.flatMap((role) => {
    const [one, other] = [before.roleTable[role], after.roleTable[role]];
    const label = other.label;
    const stages = Math.max(one.byStage.length, other.byStage.length);
    const changes: PageChange[] = [];
    for (let stage = 0; stage < stages; stage += 1) {
      const [was, is] = [one.byStage[stage] ?? null, other.byStage[stage] ?? null];
      if (was === is) continue;
      changes.push({
        key: `roleTable.${role}.${stage}`,
        sentence: `“${label}” at stage ${stage}: ${cellWord(was)} → ${cellWord(is)}`,
        take: (from, onto) => ({
          page: withStage(onto.page, role, stage, from.page.roleTable[role].byStage[stage] ?? null),
          facts: onto.facts,
        }),
      });
    }
    if (one.renewal !== other.renewal) {
      changes.push({
        key: `roleTable.${role}.renewal`,
        sentence: `“${label}” on a renewal or expansion: ${cellWord(one.renewal)} → ${cellWord(other.renewal)}`,
        take: (from, onto) => ({
          page: withRow(onto.page, role, { renewal: from.page.roleTable[role].renewal }),
          facts: onto.facts,
        }),
      });
    }
    return changes;
  });
}

function withStage(
  page: AttributionPolicy,
  role: PartnerRole,
  stage: number,
  cell: RoleTableCell,
): AttributionPolicy {
  const { byStage } = page.roleTable[role];
  const length = Math.max(byStage.length, stage + 1);
  return withRow(page, role, {
    byStage: Array.from({ length }, (_, index) => (index === stage ? cell : (byStage[index] ?? null))),
  });
}

function withRow(
  page: AttributionPolicy,
  role: PartnerRole,
  change: Partial<AttributionPolicy['roleTable'][PartnerRole]>,
): AttributionPolicy {
  return { ...page, roleTable: { ...page.roleTable, [role]: { ...page.roleTable[role], ...change } } };
}

function reading(
  onto: CreditFacts,
  from: CreditFacts,
  keys: readonly ('enteredS4On' | 'segment' | 'cycleDays')[],
): CreditFacts {
  const taken = Object.fromEntries(keys.map((key) => [key, from.opportunity[key]]));
  return { ...onto, opportunity: { ...onto.opportunity, ...taken } };
}

function labelOf(key: keyof AttributionSettings): string {
  return attributionPage.fields.settings.fields[key].label;
}

function cellWord(cell: RoleTableCell): string {
  return cell === null ? 'the panel decides' : classWords[cell];
}
