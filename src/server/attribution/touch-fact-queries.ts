import type { OrgId } from '#core/ids.ts';
import { readInstant } from '../database/instant.ts';
import type { Cells, Tx } from '../database/transaction.ts';
import type { Answer } from './fact-queries.ts';

export type TouchRow = {
  readonly touch_id: string;
  readonly opportunity_id: string | null;
  readonly account_id: string | null;
  readonly partner_id: string;
  readonly person: string;
  readonly internal_owner: string;
  readonly role: string;
  readonly action: string;
  readonly way: string;
  readonly side: Answer['side'];
  readonly stage_order: number | null;
  readonly outcome: string | null;
  readonly evidence: string[];
  readonly occurred_at: number;
  readonly occurred_on: string;
  readonly recorded_at: number;
  readonly recorded_on: string;
  readonly confirmed_by: string | null;
  readonly confirmed_at: number | null;
  readonly refusal: string | null;
  readonly refused_at: number | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: number | null;
  readonly withdrawal_reason: string | null;
};

const columns = `touch_id, opportunity_id, account_id, partner_id, partner_person_id, internal_owner, role, action, way,
  side, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, import_id`;

/**
 * Touches on these deals, and at these accounts before there was a deal, with who did it and what was said to it. Those
 * of an undone import are not there. Each table is read by its own key and put together here: joined, PostgreSQL would
 * now and then read the others whole for each batch, and a million touches are decided in many batches.
 */
export async function touchesFor(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
  accounts: readonly string[],
): Promise<TouchRow[]> {
  const onDeals = await read(tx, org, 'opportunity_id', opportunities);
  const atAccounts = await read(tx, org, 'account_id', accounts);
  return atAccounts.length === 0 ? onDeals : [...onDeals, ...atAccounts];
}

async function read(
  tx: Tx,
  org: OrgId,
  key: 'opportunity_id' | 'account_id',
  ids: readonly string[],
): Promise<TouchRow[]> {
  const ofThese = `org_id = $1 and ${key} = any($2::uuid[])`;
  const copied = await tx.copyOut(`select ${columns} from tandem.touch where ${ofThese}`, [org, ids]);
  if (copied.length === 0) return [];
  const own = `array(select touch_id from tandem.touch where ${ofThese})`;
  /** What was said to these touches: who, when and why, by the touch. */
  const answers = async (query: string): Promise<ReadonlyMap<string | null, Cells>> =>
    new Map((await tx.copyOut(query, [org, ids])).map((cells) => [cells[0] ?? null, cells]));
  const confirmed = await answers(
    `select touch_id, confirmed_by, confirmed_at from tandem.touch_confirmation
     where org_id = $1 and touch_id = any(${own})`,
  );
  const refused = await answers(
    `select fact_id, reason, refused_at from tandem.claim_refusal
     where org_id = $1 and fact_kind = 'touch' and fact_id = any(${own})`,
  );
  const withdrawn = await answers(
    `select fact_id, withdrawn_by, withdrawn_at, reason from tandem.withdrawal
     where org_id = $1 and fact_kind = 'touch' and fact_id = any(${own})`,
  );
  const persons = await namesOf(tx, org, copied);
  const undone = await undoneAmong(tx, org, copied);
  const touches: TouchRow[] = [];
  for (const cells of copied) {
    const importId = cells[17];
    if (importId != null && undone.has(importId)) continue;
    const id = cells[0] ?? '';
    const yes = confirmed.get(id);
    const no = refused.get(id);
    const gone = withdrawn.get(id);
    touches.push({
      touch_id: id,
      opportunity_id: cells[1] ?? null,
      account_id: cells[2] ?? null,
      partner_id: cells[3] ?? '',
      person: persons.get(cells[4] ?? '') ?? '',
      internal_owner: cells[5] ?? '',
      role: cells[6] ?? '',
      action: cells[7] ?? '',
      way: cells[8] ?? '',
      side: cells[9] === 'partner' ? 'partner' : 'vendor',
      stage_order: cells[10] == null ? null : Number(cells[10]),
      outcome: cells[11] ?? null,
      evidence: JSON.parse(cells[12] ?? '[]'),
      occurred_at: readInstant(cells[13] ?? ''),
      occurred_on: cells[14] ?? '',
      recorded_at: readInstant(cells[15] ?? ''),
      recorded_on: cells[16] ?? '',
      confirmed_by: yes?.[1] ?? null,
      confirmed_at: instantIn(yes?.[2]),
      refusal: no?.[1] ?? null,
      refused_at: instantIn(no?.[2]),
      withdrawn_by: gone?.[1] ?? null,
      withdrawn_at: instantIn(gone?.[2]),
      withdrawal_reason: gone?.[3] ?? null,
    });
  }
  return touches;
}

function instantIn(cell: string | null | undefined): number | null {
  return cell == null ? null : readInstant(cell);
}

function cellsAt(rows: readonly Cells[], at: number): string[] {
  const found = new Set<string>();
  for (const cells of rows) {
    const cell = cells[at];
    if (cell != null) found.add(cell);
  }
  return [...found];
}

async function namesOf(tx: Tx, org: OrgId, touches: readonly Cells[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select partner_person_id as id, name from tandem.partner_person
     where org_id = $1 and partner_person_id = any($2::uuid[])`,
    [org, cellsAt(touches, 4)],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function undoneAmong(tx: Tx, org: OrgId, touches: readonly Cells[]): Promise<ReadonlySet<string>> {
  const imports = cellsAt(touches, 17);
  if (imports.length === 0) return new Set();
  const rows = await tx.query<{ import_id: string }>(
    'select import_id from tandem.import where org_id = $1 and import_id = any($2::uuid[]) and withdrawn_at is not null',
    [org, imports],
  );
  return new Set(rows.map((row) => row.import_id));
}
