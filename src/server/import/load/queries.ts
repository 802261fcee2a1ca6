import type { ImportId, OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** The columns that a projection fills, in the order of the staged rows. */
const projected = `name, sort_key, account_id, stage, stage_order, outcome, amount_minor, currency, created_on,
  entered_on, entered_assumed, entry_amount_minor, entry_currency, expected_close_on, closed_on, closed_assumed,
  owner, product, lead_source, late_events, claim_class, claim_partner_id, fingerprint, last_known_at`;

const projectedTypes = `name text, sort_key text, account_id uuid, stage text, stage_order smallint, outcome text,
  amount_minor bigint, currency text, created_on date, entered_on date, entered_assumed boolean,
  entry_amount_minor bigint, entry_currency text, expected_close_on date, closed_on date, closed_assumed boolean,
  owner text, product text, lead_source text, late_events integer, claim_class text, claim_partner_id uuid,
  fingerprint bytea, last_known_at timestamptz`;

const stagedTables = {
  opportunity: `opportunity_id uuid, ordinal integer, record_id text, ${projectedTypes}`,
  fact: `opportunity_id uuid, fact_id uuid, known_at timestamptz, known_assumed boolean, name text, account_id uuid,
    stage text, amount_minor bigint, currency text, created_on date, expected_close_on date, closed_on date,
    owner text, product text, lead_source text, fingerprint bytea`,
  change: `opportunity_id uuid, stage_change_id uuid, is_new boolean, stage text, changed_at timestamptz,
    changed_on date, amount_minor bigint, currency text, event_key text, sequence integer`,
  claim: `opportunity_id uuid, claim_id uuid, is_new boolean, slot text, partner_id uuid, role text,
    is_primary boolean, known_at timestamptz`,
  account: `account_id uuid, ordinal integer, record_id text, name text, name_key text, domain text, country text,
    industry text, sort_key text, fingerprint bytea`,
  account_block: 'account_id uuid, block text',
  account_fact: 'account_id uuid, fact_id uuid, known_at timestamptz, body jsonb',
  partner: `partner_id uuid, ordinal integer, record_id text, name text, name_key text, domain text, country text,
    archetype text, signed_on date, opening_stage text, sort_key text, fingerprint bytea`,
  partner_fact: 'partner_id uuid, fact_id uuid, known_at timestamptz, body jsonb',
  person: 'partner_person_id uuid, partner_id uuid, name text, email text',
  touch: `touch_id uuid, opportunity_id uuid, account_id uuid, partner_id uuid, partner_person_id uuid,
    internal_owner text, role text, action text, stage_order smallint, outcome text, evidence jsonb,
    occurred_at timestamptz, occurred_on date, recorded_on date, confirmed_by text`,
  touched: 'opportunity_id uuid',
  touched_account: 'id uuid',
  touched_partner: 'id uuid',
} as const;

export type StagedTable = keyof typeof stagedTables;

/**
 * Makes the temporary tables and lifts the time limits of this transaction. One import of an organization runs
 * at a time: a second one waits here until the first has ended.
 */
export async function createStaging(tx: Tx, org: OrgId): Promise<void> {
  await lockImports(tx, org);
  const tables = Object.entries(stagedTables).map(
    ([name, columns]) => `create temporary table staged_${name} (${columns}) on commit drop`,
  );
  await tx.query(tables.join(';\n'));
}

/** Waits for the end of any other import of the organization, and keeps others waiting until commit. */
export async function lockImports(tx: Tx, org: OrgId): Promise<void> {
  await tx.query('set local statement_timeout = 0; set local lock_timeout = 0');
  await tx.query("select pg_advisory_xact_lock(hashtext('tandem.import'), hashtext($1))", [org]);
}

export async function copyStaged(tx: Tx, table: StagedTable, lines: Iterable<Uint8Array>): Promise<void> {
  await tx.copyIn(`copy staged_${table} from stdin`, lines);
}

/** Takes `count` short numbers of a word; the first of them is the result plus one. */
export async function takeNumbers(tx: Tx, org: OrgId, word: string, count: number): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    `insert into tandem.number_series (org_id, word, last_number) values ($1, $2, $3)
     on conflict (org_id, word) do update set last_number = number_series.last_number + $3
     returning last_number as last`,
    [org, word, count],
  );
  return (row?.last ?? count) - count;
}

type Arrival = {
  readonly org: OrgId;
  readonly importId: ImportId;
  readonly sourceId: string;
  readonly now: number;
};

const at = (position: number) => `to_timestamp($${position}::double precision / 1000)`;

export async function insertStagedAccounts(tx: Tx, arrival: Arrival, base: number): Promise<void> {
  await tx.query(
    `insert into tandem.account (org_id, account_id, number, source_id, record_id, name, name_key, domain, country,
       industry, sort_key, fingerprint)
     select $1, account_id, $3 + ordinal, $2, record_id, name, name_key, domain, country, industry, sort_key,
       fingerprint
     from staged_account order by ordinal`,
    [arrival.org, arrival.sourceId, base],
  );
  await tx.query(
    `insert into tandem.account_fact (org_id, account_id, fact_id, import_id, known_at, recorded_at, body)
     select $1, account_id, fact_id, $2, known_at, ${at(3)}, body from staged_account_fact`,
    [arrival.org, arrival.importId, arrival.now],
  );
}

