import type { ReasonParams } from '#core/decision.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type ChannelRow = {
  slack_channel_id: string;
  partner_id: string | null;
  sealed_address: Buffer | null;
  host: string;
  kind_groups: string[];
  set_at: number;
  removed_at: number | null;
};

const columns = 'slack_channel_id, partner_id, sealed_address, host, kind_groups, set_at, removed_at';

/** The channels in use: of the program (no partner) and of partners. */
export function channels(tx: Tx, org: OrgId): Promise<ChannelRow[]> {
  return tx.query(`select ${columns} from tandem.slack_channel where org_id = $1 and removed_at is null`, [
    org,
  ]);
}

/** The channel in use of the program or of a partner. */
export async function channelOf(tx: Tx, org: OrgId, partner: string | null): Promise<ChannelRow | null> {
  const [row] = await tx.query<ChannelRow>(
    `select ${columns} from tandem.slack_channel
     where org_id = $1 and partner_id is not distinct from $2::uuid and removed_at is null for update`,
    [org, partner],
  );
  return row ?? null;
}

/** The channel that a post is for, also one that was removed since. */
export async function channelOfDelivery(tx: Tx, org: OrgId, delivery: string): Promise<ChannelRow | null> {
  const [row] = await tx.query<ChannelRow>(
    `select c.slack_channel_id, c.partner_id, c.sealed_address, c.host, c.kind_groups, c.set_at, c.removed_at
     from tandem.delivery d join tandem.slack_channel c
       on c.org_id = d.org_id and c.slack_channel_id = d.slack_channel_id
     where d.org_id = $1 and d.delivery_id = $2`,
    [org, delivery],
  );
  return row ?? null;
}

export type NewChannel = {
  slack_channel_id: string;
  partner_id: string | null;
  sealed_address: Uint8Array;
  host: string;
  kind_groups: readonly string[];
  set_by: string;
  now: number;
};

/** Keeps a channel: a new one, or in place of what stood under its id. */
export async function putChannel(tx: Tx, org: OrgId, row: NewChannel): Promise<void> {
  await tx.query(
    `insert into tandem.slack_channel
       (org_id, slack_channel_id, partner_id, sealed_address, host, kind_groups, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))
     on conflict (org_id, slack_channel_id) do update set sealed_address = excluded.sealed_address,
       host = excluded.host, kind_groups = excluded.kind_groups, set_by = excluded.set_by, set_at = excluded.set_at`,
    [
      org,
      row.slack_channel_id,
      row.partner_id,
      row.sealed_address,
      row.host,
      row.kind_groups,
      row.set_by,
      row.now,
    ],
  );
}

/** Takes a channel out of use; its address is gone with that. */
export async function removeChannel(tx: Tx, org: OrgId, channel: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.slack_channel set removed_at = to_timestamp($3::double precision / 1000), sealed_address = null
     where org_id = $1 and slack_channel_id = $2`,
    [org, channel, now],
  );
}

export type ChannelNotice = {
  notice_id: string;
  slack_channel_id: string;
  kind: string;
  params: ReasonParams;
  sentence: string;
  link: string;
  event_key: string;
  opportunity_id: string | null;
  partner_id: string | null;
};

/** Keeps what a channel is told, each thing once. Answers which channels heard something new. */
export async function insertChannelNotices(
  tx: Tx,
  org: OrgId,
  rows: readonly ChannelNotice[],
  now: number,
): Promise<string[]> {
  const told = await tx.query<{ slack_channel_id: string }>(
    `insert into tandem.notice (org_id, notice_id, slack_channel_id, partner_id, kind, params, sentence, link,
       event_key, opportunity_id, way, made_at)
     select $1, r.notice_id, r.slack_channel_id, r.partner_id, r.kind, r.params, r.sentence, r.link, r.event_key,
       r.opportunity_id, 'at_once', to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb) as r(notice_id uuid, slack_channel_id uuid, partner_id uuid, kind text,
       params jsonb, sentence text, link text, event_key text, opportunity_id uuid)
     on conflict do nothing returning slack_channel_id`,
    [org, JSON.stringify(rows), now],
  );
  return [...new Set(told.map((row) => row.slack_channel_id))];
}

/** What a channel has still to be told, oldest first. */
export async function waitingForChannel(tx: Tx, org: OrgId, channel: string): Promise<string[]> {
  const rows = await tx.query<{ notice_id: string }>(
    `select n.notice_id from tandem.notice n where n.org_id = $1 and n.slack_channel_id = $2
       and not exists (select from tandem.delivery_notice d where d.org_id = n.org_id and d.notice_id = n.notice_id)
     order by n.made_at, n.notice_id`,
    [org, channel],
  );
  return rows.map((row) => row.notice_id);
}

export async function insertPost(
  tx: Tx,
  org: OrgId,
  row: { delivery_id: string; kind: 'post' | 'test'; slack_channel_id: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.delivery (org_id, delivery_id, kind, slack_channel_id, queued_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))`,
    [org, row.delivery_id, row.kind, row.slack_channel_id, row.now],
  );
}

export async function partnerIsThere(tx: Tx, org: OrgId, partner: string): Promise<boolean> {
  const rows = await tx.query('select from tandem.partner where org_id = $1 and partner_id = $2', [
    org,
    partner,
  ]);
  return rows.length === 1;
}
