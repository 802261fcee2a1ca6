import type { OrgId } from '#core/ids.ts';
import type { RulingGround } from '#core/registration/conflict.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { Tx } from '../database/transaction.ts';

export type ConflictRow = {
  conflict_id: string;
  number: number;
  account_key: string;
  state: 'open' | 'ruled' | 'appealed' | 'closed';
  recommendation: unknown;
  opened_at: number;
  due_at: number;
  ground: string | null;
  winner_id: string | null;
  words: string | null;
  evidence: string[];
  ruled_by: string | null;
  ruled_at: number | null;
  appealed_at: number | null;
  final_winner_id: string | null;
  final_words: string | null;
  final_by: string | null;
  final_at: number | null;
};

const columns = `conflict_id, number, account_key, state, recommendation, opened_at, due_at, ground, winner_id, words,
  evidence, ruled_by, ruled_at, appealed_at, final_winner_id, final_words, final_by, final_at`;

export async function openConflictOn(tx: Tx, org: OrgId, accountKey: string): Promise<ConflictRow | null> {
  const [row] = await tx.query<ConflictRow>(
    `select ${columns} from tandem.registration_conflict
     where org_id = $1 and account_key = $2 and state in ('open', 'appealed') for update`,
    [org, accountKey],
  );
  return row ?? null;
}

export async function conflictByNumber(
  tx: Tx,
  org: OrgId,
  number: number,
  lock: 'look' | 'lock' = 'look',
): Promise<ConflictRow | null> {
  const [row] = await tx.query<ConflictRow>(
    `select ${columns} from tandem.registration_conflict where org_id = $1 and number = $2
     ${lock === 'lock' ? 'for update' : ''}`,
    [org, number],
  );
  return row ?? null;
}

export type RuledRow = {
  conflict_id: string;
  number: number;
  ground: RulingGround;
  winner_id: string | null;
  words: string;
  ruled_at: number;
  account: string | null;
};

/** The latest cases that were ruled on, each with the name of the account. */
export function ruledConflicts(tx: Tx, org: OrgId, limit: number): Promise<RuledRow[]> {
  return tx.query(
    `select c.conflict_id, c.number, c.ground, c.winner_id, c.words, c.ruled_at,
       (select min(r.legal_name) from tandem.conflict_party p join tandem.registration r
         on r.org_id = p.org_id and r.registration_id = p.registration_id
         where p.org_id = c.org_id and p.conflict_id = c.conflict_id) as account
     from tandem.registration_conflict c
     where c.org_id = $1 and c.ruled_at is not null and c.ground is not null and c.words is not null
     order by c.ruled_at desc, c.number desc limit $2`,
    [org, limit],
  );
}

/** The case in which a registration is a party, the newest first. */
export async function conflictOf(tx: Tx, org: OrgId, registration: string): Promise<ConflictRow | null> {
  const [row] = await tx.query<ConflictRow>(
    `select ${columns.replaceAll(/(\w+)/g, 'c.$1')} from tandem.registration_conflict c
     join tandem.conflict_party p on p.org_id = c.org_id and p.conflict_id = c.conflict_id
     where c.org_id = $1 and p.registration_id = $2 order by c.opened_at desc limit 1`,
    [org, registration],
  );
  return row ?? null;
}

/** Of these registrations those whose last case was ruled on and is closed: nobody appeals it any more. */
export async function inClosedCases(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ registration_id: string }>(
    `select registration_id from (
       select distinct on (p.registration_id) p.registration_id, c.state, c.ruled_at
       from tandem.conflict_party p
       join tandem.registration_conflict c on c.org_id = p.org_id and c.conflict_id = p.conflict_id
       where p.org_id = $1 and p.registration_id = any($2::uuid[])
       order by p.registration_id, c.opened_at desc) last
     where state = 'closed' and ruled_at is not null`,
    [org, ids],
  );
  return new Set(rows.map((row) => row.registration_id));
}

export async function insertConflict(
  tx: Tx,
  org: OrgId,
  one: {
    conflictId: string;
    number: number;
    accountKey: string;
    recommendation: object;
    by: string;
    now: number;
    dueAt: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.registration_conflict (org_id, conflict_id, number, account_key, state, recommendation, opened_at,
       opened_by, due_at)
     values ($1, $2, $3, $4, 'open', $5, to_timestamp($6::double precision / 1000), $7,
       to_timestamp($8::double precision / 1000))`,
    [org, one.conflictId, one.number, one.accountKey, one.recommendation, one.now, one.by, one.dueAt],
  );
}

export async function addParties(
  tx: Tx,
  org: OrgId,
  conflict: string,
  parties: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into tandem.conflict_party (org_id, conflict_id, registration_id)
     select $1, $2, r.id from unnest($3::uuid[]) as r(id) on conflict do nothing`,
    [org, conflict, parties],
  );
}

