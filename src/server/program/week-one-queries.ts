import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type PackRow = { membership_id: string; opened_at: number; closed_at: number | null };

export async function packRow(tx: Tx, org: OrgId, membership: string): Promise<PackRow | null> {
  const [row] = await tx.query<PackRow>(
    `select membership_id, opened_at, closed_at from tandem.week_one_pack
     where org_id = $1 and membership_id = $2`,
    [org, membership],
  );
  return row ?? null;
}

/** Opens the pack of a person, or opens it again; false when it is open already. */
export async function openPack(tx: Tx, org: OrgId, membership: string, now: number): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.week_one_pack as kept (org_id, membership_id, opened_at)
     values ($1, $2, to_timestamp($3::double precision / 1000))
     on conflict (org_id, membership_id) do update set closed_at = null where kept.closed_at is not null
     returning membership_id`,
    [org, membership, now],
  );
  return rows.length === 1;
}

export async function closePack(tx: Tx, org: OrgId, membership: string, now: number): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.week_one_pack set closed_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and membership_id = $2 and closed_at is null returning membership_id`,
    [org, membership, now],
  );
  return rows.length === 1;
}

export function tickedTasks(
  tx: Tx,
  org: OrgId,
  membership: string,
): Promise<{ task: string; done_at: number }[]> {
  return tx.query(
    'select task, done_at from tandem.week_one_task where org_id = $1 and membership_id = $2 order by done_at, task',
    [org, membership],
  );
}

/** Ticks a task off; false when it is ticked already. */
export async function tickTask(
  tx: Tx,
  org: OrgId,
  membership: string,
  task: string,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.week_one_task (org_id, membership_id, task, done_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000)) on conflict do nothing returning task`,
    [org, membership, task, now],
  );
  return rows.length === 1;
}

export async function untickTask(tx: Tx, org: OrgId, membership: string, task: string): Promise<boolean> {
  const rows = await tx.query(
    'delete from tandem.week_one_task where org_id = $1 and membership_id = $2 and task = $3 returning task',
    [org, membership, task],
  );
  return rows.length === 1;
}

/** Hands the ticks of one pack to another: what was done stays done. */
export async function copyTicks(tx: Tx, org: OrgId, from: string, to: string): Promise<void> {
  await tx.query(
    `insert into tandem.week_one_task (org_id, membership_id, task, done_at)
     select org_id, $3, task, done_at from tandem.week_one_task where org_id = $1 and membership_id = $2
     on conflict do nothing`,
    [org, from, to],
  );
}

export type FirstWeekCounts = { have_deals: boolean; unmanaged_partners: number };

/** Whether any deal was read in, and how many signed partners nobody manages who can sign in on that day. */
export async function firstWeekCounts(tx: Tx, org: OrgId, today: string): Promise<FirstWeekCounts> {
  const [row] = await tx.query<FirstWeekCounts>(
    `select exists (select from tandem.opportunity where org_id = $1 and not is_withdrawn) as have_deals,
       (select count(*)::int from tandem.partner p
          left join tandem.membership m on m.org_id = p.org_id and m.membership_id = p.manager_id
            and m.suspended_at is null and (m.access_ends_on is null or m.access_ends_on >= $2)
        where p.org_id = $1 and not p.is_withdrawn and p.signed_on is not null and m.membership_id is null)
         as unmanaged_partners`,
    [org, today],
  );
  return row ?? { have_deals: false, unmanaged_partners: 0 };
}
