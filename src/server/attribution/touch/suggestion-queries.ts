import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type SuggestibleDeal = {
  opportunity_id: string;
  number: number;
  name: string;
  account_id: string | null;
  account: string | null;
  source_id: string;
  owner: string | null;
  created_on: string | null;
  closed_on: string | null;
};

const dealColumns = `o.opportunity_id, o.number, o.name, o.account_id, a.name as account, o.source_id, o.owner, o.created_on,
  o.closed_on`;

/** One deal by id, short number or record id. */
export async function suggestibleDeal(
  tx: Tx,
  org: OrgId,
  reference: string,
): Promise<SuggestibleDeal | null> {
  const [row] = await tx.query<SuggestibleDeal>(
    `select ${dealColumns} from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     where o.org_id = $1 and not o.is_withdrawn
       and (o.record_id = $2 or o.number::text = ltrim($2, '#') or o.opportunity_id::text = $2)
     order by (o.record_id = $2) desc limit 1`,
    [org, reference],
  );
  return row ?? null;
}

/**
 * Open deals, and those that closed of late, about which something could be suggested: of one owner, or of everybody.
 * Those with a signal that nobody has decided on come first.
 */
export function suggestibleDeals(
  tx: Tx,
  org: OrgId,
  wanted: { owner: string | null; since: string; limit: number },
): Promise<SuggestibleDeal[]> {
  return tx.query(
    `select ${dealColumns} from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     left join lateral (select max(s.occurred_at) as latest from tandem.signal s
       where s.org_id = o.org_id and s.opportunity_id = o.opportunity_id and not exists (
         select from tandem.signal_outcome d where d.org_id = s.org_id and d.signal_id = s.signal_id)) s on true
     where o.org_id = $1 and not o.is_withdrawn and ($2::text is null or lower(o.owner) = lower($2))
       and (o.closed_on is null or o.closed_on >= $3::date)
       and (s.latest is not null
         or exists (select from tandem.opportunity_partner c where c.org_id = o.org_id
           and c.opportunity_id = o.opportunity_id and c.partner_id is not null and c.known_at >= $3::date)
         or exists (select from tandem.introduction i where i.org_id = o.org_id and i.account_id = o.account_id
           and i.opportunity_id is null and i.occurred_on >= $3::date))
     order by s.latest desc nulls last, o.last_known_at desc, o.opportunity_id limit $4`,
    [org, wanted.owner, wanted.since, wanted.limit],
  );
}

export type SignalRow = {
  signal_id: string;
  opportunity_id: string;
  way: 'mail' | 'crm_event';
  partner_id: string | null;
  partner_person_id: string | null;
  internal_owner: string | null;
  subject: string;
  summary: string | null;
  evidence: string[];
  occurred_at: number;
  occurred_on: string;
};

/** Signals on these deals that nobody has decided on. Whose mail it is follows from who is known at a partner by now. */
export function openSignals(tx: Tx, org: OrgId, deals: readonly string[]): Promise<SignalRow[]> {
  return tx.query(
    `select s.signal_id, s.opportunity_id, s.way, coalesce(s.partner_id, m.partner_id) as partner_id,
       coalesce(s.partner_person_id, m.partner_person_id) as partner_person_id, s.internal_owner, s.subject,
       s.summary, s.evidence, s.occurred_at, s.occurred_on
     from tandem.signal s
     left join lateral tandem.partner_of_mail(s.org_id, s.signal_id) m on s.way = 'mail' and s.partner_id is null
     where s.org_id = $1 and s.opportunity_id = any($2::uuid[]) and not exists (
       select from tandem.signal_outcome d where d.org_id = s.org_id and d.signal_id = s.signal_id)
     order by s.occurred_at desc, s.signal_id limit 5000`,
    [org, deals],
  );
}

