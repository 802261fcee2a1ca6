import type { OrgId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Tx } from '../database/transaction.ts';

export type PartnerRow = {
  partner_id: string;
  name: string;
  archetype: Archetype | null;
  signed_on: string | null;
  certified_on: string | null;
  suspended_at: number | null;
  countries: string[] | null;
  manager_id: string | null;
};

/** What of a partner matters to its registrations. */
export async function registeringPartner(tx: Tx, org: OrgId, partner: string): Promise<PartnerRow | null> {
  const [row] = await tx.prepared<PartnerRow>(
    `select partner_id, name, archetype, signed_on, certified_on, suspended_at, countries, manager_id
     from tandem.partner where org_id = $1 and partner_id = $2 and not is_withdrawn`,
    [org, partner],
  );
  return row ?? null;
}

/** The country that this partner registered last, which a new form begins with. */
export async function lastCountry(tx: Tx, org: OrgId, partner: string): Promise<string | null> {
  const [row] = await tx.query<{ country: string }>(
    `select country from tandem.registration where org_id = $1 and partner_id = $2 and country is not null
     order by number desc limit 1`,
    [org, partner],
  );
  return row?.country ?? null;
}

/** The person at a partner who has this sign-in's address, if it is known; somebody new is made known. */
export async function repOf(
  tx: Tx,
  org: OrgId,
  one: { partner: string; name: string; email: string | null; newId: string; now: number },
): Promise<string> {
  const [known] = await tx.prepared<{ partner_person_id: string }>(
    `select partner_person_id from tandem.partner_person
     where org_id = $1 and partner_id = $2 and (lower(email) = lower($3) or ($3 is null and name = $4))
     order by created_at limit 1`,
    [org, one.partner, one.email, one.name],
  );
  if (known) return known.partner_person_id;
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, email, created_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, one.newId, one.partner, one.name, one.email, one.now],
  );
  return one.newId;
}
