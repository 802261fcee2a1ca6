import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { Answer } from './fact-queries.ts';

type BareTouch = {
  readonly touch_id: string;
  readonly opportunity_id: string | null;
  readonly account_id: string | null;
  readonly partner_id: string;
  readonly partner_person_id: string;
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
  readonly recorded_by: string;
  readonly import_id: string | null;
};

export type TouchRow = BareTouch & {
  readonly person: string;
  readonly confirmed_by: string | null;
  readonly confirmed_at: number | null;
  readonly refusal: string | null;
  readonly refused_at: number | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: number | null;
  readonly withdrawal_reason: string | null;
};

type Confirmation = { id: string; confirmed_by: string; confirmed_at: number };
type Refusal = { id: string; refusal: string; refused_at: number };
type Withdrawal = { id: string; withdrawn_by: string; withdrawn_at: number; withdrawal_reason: string };

const columns = `touch_id, opportunity_id, account_id, partner_id, partner_person_id, internal_owner, role, action, way,
  side, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, import_id`;

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
  const bare = await tx.query<BareTouch>(
    `select ${columns} from tandem.touch where org_id = $1 and ${key} = any($2::uuid[])`,
    [org, ids],
  );
  if (bare.length === 0) return [];
  const own = `array(select touch_id from tandem.touch where org_id = $1 and ${key} = any($2::uuid[]))`;
  const confirmed = byId(
    await tx.query<Confirmation>(
      `select touch_id as id, confirmed_by, confirmed_at from tandem.touch_confirmation
       where org_id = $1 and touch_id = any(${own})`,
      [org, ids],
    ),
  );
  const refused = byId(
    await tx.query<Refusal>(
      `select fact_id as id, reason as refusal, refused_at from tandem.claim_refusal
       where org_id = $1 and fact_kind = 'touch' and fact_id = any(${own})`,
      [org, ids],
    ),
  );
  const withdrawn = byId(
    await tx.query<Withdrawal>(
      `select fact_id as id, withdrawn_by, withdrawn_at, reason as withdrawal_reason from tandem.withdrawal
       where org_id = $1 and fact_kind = 'touch' and fact_id = any(${own})`,
      [org, ids],
    ),
  );
  const persons = await namesOf(tx, org, bare);
  const undone = await undoneAmong(tx, org, bare);
  const touches: TouchRow[] = [];
  for (const row of bare) {
    if (row.import_id !== null && undone.has(row.import_id)) continue;
    const [yes, no, gone] = [
      confirmed.get(row.touch_id),
      refused.get(row.touch_id),
      withdrawn.get(row.touch_id),
    ];
    // Written into the row that was just read: a copy of each would cost as much as reading it.
    touches.push(
      Object.assign(row, {
        person: persons.get(row.partner_person_id) ?? '',
        confirmed_by: yes?.confirmed_by ?? null,
        confirmed_at: yes?.confirmed_at ?? null,
        refusal: no?.refusal ?? null,
        refused_at: no?.refused_at ?? null,
        withdrawn_by: gone?.withdrawn_by ?? null,
        withdrawn_at: gone?.withdrawn_at ?? null,
        withdrawal_reason: gone?.withdrawal_reason ?? null,
      }),
    );
  }
  return touches;
}

async function namesOf(tx: Tx, org: OrgId, touches: readonly BareTouch[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select partner_person_id as id, name from tandem.partner_person
     where org_id = $1 and partner_person_id = any($2::uuid[])`,
    [org, [...new Set(touches.map((row) => row.partner_person_id))]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function undoneAmong(tx: Tx, org: OrgId, touches: readonly BareTouch[]): Promise<Set<string>> {
  const imports = [...new Set(touches.flatMap((row) => row.import_id ?? []))];
  if (imports.length === 0) return new Set();
  const rows = await tx.query<{ import_id: string }>(
    'select import_id from tandem.import where org_id = $1 and import_id = any($2::uuid[]) and withdrawn_at is not null',
    [org, imports],
  );
  return new Set(rows.map((row) => row.import_id));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
