import type { OrgId } from '#core/ids.ts';
import type { StageChange } from '#core/opportunity/facts.ts';
import { type StageRule, type StageTable, stageTable } from '#core/opportunity/stage.ts';
import type { Tx } from '../database/transaction.ts';
import { type StageRuleRow, stageChangesOf, stageRuleRows } from './fact-queries.ts';

/** The stage table of every source, by source id. `defaultEntryOrder` counts where a source marks no entry stage. */
export async function stageTables(
  tx: Tx,
  org: OrgId,
  defaultEntryOrder: number | null,
): Promise<ReadonlyMap<string, StageTable>> {
  const bySource = Map.groupBy(await stageRuleRows(tx, org), (row) => row.source_id);
  return new Map(
    [...bySource].map(([source, rows]) => [source, stageTable(rows.map(stageRuleOf), defaultEntryOrder)]),
  );
}

function stageRuleOf(row: StageRuleRow): StageRule {
  return {
    name: row.name,
    order: row.stage_order,
    outcome: row.outcome,
    entry: row.is_entry,
    ignore: row.is_ignored,
  };
}

/** The stage history of deals, by deal; a deal without history has no entry. */
export function stageHistories(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
): Promise<ReadonlyMap<string, StageChange[]>> {
  return stageChangesOf(tx, org, opportunities);
}