export async function updateRecommendation(
  tx: Tx,
  org: OrgId,
  conflict: string,
  recommendation: object,
): Promise<void> {
  await tx.query(
    'update tandem.registration_conflict set recommendation = $3 where org_id = $1 and conflict_id = $2',
    [org, conflict, recommendation],
  );
}

export async function updateRuling(
  tx: Tx,
  org: OrgId,
  conflict: string,
  ruling: {
    state: ConflictRow['state'];
    ground: string;
    winner: string | null;
    words: string;
    evidence: readonly string[];
    by: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `update tandem.registration_conflict set state = $3, ground = $4, winner_id = $5, words = $6, evidence = $7,
       ruled_by = $8, ruled_at = to_timestamp($9::double precision / 1000)
     where org_id = $1 and conflict_id = $2`,
    [
      org,
      conflict,
      ruling.state,
      ruling.ground,
      ruling.winner,
      ruling.words,
      JSON.stringify(ruling.evidence),
      ruling.by,
      ruling.now,
    ],
  );
}

/** Opens the case of a ruling again: it waits for whoever decides the appeal. */
export async function updateAppealed(tx: Tx, org: OrgId, conflict: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.registration_conflict set state = 'appealed',
       appealed_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and conflict_id = $2`,
    [org, conflict, now],
  );
}

/** Closes a case by the decision on its appeal, which stands beside the ruling. */
export async function updateFinal(
  tx: Tx,
  org: OrgId,
  conflict: string,
  final: { winner: string | null; words: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `update tandem.registration_conflict set state = 'closed', final_winner_id = $3, final_words = $4, final_by = $5,
       final_at = to_timestamp($6::double precision / 1000)
     where org_id = $1 and conflict_id = $2`,
    [org, conflict, final.winner, final.words, final.by, final.now],
  );
}

export async function closeConflict(tx: Tx, org: OrgId, conflict: string): Promise<void> {
  await tx.query(
    `update tandem.registration_conflict set state = 'closed' where org_id = $1 and conflict_id = $2`,
    [org, conflict],
  );
}

export type PartyRow = {
  registration_id: string;
  number: number;
  partner_id: string;
  partner: string;
  state: RegistrationState;
  legal_name: string | null;
  complete_at: number | null;
  submitted_at: number | null;
  is_eligible: boolean;
  direct_deals: { id: string; openedAt: number; openedOn: string }[];
};

/** The parties of a case, or these registrations, with what the rules ask about each. */
export function claimsIn(
  tx: Tx,
  org: OrgId,
  of: { readonly conflictId: string } | { readonly parties: readonly string[] },
): Promise<PartyRow[]> {
  const ids =
    'conflictId' in of
      ? `select registration_id from tandem.conflict_party where org_id = $1 and conflict_id = $2`
      : 'select unnest($2::uuid[])';
  return tx.query(
    `select r.registration_id, r.number, r.partner_id, p.name as partner, r.state, r.legal_name, r.complete_at,
       r.submitted_at,
       not exists (select from jsonb_array_elements(k.checks) c
         where c ->> 'outcome' = 'stop' and c ->> 'check' in ('notEligible', 'outside', 'belowMinimum', 'suspended', 'page'))
         as is_eligible,
       coalesce((select jsonb_agg(jsonb_build_object('id', d ->> 'opportunityId', 'openedAt', (d ->> 'openedAt')::bigint,
           'openedOn', d ->> 'openedOn'))
         from jsonb_array_elements(k.facts -> 'openDeals' -> 'value') d where d ->> 'partnerId' is null), '[]')
         as direct_deals
     from tandem.registration r
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     left join lateral (select checks, facts from tandem.registration_check k
       where k.org_id = r.org_id and k.registration_id = r.registration_id order by ran_at desc, run_id desc limit 1) k on true
     where r.org_id = $1 and r.registration_id in (${ids})
     order by r.complete_at nulls last, r.number`,
    [org, 'conflictId' in of ? of.conflictId : of.parties],
  );
}
