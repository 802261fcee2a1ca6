import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type MailedAct = 'accept' | 'reject' | 'ask';

export async function insertDecisionPass(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    hash: Uint8Array;
    registrationId: string;
    membershipId: string;
    events: number;
    now: number;
    endsAt: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.decision_pass (org_id, decision_pass_id, secret_hash, registration_id, membership_id, events,
       made_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000),
       to_timestamp($8::double precision / 1000))
     on conflict (org_id, decision_pass_id) do nothing`,
    [org, row.id, row.hash, row.registrationId, row.membershipId, row.events, row.now, row.endsAt],
  );
}

export type DecisionPassRow = {
  decision_pass_id: string;
  registration_id: string;
  membership_id: string;
  events: number;
  made_at: number;
  ends_at: number;
  used_for: MailedAct | null;
  user_id: string;
  display_name: string;
  roles: string[];
  partner_id: string | null;
  access_ends_on: string | null;
  suspended_at: number | null;
};

/** What a letter lets somebody decide, and who that is by now. */
export async function decisionPassByHash(
  tx: Tx,
  org: string,
  hash: Uint8Array,
): Promise<DecisionPassRow | null> {
  const [row] = await tx.query<DecisionPassRow>(
    `select d.decision_pass_id, d.registration_id, d.membership_id, d.events, d.made_at, d.ends_at, d.used_for,
       m.user_id, m.display_name, m.roles, m.partner_id, m.access_ends_on, m.suspended_at
     from tandem.decision_pass d
     join tandem.membership m on m.org_id = d.org_id and m.membership_id = d.membership_id
     where d.org_id = $1 and d.secret_hash = $2`,
    [org, hash],
  );
  return row ?? null;
}

/** Spends it. False: it was spent at the same moment. */
export async function spendDecisionPass(
  tx: Tx,
  org: OrgId,
  id: string,
  act: MailedAct,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.decision_pass set used_for = $3, used_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and decision_pass_id = $2 and used_at is null returning 1`,
    [org, id, act, now],
  );
  return rows.length === 1;
}
