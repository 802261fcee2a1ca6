import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** Which opportunities to project: those staged as touched, of an import, of a source, these, or all. */
export type Selection =
  | { readonly of: 'touched' }
  | { readonly of: 'import'; readonly importId: string }
  | { readonly of: 'source'; readonly sourceId: string }
  | { readonly of: 'ids'; readonly ids: readonly string[] }
  | { readonly of: 'all' };

const projectedTypes = `name text, sort_key text, account_id uuid, stage text, stage_order smallint, outcome text,
  amount_minor bigint, currency text, created_on date, entered_on date, entered_assumed boolean,
  entry_amount_minor bigint, entry_currency text, expected_close_on date, closed_on date, closed_assumed boolean,
  owner text, product text, lead_source text, late_events integer, claim_class text, claim_partner_id uuid,
  fingerprint bytea, last_known_at timestamptz`;

/** Lists the chosen opportunities in a temporary table, and makes the one that takes their states. */
export async function selectForProjection(tx: Tx, org: OrgId, selection: Selection): Promise<void> {
  await tx.query(
    `create temporary table if not exists to_project (opportunity_id uuid primary key) on commit drop;
     create temporary table if not exists projected_state (opportunity_id uuid, is_withdrawn boolean, ${projectedTypes})
       on commit drop;
     truncate to_project, projected_state`,
  );
  const [from, values] = chosen(org, selection);
  await tx.query(`insert into to_project ${from} on conflict do nothing`, values);
  await tx.query('analyze to_project');
}

function chosen(org: OrgId, selection: Selection): [string, string[]] {
  if (selection.of === 'touched') return ['select distinct opportunity_id from staged_touched', []];
  if (selection.of === 'import') {
    const tables = ['opportunity_fact', 'stage_change', 'opportunity_partner'].map(
      (table) => `select opportunity_id from tandem.${table} where org_id = $1 and import_id = $2`,
    );
    return [tables.join(' union '), [org, selection.importId]];
  }
  const all = 'select opportunity_id from tandem.opportunity where org_id = $1';
  if (selection.of === 'source') return [`${all} and source_id = $2`, [org, selection.sourceId]];
  if (selection.of === 'ids') return [`${all} and opportunity_id = any($2)`, [org, selection.ids as never]];
  return [all, [org]];
}

export type DealRow = {
  readonly opportunity_id: string;
  readonly source_id: string;
  readonly record_id: string;
  /** The source merged or deleted it: it stands nowhere, whatever its facts say. */
  readonly is_ended: boolean;
};

export function nextToProject(tx: Tx, org: OrgId, after: string | null, limit: number): Promise<DealRow[]> {
  return tx.query<DealRow>(
    `select o.opportunity_id, o.source_id, o.record_id,
       coalesce((select e.kind <> 'restored' from tandem.opportunity_end e
         where e.org_id = o.org_id and e.opportunity_id = o.opportunity_id
         order by e.recorded_at desc, e.end_id desc limit 1), false) as is_ended
     from to_project p
     join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = p.opportunity_id
     where $2::uuid is null or p.opportunity_id > $2 order by p.opportunity_id limit $3`,
    [org, after, limit],
  );
}

export type FactRow = {
  readonly opportunity_id: string;
  readonly kind: string | null;
  readonly known_at: number;
  readonly known_assumed: boolean;
  readonly recorded_at: number;
  readonly name: string | null;
  readonly account_id: string | null;
  readonly stage: string | null;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly created_on: string | null;
  readonly expected_close_on: string | null;
  readonly closed_on: string | null;
  readonly owner: string | null;
  readonly product: string | null;
  readonly lead_source: string | null;
  readonly fingerprint: Buffer | null;
};

/** The live facts of these deals, as they were known. Of one instant, a snapshot of the deal speaks after its history. */
export function liveFacts(tx: Tx, org: OrgId, ids: readonly string[]): Promise<FactRow[]> {
  return tx.query<FactRow>(
    `select f.opportunity_id, i.kind, f.known_at, f.known_assumed, f.recorded_at, f.name, f.account_id, f.stage,
       f.amount_minor, f.currency, f.created_on, f.expected_close_on, f.closed_on, f.owner, f.product, f.lead_source,
       f.fingerprint
     from tandem.opportunity_fact f
     left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
     where f.org_id = $1 and f.opportunity_id = any($2) and i.withdrawn_at is null
     order by f.opportunity_id, f.known_at, (i.kind is not distinct from 'opportunities'), f.recorded_at, i.number,
       f.fact_id`,
    [org, ids],
  );
}

export type ClaimRow = {
  readonly opportunity_id: string;
  readonly claim_id: string;
  readonly partner_id: string | null;
  readonly role: string | null;
  readonly is_primary: boolean;
  readonly known_at: number;
};

/** What each slot of these deals says now. A slot that ended gives a row without a partner. */
export function liveClaims(tx: Tx, org: OrgId, ids: readonly string[]): Promise<ClaimRow[]> {
  return tx.query<ClaimRow>(
    `select distinct on (p.opportunity_id, p.slot) p.opportunity_id, p.claim_id, p.partner_id, p.role, p.is_primary,
       p.known_at
     from tandem.opportunity_partner p
     left join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
     where p.org_id = $1 and p.opportunity_id = any($2) and i.withdrawn_at is null
     order by p.opportunity_id, p.slot, p.known_at desc, p.recorded_at desc, i.number desc, p.claim_id desc`,
    [org, ids],
  );
}

export async function copyStates(tx: Tx, lines: Iterable<string>): Promise<void> {
  await tx.copyIn('copy projected_state from stdin', lines);
}

