import type { OrgId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../../database/transaction.ts';
import type { RepNews } from './rep-news.ts';

/** The rep of a registration with a secret of its own, and whether this person can sign in for the partner. */
export async function repToWriteTo(
  tx: Tx,
  org: OrgId,
  registration: string,
): Promise<{ email: string; name: string; has_login: boolean } | null> {
  const [row] = await tx.query<{ email: string; name: string; has_login: boolean }>(
    `select h.email, h.name, exists (
       select from identity."user" u
       join tandem.membership m on m.org_id = $1 and m.user_id = u.id
       where u.email = lower(h.email) and m.partner_id = r.partner_id and m.suspended_at is null) as has_login
     from tandem.registration r
     join tandem.registration_pass s on s.org_id = r.org_id and s.registration_id = r.registration_id
     join tandem.partner_person h on h.org_id = r.org_id and h.partner_person_id = r.rep_id
     where r.org_id = $1 and r.registration_id = $2 and h.email is not null and not h.is_withdrawn`,
    [org, registration],
  );
  return row ?? null;
}

export async function insertRepDelivery(
  tx: Tx,
  org: OrgId,
  row: { deliveryId: string; registrationId: string; news: RepNews; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.delivery (org_id, delivery_id, kind, registration_id, news, queued_at)
     values ($1, $2, 'rep', $3, $4, to_timestamp($5::double precision / 1000))`,
    [org, row.deliveryId, row.registrationId, row.news, row.now],
  );
}

export type RepLetterRow = {
  registration_id: string;
  news: RepNews;
  language: PortalLanguage;
  email: string | null;
  name: string | null;
  left_on: string | null;
  partner: string;
};

/** What a letter to a rep is about, and to whom it goes. */
export async function repLetterOf(tx: Tx, org: OrgId, delivery: string): Promise<RepLetterRow | null> {
  const [row] = await tx.query<RepLetterRow>(
    `select d.registration_id, d.news, s.language, h.email, h.name, h.left_on, p.name as partner
     from tandem.delivery d
     join tandem.registration r on r.org_id = d.org_id and r.registration_id = d.registration_id
     join tandem.registration_pass s on s.org_id = d.org_id and s.registration_id = d.registration_id
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     left join tandem.partner_person h
       on h.org_id = r.org_id and h.partner_person_id = r.rep_id and not h.is_withdrawn
     where d.org_id = $1 and d.delivery_id = $2`,
    [org, delivery],
  );
  return row ?? null;
}
