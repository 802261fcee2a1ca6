import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { StandingRow } from './standing-queries.ts';

export function partnerNameRows(tx: Tx, org: OrgId): Promise<{ partner_id: string; name: string }[]> {
  return tx.query('select partner_id, name from tandem.partner where org_id = $1', [org]);
}

export type PartnerRow = {
  partner_id: string;
  number: number;
  name: string;
  domain: string | null;
  country: string | null;
  archetype: string | null;
  signed_on: string | null;
  manager_id: string | null;
  opening_stage: string | null;
  sort_key: string;
};

const columns = `partner_id, number, name, domain, country, archetype, signed_on, manager_id, opening_stage,
  sort_key`;
const standing = 'suspended_at, countries, certified_on';

export type PartnerFilter = {
  readonly search: string | null;
  readonly archetype: string | null;
  readonly signed: boolean | null;
  readonly openingStage: string | null;
};

/** A page of partners in order of name, with the number of deals that each has a part in. */
export function partnerPage(
  tx: Tx,
  org: OrgId,
  filter: PartnerFilter,
  after: { sortKey: string; id: string } | null,
  limit: number,
): Promise<(PartnerRow & { deals: number; open_deals: number })[]> {
  return tx.query(
    `with page as (
       select ${columns} from tandem.partner
       where org_id = $1 and not is_withdrawn
         and ($2::text is null or name_key like '%' || $2 || '%')
         and ($3::text is null or archetype = $3)
         and ($4::boolean is null or (signed_on is not null) = $4)
         and ($5::text is null or opening_stage = $5)
         and ($6::text is null or (sort_key, partner_id) > ($6, $7::uuid))
       order by sort_key, partner_id limit $8)
     select page.*, coalesce(d.deals, 0) as deals, coalesce(d.open_deals, 0) as open_deals
     from page left join lateral (
       select count(*) as deals, count(*) filter (where outcome = 'open') as open_deals
       from tandem.opportunity o
       where o.org_id = $1 and not o.is_withdrawn
         and coalesce(o.credit_partner_id, o.claim_partner_id) = page.partner_id) d on true
     order by page.sort_key, page.partner_id`,
    [
      org,
      filter.search,
      filter.archetype,
      filter.signed,
      filter.openingStage,
      after?.sortKey ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

export async function partnerRow(
  tx: Tx,
  org: OrgId,
  partner: string,
  lock = false,
): Promise<(PartnerRow & StandingRow) | null> {
  const [row] = await tx.query<PartnerRow & StandingRow>(
    `select ${columns}, ${standing} from tandem.partner where org_id = $1 and partner_id = $2 and not is_withdrawn
     ${lock ? 'for update' : ''}`,
    [org, partner],
  );
  return row ?? null;
}

export type NewPartnerRow = Omit<PartnerRow, 'number'> & { name_key: string };

export async function insertPartner(tx: Tx, org: OrgId, number: number, row: NewPartnerRow): Promise<void> {
  await tx.query(
    `insert into tandem.partner (org_id, partner_id, number, name, name_key, domain, country, archetype, signed_on,
       manager_id, opening_stage, sort_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      org,
      row.partner_id,
      number,
      row.name,
      row.name_key,
      row.domain,
      row.country,
      row.archetype,
      row.signed_on,
      row.manager_id,
      row.opening_stage,
      row.sort_key,
    ],
  );
}

export async function updatePartner(tx: Tx, org: OrgId, row: NewPartnerRow): Promise<void> {
  await tx.query(
    `update tandem.partner set name = $3, name_key = $4, domain = $5, country = $6, archetype = $7, signed_on = $8,
       manager_id = $9, opening_stage = $10, sort_key = $11 where org_id = $1 and partner_id = $2`,
    [
      org,
      row.partner_id,
      row.name,
      row.name_key,
      row.domain,
      row.country,
      row.archetype,
      row.signed_on,
      row.manager_id,
      row.opening_stage,
      row.sort_key,
    ],
  );
}

export async function insertPartnerFact(
  tx: Tx,
  org: OrgId,
  row: { partnerId: string; factId: string; body: unknown; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.partner_fact (org_id, partner_id, fact_id, known_at, recorded_at, body)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000), to_timestamp($4::double precision / 1000), $5)`,
    [org, row.partnerId, row.factId, row.now, JSON.stringify(row.body)],
  );
}

export type PersonRow = { partner_person_id: string; name: string; email: string | null };
type KnownPersonRow = PersonRow & { left_on: string | null };

export function peopleOf(tx: Tx, org: OrgId, partner: string): Promise<KnownPersonRow[]> {
  return tx.query(
    `select partner_person_id, name, email, left_on from tandem.partner_person
     where org_id = $1 and partner_id = $2 and not is_withdrawn order by name, partner_person_id`,
    [org, partner],
  );
}

/** One person at a partner, locked; null when they are of another partner or nobody. */
export async function personRow(
  tx: Tx,
  org: OrgId,
  partner: string,
  person: string,
): Promise<KnownPersonRow | null> {
  const [row] = await tx.query<KnownPersonRow>(
    `select partner_person_id, name, email, left_on from tandem.partner_person
     where org_id = $1 and partner_id = $2 and partner_person_id = $3 for update`,
    [org, partner, person],
  );
  return row ?? null;
}

export async function setLeft(tx: Tx, org: OrgId, person: string, leftOn: string | null): Promise<void> {
  await tx.query(
    'update tandem.partner_person set left_on = $3 where org_id = $1 and partner_person_id = $2',
    [org, person, leftOn],
  );
}

export async function insertPerson(
  tx: Tx,
  org: OrgId,
  row: PersonRow & { partner_id: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, email, created_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, row.partner_person_id, row.partner_id, row.name, row.email, row.now],
  );
}

/** Locks the partners that somebody manages, always in the same order. */
export async function lockManaged(tx: Tx, org: OrgId, manager: string): Promise<string[]> {
  const rows = await tx.query<{ partner_id: string }>(
    `select partner_id from tandem.partner where org_id = $1 and manager_id = $2 order by partner_id for update`,
    [org, manager],
  );
  return rows.map((row) => row.partner_id);
}

export async function setManager(
  tx: Tx,
  org: OrgId,
  partners: readonly string[],
  manager: string,
): Promise<void> {
  await tx.query(
    'update tandem.partner set manager_id = $3 where org_id = $1 and partner_id = any($2::uuid[])',
    [org, partners, manager],
  );
}

/** Keeps what is known of these partners by now, as a fact of each. */
export async function appendFacts(
  tx: Tx,
  org: OrgId,
  partners: readonly string[],
  facts: readonly string[],
  now: number,
): Promise<void> {
  await tx.query(
    `insert into tandem.partner_fact (org_id, partner_id, fact_id, known_at, recorded_at, body)
     select p.org_id, p.partner_id, f.fact_id, to_timestamp($4::double precision / 1000),
       to_timestamp($4::double precision / 1000),
       jsonb_build_object('name', p.name, 'domain', p.domain, 'country', p.country, 'archetype', p.archetype,
         'signedOn', p.signed_on, 'managerId', p.manager_id, 'openingStage', p.opening_stage)
     from unnest($2::uuid[], $3::uuid[]) as f(partner_id, fact_id)
       join tandem.partner p on p.org_id = $1 and p.partner_id = f.partner_id`,
    [org, partners, facts, now],
  );
}
