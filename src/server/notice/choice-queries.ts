import type { OrgId } from '#core/ids.ts';
import type { NoticeSettings } from '#core/notice/digest.ts';
import type { NoticeGroup, NoticeWay } from '#core/notice/kinds.ts';
import type { Tx } from '../database/transaction.ts';

/** What people chose, those of them who did. */
export function choicesOf(
  tx: Tx,
  org: OrgId,
  memberships: readonly string[],
): Promise<{ membership_id: string; kind_group: NoticeGroup; way: NoticeWay }[]> {
  return tx.query(
    `select membership_id, kind_group, way from tandem.notice_choice
     where org_id = $1 and membership_id = any($2::uuid[])`,
    [org, memberships],
  );
}

export async function putChoice(
  tx: Tx,
  org: OrgId,
  row: { membershipId: string; group: NoticeGroup; way: NoticeWay; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.notice_choice (org_id, membership_id, kind_group, way, chosen_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))
     on conflict (org_id, membership_id, kind_group) do update set way = excluded.way, chosen_at = excluded.chosen_at`,
    [org, row.membershipId, row.group, row.way, row.now],
  );
}

/** What has not left yet stays in the inbox: whoever wants no letters gets none for what is past either. */
export async function keepHere(
  tx: Tx,
  org: OrgId,
  membership: string,
  kinds: readonly string[],
): Promise<void> {
  await tx.query(
    `update tandem.notice n set way = 'here'
     where n.org_id = $1 and n.membership_id = $2 and n.kind = any($3::text[]) and n.way <> 'here' and not exists (
       select from tandem.delivery_notice d where d.org_id = n.org_id and d.notice_id = n.notice_id)`,
    [org, membership, kinds],
  );
}

export async function noticeSettingRow(tx: Tx, org: OrgId): Promise<NoticeSettings | null> {
  const [row] = await tx.query<{ digest_minute: number; gather_minutes: number }>(
    'select digest_minute, gather_minutes from tandem.notice_setting where org_id = $1',
    [org],
  );
  return row ? { digestMinute: row.digest_minute, gatherMinutes: row.gather_minutes } : null;
}

export async function putNoticeSetting(tx: Tx, org: OrgId, wanted: NoticeSettings): Promise<void> {
  await tx.query(
    `insert into tandem.notice_setting (org_id, digest_minute, gather_minutes) values ($1, $2, $3)
     on conflict (org_id) do update set digest_minute = excluded.digest_minute, gather_minutes = excluded.gather_minutes`,
    [org, wanted.digestMinute, wanted.gatherMinutes],
  );
}