export async function insertStagedPartners(tx: Tx, arrival: Arrival, base: number): Promise<void> {
  await tx.query(
    `insert into tandem.partner (org_id, partner_id, number, source_id, record_id, name, name_key, domain, country,
       archetype, signed_on, opening_stage, sort_key, fingerprint)
     select $1, partner_id, $3 + ordinal, $2, record_id, name, name_key, domain, country, archetype, signed_on,
       opening_stage, sort_key, fingerprint
     from staged_partner order by ordinal`,
    [arrival.org, arrival.sourceId, base],
  );
  await tx.query(
    `insert into tandem.partner_fact (org_id, partner_id, fact_id, import_id, known_at, recorded_at, body)
     select $1, partner_id, fact_id, $2, known_at, ${at(3)}, body from staged_partner_fact`,
    [arrival.org, arrival.importId, arrival.now],
  );
}

export async function insertStagedOpportunities(tx: Tx, arrival: Arrival, base: number): Promise<void> {
  await tx.query(
    `insert into tandem.opportunity (org_id, opportunity_id, number, source_id, record_id, ${projected})
     select $1, opportunity_id, $3 + ordinal, $2, record_id, ${projected} from staged_opportunity`,
    [arrival.org, arrival.sourceId, base],
  );
  await tx.query(
    `insert into tandem.opportunity_fact (org_id, opportunity_id, fact_id, import_id, known_at, known_assumed,
       recorded_at, name, account_id, stage, amount_minor, currency, created_on, expected_close_on, closed_on, owner,
       product, lead_source, fingerprint)
     select $1, opportunity_id, fact_id, $2, known_at, known_assumed, ${at(3)}, name, account_id, stage,
       amount_minor, currency, created_on, expected_close_on, closed_on, owner, product, lead_source, fingerprint
     from staged_fact`,
    [arrival.org, arrival.importId, arrival.now],
  );
}

/** An event that stands there already, or twice in the file, is one event. */
export async function insertStagedChanges(tx: Tx, arrival: Arrival): Promise<number> {
  await tx.query('analyze staged_change');
  const rows = await tx.query<{ count: number }>(
    `with fresh as (
       select distinct on (opportunity_id, event_key) * from staged_change s
       where is_new or not exists (
         select from tandem.stage_change c left join tandem.import i
           on i.org_id = c.org_id and i.import_id = c.import_id
         where c.org_id = $1 and c.opportunity_id = s.opportunity_id and c.event_key = s.event_key
           and i.withdrawn_at is null)
       order by opportunity_id, event_key, sequence
     ), inserted as (
       insert into tandem.stage_change (org_id, opportunity_id, stage_change_id, import_id, stage, changed_at,
         changed_on, known_at, recorded_at, amount_minor, currency, event_key, sequence)
       select $1, opportunity_id, stage_change_id, $2, stage, changed_at, changed_on, changed_at, ${at(3)},
         amount_minor, currency, event_key, sequence from fresh returning 1
     ) select count(*) as count from inserted`,
    [arrival.org, arrival.importId, arrival.now],
  );
  return rows[0]?.count ?? 0;
}

/** Claims without a date of their own, in the first file that brings any, were known since the deal was created. */
export async function dateClaimsByDeal(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(
    `update staged_claim s set known_at = least(s.known_at, o.created_on + interval '12 hours')
     from tandem.opportunity o
     where o.org_id = $1 and o.opportunity_id = s.opportunity_id and o.created_on is not null`,
    [org],
  );
}

/** A claim is appended where it differs from what its slot says now; one that ends nothing is left out. */
export async function insertStagedClaims(tx: Tx, arrival: Arrival): Promise<void> {
  await tx.query('analyze staged_claim');
  await tx.query(
    `insert into tandem.opportunity_partner (org_id, opportunity_id, claim_id, import_id, slot, partner_id, role,
       is_primary, known_at, recorded_at)
     select $1, s.opportunity_id, s.claim_id, $2, s.slot, s.partner_id, s.role, s.is_primary, s.known_at, ${at(3)}
     from staged_claim s
     left join lateral (
       select p.partner_id, p.role, p.is_primary from tandem.opportunity_partner p
       left join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
       where not s.is_new and p.org_id = $1 and p.opportunity_id = s.opportunity_id and p.slot = s.slot
         and i.withdrawn_at is null
       order by p.known_at desc, p.recorded_at desc, i.number desc, p.claim_id desc limit 1) present on true
     where (s.partner_id, s.role, s.is_primary)
       is distinct from (present.partner_id, present.role, coalesce(present.is_primary, false))`,
    [arrival.org, arrival.importId, arrival.now],
  );
}

