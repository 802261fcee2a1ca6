import type { OrgId } from '#core/ids.ts';
import { type StageTable, stageKey, stageTable } from '#core/opportunity/stage.ts';
import type { Tx } from '../database/transaction.ts';
import { liveImports, putStageRules, type StageRuleRow, stageRulesOf } from './queries.ts';
import type { ImportMapping } from './reader.ts';

/** The rules that a mapping's stages make. An open stage without an order takes its place in the list. */
export function rulesOf(mapping: ImportMapping): StageRuleRow[] {
  let place = 0;
  return Object.entries(mapping.stages ?? {}).map(([name, entry]) => {
    const outcome = entry.outcome ?? 'open';
    const isIgnored = entry.ignore ?? false;
    const open = outcome === 'open' && !isIgnored;
    const order = entry.order ?? (open ? place : null);
    if (open) place = (order ?? place) + 1;
    return { name, stage_order: order, outcome, is_entry: entry.entry ?? false, is_ignored: isIgnored };
  });
}

/**
 * The rules of a source are what the mappings of its live imports say, the newest last; so undoing an import also
 * takes back what it said about stages. A name counts once, whatever its case and spacing.
 */
export function foldRules(mappings: readonly ImportMapping[]): StageRuleRow[] {
  const byKey = new Map<string, StageRuleRow>();
  for (const mapping of mappings) {
    for (const rule of rulesOf(mapping)) byKey.set(stageKey(rule.name), rule);
  }
  return [...byKey.values()];
}

/** Brings the rules of a source in line with its live imports and `also`. True where a known rule changed. */
export async function settleStageRules(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  also: ImportMapping | null,
): Promise<boolean> {
  const live = (await liveImports(tx, org, sourceId)).map((row) => row.mapping);
  const wanted = foldRules(also ? [...live, also] : live);
  const before = await stageRulesOf(tx, org, sourceId);
  const names = new Set(wanted.map((rule) => rule.name));
  const gone = before.filter((rule) => !names.has(rule.name)).map((rule) => rule.name);
  const stood = new Map(before.map((rule) => [rule.name, JSON.stringify(shape(rule))]));
  const changed = wanted.filter((rule) => stood.get(rule.name) !== JSON.stringify(shape(rule)));
  if (gone.length === 0 && changed.length === 0) return false;
  await putStageRules(tx, org, sourceId, changed, gone);
  return true;
}

/** The table that a dry run reads stages by. */
export function tableOf(rules: readonly StageRuleRow[], entryOrder: number): StageTable {
  const stages = rules.map((rule) => ({
    name: rule.name,
    order: rule.stage_order,
    outcome: rule.outcome,
    entry: rule.is_entry,
    ignore: rule.is_ignored,
  }));
  return stageTable(stages, entryOrder);
}

const shape = (rule: StageRuleRow): unknown[] => [
  rule.stage_order,
  rule.outcome,
  rule.is_entry,
  rule.is_ignored,
];