/** Writes the states over the deals. One without any live fact is withdrawn and keeps what it last said. */
export async function applyStates(tx: Tx, org: OrgId): Promise<void> {
  await tx.query('analyze projected_state');
  await tx.query(
    `update tandem.opportunity o set is_withdrawn = false, name = s.name, sort_key = s.sort_key,
       account_id = s.account_id, stage = s.stage, stage_order = s.stage_order, outcome = s.outcome,
       amount_minor = s.amount_minor, currency = s.currency, created_on = s.created_on, entered_on = s.entered_on,
       entered_assumed = s.entered_assumed, entry_amount_minor = s.entry_amount_minor,
       entry_currency = s.entry_currency, expected_close_on = s.expected_close_on, closed_on = s.closed_on,
       closed_assumed = s.closed_assumed, owner = s.owner, product = s.product, lead_source = s.lead_source,
       late_events = s.late_events, claim_class = s.claim_class, claim_partner_id = s.claim_partner_id,
       fingerprint = s.fingerprint, last_known_at = s.last_known_at
     from projected_state s
     where o.org_id = $1 and o.opportunity_id = s.opportunity_id and not s.is_withdrawn`,
    [org],
  );
  await tx.query(
    `update tandem.opportunity o set is_withdrawn = true, fingerprint = null
     from projected_state s
     where o.org_id = $1 and o.opportunity_id = s.opportunity_id and s.is_withdrawn`,
    [org],
  );
}

export type CompanyWord = 'account' | 'partner';

/** Companies whose facts changed: those staged as touched, or those of an import. */
export async function selectCompanies(
  tx: Tx,
  org: OrgId,
  word: CompanyWord,
  importId: string | null,
): Promise<string[]> {
  const rows = await (importId === null
    ? tx.query<{ id: string }>(`select distinct id from staged_touched_${word}`)
    : tx.query<{ id: string }>(
        `select distinct ${word}_id as id from tandem.${word}_fact where org_id = $1 and import_id = $2`,
        [org, importId],
      ));
  return rows.map((row) => row.id);
}

/** What the live facts of these companies say together: of each thing, the newest that was said. */
export function companyFacts(
  tx: Tx,
  org: OrgId,
  word: CompanyWord,
  ids: readonly string[],
): Promise<{ id: string; body: Record<string, string> }[]> {
  return tx.query(
    `select id, jsonb_object_agg(key, value) as body from (
       select distinct on (f.${word}_id, e.key) f.${word}_id as id, e.key, e.value
       from tandem.${word}_fact f
       left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
       cross join lateral jsonb_each_text(f.body) e
       where f.org_id = $1 and f.${word}_id = any($2) and i.withdrawn_at is null and e.value is not null
       order by f.${word}_id, e.key, f.recorded_at desc, i.number desc, f.fact_id desc) said
     group by id`,
    [org, ids],
  );
}

export type CompanyState = {
  readonly id: string;
  readonly name: string;
  readonly name_key: string;
  readonly sort_key: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly industry: string | null;
  readonly archetype: string | null;
  readonly signed_on: string | null;
  readonly opening_stage: string | null;
  readonly print: string | null;
};

export async function applyCompanies(
  tx: Tx,
  org: OrgId,
  word: CompanyWord,
  states: readonly CompanyState[],
): Promise<void> {
  const own =
    word === 'account'
      ? 'industry = s.industry'
      : 'archetype = s.archetype, signed_on = coalesce(s.signed_on, c.signed_on), opening_stage = s.opening_stage';
  await tx.query(
    `update tandem.${word} c set is_withdrawn = false, name = s.name, name_key = s.name_key, sort_key = s.sort_key,
       domain = s.domain, country = s.country, ${own},
       fingerprint = case when s.print is null then null else decode(s.print, 'hex') end
     from jsonb_to_recordset($2::jsonb) as s(id uuid, name text, name_key text, sort_key text, domain text,
       country text, industry text, archetype text, signed_on date, opening_stage text, print text)
     where c.org_id = $1 and c.${word}_id = s.id`,
    [org, JSON.stringify(states)],
  );
}

/** Companies of a withdrawn import that nothing speaks of any more, and that no deal names. */
export async function withdrawCompanies(
  tx: Tx,
  org: OrgId,
  word: CompanyWord,
  ids: readonly string[],
): Promise<void> {
  const named =
    word === 'account'
      ? 'select from tandem.opportunity o where o.org_id = $1 and o.account_id = c.account_id and not o.is_withdrawn'
      : `select from tandem.opportunity_partner p
           left join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
         where p.org_id = $1 and p.partner_id = c.partner_id and i.withdrawn_at is null`;
  await tx.query(
    `update tandem.${word} c set is_withdrawn = true, fingerprint = null
     where c.org_id = $1 and c.${word}_id = any($2)
       and not exists (
         select from tandem.${word}_fact f
         left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
         where f.org_id = $1 and f.${word}_id = c.${word}_id and i.withdrawn_at is null)
       and not exists (${named})`,
    [org, ids],
  );
}

/** Keeps how every opportunity reads now, to be compared with how it reads after another projection. */
export async function keepStates(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(
    'create temporary table kept_state (opportunity_id uuid primary key, reading text) on commit drop',
  );
  await tx.query(
    `insert into kept_state select opportunity_id, md5(o::text) from tandem.opportunity o where org_id = $1`,
    [org],
  );
}

/** The short numbers of opportunities that read differently from what was kept. */
export async function differingStates(tx: Tx, org: OrgId, limit: number): Promise<number[]> {
  const rows = await tx.query<{ number: number }>(
    `select o.number from tandem.opportunity o join kept_state k using (opportunity_id)
     where o.org_id = $1 and md5(o::text) <> k.reading order by o.number limit $2`,
    [org, limit],
  );
  return rows.map((row) => row.number);
}
