import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** Locks the sign-in of somebody of a partner against an end of their access; false where it has ended. */
export async function isSignedInAt(
  tx: Tx,
  org: OrgId,
  partner: string,
  membership: string,
): Promise<boolean> {
  const rows = await tx.prepared(
    `select from tandem.membership
     where org_id = $1 and partner_id = $2 and membership_id = $3 and suspended_at is null for no key update`,
    [org, partner, membership],
  );
  return rows.length === 1;
}

/**
 * The person at a partner who works by this sign-in, which is locked. Somebody who is known by the same name and has no
 * sign-in yet is them; somebody new is made known.
 */
export async function personOfMember(
  tx: Tx,
  org: OrgId,
  one: { partner: string; membership: string; name: string; newId: string; now: number },
): Promise<string> {
  const [known] = await tx.prepared<{ partner_person_id: string; membership_id: string | null }>(
    `select partner_person_id, membership_id from tandem.partner_person
     where org_id = $1 and partner_id = $2 and (membership_id = $3 or (membership_id is null and name = $4
       and not is_withdrawn and left_on is null))
     order by membership_id nulls last, created_at limit 1 for update`,
    [org, one.partner, one.membership, one.name],
  );
  if (known?.membership_id) return known.partner_person_id;
  if (known) {
    await tx.query(
      'update tandem.partner_person set membership_id = $3 where org_id = $1 and partner_person_id = $2',
      [org, known.partner_person_id, one.membership],
    );
    return known.partner_person_id;
  }
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, membership_id, created_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, one.newId, one.partner, one.name, one.membership, one.now],
  );
  return one.newId;
}

/** The registrations of somebody of a partner in these states, in order. */
export async function registrationsOfMember(
  tx: Tx,
  org: OrgId,
  one: { partner: string; membership: string; name: string; states: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ registration_id: string }>(
    `select r.registration_id from tandem.registration r
     join tandem.partner_person p on p.org_id = r.org_id and p.partner_person_id = r.rep_id
     where r.org_id = $1 and r.partner_id = $2 and r.state = any($5::text[])
       and (p.membership_id = $3 or (p.membership_id is null and p.name = $4))
     order by r.registration_id for update of r`,
    [org, one.partner, one.membership, one.name, one.states],
  );
  return rows.map((row) => row.registration_id);
}

/** Names who a registration is with now. */
export async function setRep(tx: Tx, org: OrgId, registration: string, person: string): Promise<void> {
  await tx.query('update tandem.registration set rep_id = $3 where org_id = $1 and registration_id = $2', [
    org,
    registration,
    person,
  ]);
}