export type KnownOpportunity = {
  readonly record_id: string;
  readonly opportunity_id: string;
  readonly fingerprint: Buffer | null;
  readonly is_withdrawn: boolean;
};

export function knownOpportunities(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  recordIds: readonly string[],
): Promise<KnownOpportunity[]> {
  return tx.query<KnownOpportunity>(
    `select record_id, opportunity_id, fingerprint, is_withdrawn from tandem.opportunity
     where org_id = $1 and source_id = $2 and record_id = any($3)`,
    [org, sourceId, recordIds],
  );
}

export async function hasOpportunities(tx: Tx, org: OrgId, sourceId: string): Promise<boolean> {
  const [row] = await tx.query<{ there: boolean }>(
    'select exists (select from tandem.opportunity where org_id = $1 and source_id = $2) as there',
    [org, sourceId],
  );
  return row?.there ?? false;
}

/** The events of these deals that stand there already, as `opportunity id` and key. */
export function knownEvents(
  tx: Tx,
  org: OrgId,
  opportunityIds: readonly string[],
): Promise<{ opportunity_id: string; event_key: string }[]> {
  return tx.query(
    `select c.opportunity_id, c.event_key from tandem.stage_change c
     left join tandem.import i on i.org_id = c.org_id and i.import_id = c.import_id
     where c.org_id = $1 and c.opportunity_id = any($2) and i.withdrawn_at is null`,
    [org, opportunityIds],
  );
}

/** The slots of these deals as they stand: the newest live row of each. */
export function knownClaims(
  tx: Tx,
  org: OrgId,
  opportunityIds: readonly string[],
): Promise<
  {
    opportunity_id: string;
    slot: string;
    partner_id: string | null;
    role: string | null;
    is_primary: boolean;
  }[]
> {
  return tx.query(
    `select distinct on (p.opportunity_id, p.slot) p.opportunity_id, p.slot, p.partner_id, p.role, p.is_primary
     from tandem.opportunity_partner p
     left join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
     where p.org_id = $1 and p.opportunity_id = any($2) and i.withdrawn_at is null
     order by p.opportunity_id, p.slot, p.known_at desc, p.recorded_at desc, i.number desc, p.claim_id desc`,
    [org, opportunityIds],
  );
}

/** The facts of these deals that came from history rows, by the instant that they speak of. */
export function knownFactTimes(
  tx: Tx,
  org: OrgId,
  opportunityIds: readonly string[],
): Promise<{ opportunity_id: string; known_at: number; fingerprint: Buffer | null }[]> {
  return tx.query(
    `select f.opportunity_id, f.known_at, f.fingerprint from tandem.opportunity_fact f
     left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
     where f.org_id = $1 and f.opportunity_id = any($2) and i.withdrawn_at is null`,
    [org, opportunityIds],
  );
}

export type KnownCompany = {
  readonly id: string;
  readonly source_id: string | null;
  readonly record_id: string | null;
  readonly name_key: string;
  readonly domain: string | null;
  readonly fingerprint: Buffer | null;
  readonly is_withdrawn: boolean;
};

const companyColumns = 'source_id, record_id, name_key, domain, fingerprint, is_withdrawn';

export function knownAccounts(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  wanted: {
    readonly recordIds: readonly string[];
    readonly nameKeys: readonly string[];
    readonly domains: readonly string[];
  },
): Promise<KnownCompany[]> {
  return tx.query<KnownCompany>(
    `select account_id as id, ${companyColumns} from tandem.account
       where org_id = $1 and source_id = $2 and record_id = any($3)
     union select account_id, ${companyColumns} from tandem.account where org_id = $1 and name_key = any($4)
     union select account_id, ${companyColumns} from tandem.account where org_id = $1 and domain = any($5)
     order by is_withdrawn, id`,
    [org, sourceId, wanted.recordIds, wanted.nameKeys, wanted.domains],
  );
}

export function allPartners(tx: Tx, org: OrgId): Promise<(KnownCompany & { name: string })[]> {
  return tx.query(
    `select partner_id as id, name, ${companyColumns} from tandem.partner where org_id = $1
     order by is_withdrawn, partner_id`,
    [org],
  );
}

export async function hasAccounts(tx: Tx, org: OrgId): Promise<boolean> {
  const [row] = await tx.query<{ there: boolean }>(
    'select exists (select from tandem.account where org_id = $1) as there',
    [org],
  );
  return row?.there ?? false;
}

/** Gives an account that was known by its name only the id that its source uses. */
export async function adoptRecordId(
  tx: Tx,
  org: OrgId,
  word: 'account' | 'partner',
  id: string,
  sourceId: string,
  recordId: string,
): Promise<void> {
  await tx.query(
    `update tandem.${word} set source_id = $3, record_id = $4
     where org_id = $1 and ${word}_id = $2 and record_id is null`,
    [org, id, sourceId, recordId],
  );
}
