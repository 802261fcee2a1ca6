import type { LocalDate } from '#core/calendar.ts';
import type { OrgId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { StageChange } from '#core/opportunity/facts.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * The stage history of deals, by deal, without what withdrawn imports brought; a deal without history has no entry. The
 * list stands in a `select` of its own: PostgreSQL then goes by the key, while at the sight of a long list it would read
 * the history of all deals for every batch.
 */
export async function stageChangesOf(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
): Promise<ReadonlyMap<string, StageChange[]>> {
  const copied = await tx.copyOut(
    `select s.opportunity_id, s.stage, s.changed_at, s.changed_on, s.known_at, s.amount_minor, s.currency, s.sequence
     from tandem.stage_change s
     where s.org_id = $1 and s.opportunity_id = any((select $2::uuid[])::uuid[]) and (s.import_id is null or s.import_id not in (
       select import_id from tandem.import where org_id = $1 and withdrawn_at is not null))
     order by s.opportunity_id, s.changed_at, s.sequence, s.known_at`,
    [org, opportunities],
  );
  const histories = new Map<string, StageChange[]>();
  let deal: string | null = null;
  let history: StageChange[] = [];
  while (copied.next()) {
    const id = copied.id() ?? '';
    if (id !== deal) {
      deal = id;
      history = [];
      histories.set(id, history);
    }
    history.push({
      stage: copied.text() ?? '',
      changedAt: copied.instant() ?? 0,
      changedOn: copied.day() as LocalDate,
      knownAt: copied.instant() ?? 0,
      amountMinor: copied.integer(),
      currency: copied.text() as CurrencyCode | null,
      sequence: copied.integer() ?? 0,
    });
  }
  return histories;
}

export type StageRuleRow = {
  source_id: string;
  name: string;
  stage_order: number | null;
  outcome: 'open' | 'won' | 'lost';
  is_entry: boolean;
  is_ignored: boolean;
};

export function stageRuleRows(tx: Tx, org: OrgId): Promise<StageRuleRow[]> {
  return tx.query(
    `select source_id, name, stage_order, outcome, is_entry, is_ignored from tandem.stage_rule
     where org_id = $1 order by source_id, stage_order nulls last, name`,
    [org],
  );
}
