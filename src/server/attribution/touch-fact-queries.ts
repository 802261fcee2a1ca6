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
    const [
      id,
      deal,
      account,
      partner,
      person,
      owner,
      role,
      action,
      way,
      side,
      stage,
      outcome,
      evidence,
      ...rest
    ] = cells;
    const [occurredAt, occurredOn, recordedAt, recordedOn, importId] = rest;
    if (importId != null && undone.has(importId)) continue;
    const yes = confirmed.get(id ?? null);
    const no = refused.get(id ?? null);
    const gone = withdrawn.get(id ?? null);
    touches.push({
      touch_id: id ?? '',
      opportunity_id: deal ?? null,
      account_id: account ?? null,
      partner_id: partner ?? '',
      person: persons.get(person ?? '') ?? '',
      internal_owner: owner ?? '',
      role: role ?? '',
      action: action ?? '',
      way: way ?? '',
      side: side === 'partner' ? 'partner' : 'vendor',
      stage_order: stage == null ? null : Number(stage),
      outcome: outcome ?? null,
      evidence: JSON.parse(evidence ?? '[]'),
      occurred_at: readInstant(occurredAt ?? ''),
      occurred_on: occurredOn ?? '',
      recorded_at: readInstant(recordedAt ?? ''),
      recorded_on: recordedOn ?? '',
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

const personCell = 4;
const importCell = 17;

function cellsAt(rows: readonly Cells[], at: number): string[] {
  return [...new Set(rows.flatMap((cells) => cells[at] ?? []))];
}

async function namesOf(tx: Tx, org: OrgId, touches: readonly Cells[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select partner_person_id as id, name from tandem.partner_person
     where org_id = $1 and partner_person_id = any($2::uuid[])`,
    [org, cellsAt(touches, personCell)],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function undoneAmong(tx: Tx, org: OrgId, touches: readonly Cells[]): Promise<ReadonlySet<string>> {
  const imports = cellsAt(touches, importCell);
  if (imports.length === 0) return new Set();
  const rows = await tx.query<{ import_id: string }>(
    'select import_id from tandem.import where org_id = $1 and import_id = any($2::uuid[]) and withdrawn_at is not null',
    [org, imports],
  );
  return new Set(rows.map((row) => row.import_id));
}