export function namedPartners(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<{ opportunity_id: string; partner_id: string; role: string | null; known_at: number }[]> {
  return tx.query(
    `select distinct on (c.opportunity_id, c.partner_id) c.opportunity_id, c.partner_id, c.role, c.known_at
     from tandem.opportunity_partner c
     left join tandem.import i on i.org_id = c.org_id and i.import_id = c.import_id
     where c.org_id = $1 and c.opportunity_id = any($2::uuid[]) and c.partner_id is not null and i.withdrawn_at is null
     order by c.opportunity_id, c.partner_id, c.known_at desc, c.claim_id desc`,
    [org, deals],
  );
}

/** Introductions of these accounts before there was a deal, without those that were refused or withdrawn. */
export function originsAt(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
): Promise<
  {
    introduction_id: string;
    account_id: string;
    partner_id: string;
    partner_person_id: string | null;
    occurred_at: number;
    occurred_on: string;
    evidence: string[];
  }[]
> {
  return tx.query(
    `select i.introduction_id, i.account_id, i.partner_id, i.partner_person_id, i.occurred_at, i.occurred_on, i.evidence
     from tandem.introduction i
     where i.org_id = $1 and i.account_id = any($2::uuid[])
       and not exists (select from tandem.claim_refusal r
         where r.org_id = i.org_id and r.fact_kind = 'introduction' and r.fact_id = i.introduction_id)
       and not exists (select from tandem.withdrawal w
         where w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id)`,
    [org, accounts],
  );
}

/** What is recorded already, whatever became of it: it is not suggested again. */
export function knownTouches(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<
  {
    opportunity_id: string;
    partner_id: string;
    partner_person_id: string;
    action: string;
    occurred_on: string;
  }[]
> {
  return tx.query(
    `select t.opportunity_id, t.partner_id, t.partner_person_id, t.action, t.occurred_on from tandem.touch t
     left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
     where t.org_id = $1 and t.opportunity_id = any($2::uuid[]) and m.withdrawn_at is null`,
    [org, deals],
  );
}

export function presentPeople(
  tx: Tx,
  org: OrgId,
  partners: readonly string[],
): Promise<{ partner_person_id: string; partner_id: string; name: string }[]> {
  return tx.query(
    `select partner_person_id, partner_id, name from tandem.partner_person
     where org_id = $1 and partner_id = any($2::uuid[]) and left_on is null and not is_withdrawn
     order by partner_id, name, partner_person_id`,
    [org, partners],
  );
}

export function dismissedKeys(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<{ opportunity_id: string; suggestion_key: string }[]> {
  return tx.query(
    `select opportunity_id, suggestion_key from tandem.suggestion_dismissal
     where org_id = $1 and opportunity_id = any($2::uuid[])`,
    [org, deals],
  );
}

export async function insertDismissal(
  tx: Tx,
  org: OrgId,
  row: { opportunityId: string; key: string; reason: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.suggestion_dismissal (org_id, opportunity_id, suggestion_key, reason, dismissed_by, dismissed_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing
     returning suggestion_key`,
    [org, row.opportunityId, row.key, row.reason, row.by, row.now],
  );
  return rows.length === 1;
}

/** Writes down what came of a signal, once: a touch, or the reason for which there is none. */
export async function insertSignalOutcome(
  tx: Tx,
  org: OrgId,
  row: { signal: string; touch: string | null; dismissedFor: string | null; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.signal_outcome (org_id, signal_id, touch_id, dismissed_for, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing returning signal_id`,
    [org, row.signal, row.touch, row.dismissedFor, row.by, row.now],
  );
  return rows.length === 1;
}

/** Adds a signal; null where one of this key is there already. */
export async function insertSignal(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    way: 'mail' | 'crm_event';
    opportunityId: string;
    partnerId: string | null;
    partnerPersonId: string | null;
    internalOwner: string | null;
    subject: string;
    summary: string | null;
    evidence: readonly string[];
    eventKey: string;
    occurredAt: number;
    occurredOn: string;
    recordedAt: number;
    recordedOn: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.signal (org_id, signal_id, way, opportunity_id, partner_id, partner_person_id, internal_owner,
       subject, summary, evidence, event_key, occurred_at, occurred_on, recorded_at, recorded_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::double precision / 1000), $13,
       to_timestamp($14::double precision / 1000), $15)
     on conflict (org_id, way, event_key) do nothing returning signal_id`,
    [
      org,
      row.id,
      row.way,
      row.opportunityId,
      row.partnerId,
      row.partnerPersonId,
      row.internalOwner,
      row.subject,
      row.summary,
      JSON.stringify(row.evidence),
      row.eventKey,
      row.occurredAt,
      row.occurredOn,
      row.recordedAt,
      row.recordedOn,
    ],
  );
  return rows.length === 1;
}

export async function signalByKey(
  tx: Tx,
  org: OrgId,
  way: string,
  eventKey: string,
): Promise<{ signal_id: string } | null> {
  const [row] = await tx.query<{ signal_id: string }>(
    'select signal_id from tandem.signal where org_id = $1 and way = $2 and event_key = $3',
    [org, way, eventKey],
  );
  return row ?? null;
}

/** Who of the partners has this address; null where nobody or more than one does. */
export async function personByEmail(
  tx: Tx,
  org: OrgId,
  email: string,
): Promise<{ partner_person_id: string; partner_id: string } | null> {
  const rows = await tx.query<{ partner_person_id: string; partner_id: string }>(
    `select partner_person_id, partner_id from tandem.partner_person
     where org_id = $1 and lower(email) = lower($2) and not is_withdrawn limit 2`,
    [org, email],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
