import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { Correspondent, NamedAttachment } from './read-mail.ts';

/**
 * The deal that stands for a short number: itself, or the one that it was merged into. Null where there is none, or
 * where the CRM deleted it.
 */
export async function standingDeal(
  tx: Tx,
  org: OrgId,
  number: number,
): Promise<{ opportunity_id: string; number: number } | null> {
  const [row] = await tx.query<{ opportunity_id: string; number: number; stands: boolean }>(
    `with recursive line as (
       select o.opportunity_id, o.number, not o.is_withdrawn as stands, 1 as place
       from tandem.opportunity o where o.org_id = $1 and o.number = $2
       union all
       select o.opportunity_id, o.number, not o.is_withdrawn, l.place + 1
       from line l
       join lateral (select e.kind, e.into_opportunity_id from tandem.opportunity_end e
         where e.org_id = $1 and e.opportunity_id = l.opportunity_id
         order by e.recorded_at desc, e.end_id desc limit 1) e on e.kind = 'merged'
       join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = e.into_opportunity_id
       where l.place < 20
     )
     select opportunity_id, number, stands from line order by place desc limit 1`,
    [org, number],
  );
  return row?.stands ? row : null;
}

/** Who of ours has one of these addresses, the first of them; null where nobody has. */
export async function memberAmong(tx: Tx, org: OrgId, addresses: readonly string[]): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select m.display_name as name from identity."user" u
     join tandem.membership m on m.org_id = $1 and m.user_id = u.id
     where u.email = any($2::text[]) and m.partner_id is null and m.suspended_at is null
     order by array_position($2::text[], u.email) limit 1`,
    [org, addresses],
  );
  return row?.name ?? null;
}

/** How many mails came to a deal since a moment. */
export async function mailsSince(tx: Tx, org: OrgId, opportunity: string, since: number): Promise<number> {
  const [row] = await tx.query<{ mails: number }>(
    `select count(*) as mails from tandem.signal
     where org_id = $1 and opportunity_id = $2 and way = 'mail'
       and recorded_at > to_timestamp($3::double precision / 1000)`,
    [org, opportunity, since],
  );
  return row?.mails ?? 0;
}

/** Somebody whom a mail names, by the field that does. */
export type Recipient = Correspondent & { readonly field: 'to' | 'cc' };

export async function insertMail(
  tx: Tx,
  org: OrgId,
  row: {
    signalId: string;
    from: Correspondent | null;
    recipients: readonly Recipient[];
    addresses: readonly string[];
    body: string;
    isCut: boolean;
    attachments: readonly NamedAttachment[];
    sentAt: number | null;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.mail (org_id, signal_id, from_name, from_address, recipients, addresses, body, is_cut,
       attachments, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::double precision / 1000))`,
    [
      org,
      row.signalId,
      row.from?.name ?? null,
      row.from?.address ?? null,
      JSON.stringify(row.recipients),
      row.addresses,
      row.body,
      row.isCut,
      JSON.stringify(row.attachments),
      row.sentAt,
    ],
  );
}

export type MailRow = {
  signal_id: string;
  opportunity_id: string;
  subject: string;
  from_name: string | null;
  from_address: string | null;
  partner_id: string | null;
  person: string | null;
  attachments: NamedAttachment[];
  occurred_on: string;
  recorded_at: number;
  touch_id: string | null;
  dismissed_for: string | null;
};

const mailColumns = `s.signal_id, s.opportunity_id, s.subject, m.from_name, m.from_address, w.partner_id, h.name as person,
  m.attachments, s.occurred_on, s.recorded_at, d.touch_id, d.dismissed_for`;
const mailTables = `tandem.mail m
  join tandem.signal s on s.org_id = m.org_id and s.signal_id = m.signal_id
  left join tandem.signal_outcome d on d.org_id = m.org_id and d.signal_id = m.signal_id
  left join lateral tandem.partner_of_mail(m.org_id, m.signal_id) w on true
  left join tandem.partner_person h on h.org_id = m.org_id and h.partner_person_id = w.partner_person_id`;

/** The mails that came to a deal, the newest first. */
export function mailsOfDeal(tx: Tx, org: OrgId, opportunity: string, limit: number): Promise<MailRow[]> {
  return tx.query(
    `select ${mailColumns} from ${mailTables}
     where m.org_id = $1 and s.opportunity_id = $2 order by s.recorded_at desc, s.signal_id desc limit $3`,
    [org, opportunity, limit],
  );
}

export type WholeMailRow = MailRow & {
  recipients: Recipient[];
  body: string;
  is_cut: boolean;
  sent_at: number | null;
};

export async function mailById(tx: Tx, org: OrgId, mail: string): Promise<WholeMailRow | null> {
  const [row] = await tx.query<WholeMailRow>(
    `select ${mailColumns}, m.recipients, m.body, m.is_cut, m.sent_at from ${mailTables}
     where m.org_id = $1 and m.signal_id = $2`,
    [org, mail],
  );
  return row ?? null;
}

/** A deal by id, short number or record id. */
export async function dealOfMail(
  tx: Tx,
  org: OrgId,
  reference: string,
): Promise<{ opportunity_id: string; number: number } | null> {
  const [row] = await tx.query<{ opportunity_id: string; number: number }>(
    `select opportunity_id, number from tandem.opportunity
     where org_id = $1 and not is_withdrawn
       and (record_id = $2 or number::text = ltrim($2, '#') or opportunity_id::text = $2)
     order by (opportunity_id::text = $2) desc, (record_id = $2) desc limit 1`,
    [org, reference],
  );
  return row ?? null;
}
