import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/**
 * The deals that had partner credit in a month, each by the verdict that stood at its end; by the last one in the month
 * that gave credit, where it ended without. Verdicts are never changed, so this reads the same for ever.
 */
export function creditedInMonth(
  tx: Tx,
  org: OrgId,
  from: number,
  to: number,
): Promise<{ opportunity_id: string; credit_id: string }[]> {
  return tx.query(
    `with standing as (
       select distinct on (opportunity_id) opportunity_id, credit_id, class from tandem.credit
       where org_id = $1 and decided_at <= to_timestamp($3::double precision / 1000)
       order by opportunity_id, decided_at desc, credit_id desc),
     given as (
       select distinct on (opportunity_id) opportunity_id, credit_id from tandem.credit
       where org_id = $1 and class <> 'none' and decided_at >= to_timestamp($2::double precision / 1000)
         and decided_at <= to_timestamp($3::double precision / 1000)
       order by opportunity_id, decided_at desc, credit_id desc)
     select opportunity_id, credit_id from standing where class <> 'none'
     union all
     select g.opportunity_id, g.credit_id from given g
     join standing s on s.opportunity_id = g.opportunity_id and s.class = 'none'`,
    [org, from, to],
  );
}

export type SampleRow = {
  month_on: string;
  seed: string;
  population: number;
  size: number;
  drawn_by: string;
  drawn_at: number;
};

/** Keeps a draw; false if the month has one. */
export async function insertSample(
  tx: Tx,
  org: OrgId,
  row: Omit<SampleRow, 'drawn_at'> & { readonly now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.audit_sample (org_id, month_on, seed, population, size, drawn_by, drawn_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000)) on conflict do nothing returning 1`,
    [org, row.month_on, row.seed, row.population, row.size, row.drawn_by, row.now],
  );
  return rows.length > 0;
}

export async function insertItems(
  tx: Tx,
  org: OrgId,
  month: string,
  items: readonly { readonly opportunityId: string; readonly creditId: string }[],
): Promise<void> {
  await tx.query(
    `insert into tandem.audit_item (org_id, month_on, opportunity_id, position, credit_id)
     select $1, $2, i.deal, i.place, i.credit from unnest($3::uuid[], $4::uuid[]) with ordinality as i(deal, credit, place)`,
    [org, month, items.map((one) => one.opportunityId), items.map((one) => one.creditId)],
  );
}

export async function sampleOf(tx: Tx, org: OrgId, month: string): Promise<SampleRow | null> {
  const [row] = await tx.query<SampleRow>(
    `select month_on, seed, population, size, drawn_by, drawn_at from tandem.audit_sample
     where org_id = $1 and month_on = $2`,
    [org, month],
  );
  return row ?? null;
}

export type JudgedRow = SampleRow & {
  judged: number;
  errors: number;
  findings: ('sound' | 'error' | null)[];
};

/** Every sample with the newest finding on each deal, the oldest month first. `by`: as known at a moment. */
export function judgedSamples(tx: Tx, org: OrgId, by: number | null = null): Promise<JudgedRow[]> {
  return tx.query(
    `select s.month_on, s.seed, s.population, s.size, s.drawn_by, s.drawn_at,
       count(f.finding)::int as judged, (count(*) filter (where f.finding = 'error'))::int as errors,
       coalesce(jsonb_agg(f.finding order by i.position) filter (where i.opportunity_id is not null), '[]') as findings
     from tandem.audit_sample s
     left join tandem.audit_item i on i.org_id = s.org_id and i.month_on = s.month_on
     left join lateral (select finding from tandem.audit_finding f
       where f.org_id = i.org_id and f.month_on = i.month_on and f.opportunity_id = i.opportunity_id
         and ($2::double precision is null or f.found_at <= to_timestamp($2::double precision / 1000))
       order by f.found_at desc, f.finding_id desc limit 1) f on true
     where s.org_id = $1 and ($2::double precision is null or s.drawn_at <= to_timestamp($2::double precision / 1000))
     group by s.org_id, s.month_on order by s.month_on`,
    [org, by],
  );
}

export type ItemRow = {
  opportunity_id: string;
  position: number;
  credit_id: string;
  number: number;
  name: string;
  account: string | null;
  class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  co_sold: boolean;
  partner_id: string | null;
  policy_version: number;
  lock_on: string | null;
  reasons: unknown;
  evidence: readonly string[];
  facts: unknown;
  decided_at: number;
  decision_hash: string | null;
  finding: 'sound' | 'error' | null;
  note: string | null;
  found_by: string | null;
  found_at: number | null;
};

/** The deals of a sample in the order in which they were drawn, with the verdict that was drawn and its finding. */
export function itemsOf(tx: Tx, org: OrgId, month: string): Promise<ItemRow[]> {
  return tx.query(
    `select i.opportunity_id, i.position, i.credit_id, o.number, o.name, a.name as account, c.class, c.co_sold,
       c.partner_id, c.policy_version, c.lock_on, c.reasons, c.evidence, c.facts, c.decided_at, c.decision_hash,
       f.finding, f.note, f.found_by, f.found_at
     from tandem.audit_item i
     join tandem.opportunity o on o.org_id = i.org_id and o.opportunity_id = i.opportunity_id
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     join tandem.credit c on c.org_id = i.org_id and c.opportunity_id = i.opportunity_id and c.credit_id = i.credit_id
     left join lateral (select finding, note, found_by, found_at from tandem.audit_finding f
       where f.org_id = i.org_id and f.month_on = i.month_on and f.opportunity_id = i.opportunity_id
       order by f.found_at desc, f.finding_id desc limit 1) f on true
     where i.org_id = $1 and i.month_on = $2 order by i.position`,
    [org, month],
  );
}

export async function insertFinding(
  tx: Tx,
  org: OrgId,
  row: {
    readonly month: string;
    readonly opportunityId: string;
    readonly id: string;
    readonly finding: 'sound' | 'error';
    readonly note: string | null;
    readonly by: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.audit_finding (org_id, month_on, opportunity_id, finding_id, finding, note, found_by, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [org, row.month, row.opportunityId, row.id, row.finding, row.note, row.by, row.now],
  );
}
