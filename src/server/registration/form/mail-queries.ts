import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import type { OpenedLink } from './link-queries.ts';

/** The link of this number; none where it is revoked, or its partner suspended or gone. */
export async function linkByNumber(tx: Tx, org: OrgId, number: number): Promise<OpenedLink | null> {
  const [row] = await tx.query<OpenedLink>(
    `select l.registration_link_id as link_id, l.number, l.partner_id, p.name as partner
     from tandem.registration_link l
     join tandem.partner p on p.org_id = l.org_id and p.partner_id = l.partner_id
     where l.org_id = $1 and l.number = $2 and l.revoked_at is null and not p.is_withdrawn
       and p.suspended_at is null`,
    [org, number],
  );
  return row ?? null;
}

export type AskedRow = {
  registration_id: string;
  partner_id: string;
  rep_id: string | null;
  rep: string | null;
  email: string | null;
  state: string;
  asked_nth: number | null;
};

/** A registration of somebody without a login, and the question that it was asked last. */
export async function askedByNumber(tx: Tx, org: OrgId, number: number): Promise<AskedRow | null> {
  const [row] = await tx.query<AskedRow>(
    `select r.registration_id, r.partner_id, r.rep_id, h.name as rep, h.email, r.state,
       (select max(e.nth) from tandem.registration_event e
        where e.org_id = r.org_id and e.registration_id = r.registration_id and e.type = 'return') as asked_nth
     from tandem.registration r
     join tandem.registration_pass s on s.org_id = r.org_id and s.registration_id = r.registration_id
     left join tandem.partner_person h on h.org_id = r.org_id and h.partner_person_id = r.rep_id
     where r.org_id = $1 and r.number = $2`,
    [org, number],
  );
  return row ?? null;
}

export type KeptMail = {
  readonly key: string;
  readonly registrationId: string;
  readonly outcome: 'draft' | 'answer' | 'held';
  readonly from: string;
  readonly body: string;
  readonly askedNth: number | null;
  readonly now: number;
};

/** Keeps what came of a mail. False: it was kept before. */
export async function insertRegistrationMail(tx: Tx, org: OrgId, mail: KeptMail): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.registration_mail (org_id, message_key, registration_id, outcome, from_address, body,
       asked_nth, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))
     on conflict (org_id, message_key) do nothing returning 1`,
    [org, mail.key, mail.registrationId, mail.outcome, mail.from, mail.body, mail.askedNth, mail.now],
  );
  return rows.length === 1;
}

export async function isKnownMail(tx: Tx, org: OrgId, key: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from tandem.registration_mail where org_id = $1 and message_key = $2',
    [org, key],
  );
  return rows.length > 0;
}

/** How many mails were held for a registration since a moment. */
export async function heldSince(tx: Tx, org: OrgId, registration: string, since: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from tandem.registration_mail
     where org_id = $1 and registration_id = $2 and outcome = 'held'
       and received_at > to_timestamp($3::double precision / 1000)`,
    [org, registration, since],
  );
  return row?.count ?? 0;
}

/** The last mail that is held as an answer to the question that is open now. */
export async function heldAnswer(
  tx: Tx,
  org: OrgId,
  registration: string,
): Promise<{ from: string; body: string } | null> {
  const [row] = await tx.query<{ from: string; body: string }>(
    `select m.from_address as "from", m.body from tandem.registration_mail m
     join tandem.registration r on r.org_id = m.org_id and r.registration_id = m.registration_id
     where m.org_id = $1 and m.registration_id = $2 and m.outcome = 'held' and r.state = 'returned'
       and m.asked_nth = (select max(e.nth) from tandem.registration_event e
         where e.org_id = m.org_id and e.registration_id = m.registration_id and e.type = 'return')
     order by m.received_at desc, m.message_key limit 1`,
    [org, registration],
  );
  return row ?? null;
}
