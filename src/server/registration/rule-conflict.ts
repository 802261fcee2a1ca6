/**
 * Ruling on a conflict: one of the parties gets the account, or our own deal does, in writing and on a ground of the
 * closed list (DR-13 to DR-15). The customer's choice can move a registration that stands.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import { type ConflictRuling, conflictAfter, rulingLacks } from '#core/registration/conflict.ts';
import { protectionLength } from '#core/registration/protection.ts';
import type { RejectionKind } from '#core/registration/rejection-kinds.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import {
  claimsIn,
  closeConflict,
  conflictByNumber,
  type PartyRow,
  updateRuling,
} from './conflict-queries.ts';
import { claimOf } from './contest.ts';
import { partnerRow } from './drafts.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import { openDeal } from './open-deal.ts';
import { type PageToday, pageToday } from './page.ts';
import { hasAccount, setAside } from './set-aside.ts';
import { tellPartner } from './tell-registration.ts';

const lackWords = {
  words: [
    'body.words',
    'the reason in writing',
    'nothing',
    'Write one paragraph that stands for later cases.',
  ],
  evidence: [
    'body.evidence',
    'a link to what proves it',
    'nothing',
    'A customer’s choice and a disproof need proof.',
  ],
  not_a_party: ['body.winner', 'a registration of this case', 'another one', 'Pick a party of the case.'],
  not_allowed: [
    'body.ground',
    'a ground that the registration page allows',
    'the customer’s choice',
    'The page does not let customers choose; pick another ground.',
  ],
  winner: [
    'body.winner',
    'a winner that fits the ground',
    'none, or one too many',
    'Pick the ground that fits.',
  ],
} as const;

/** DR-15: rules on a case. Losers are rejected or set aside, the winner is accepted, all in one transaction. */
export async function ruleConflict(context: Context, number: number, ruling: ConflictRuling): Promise<void> {
  requireCapability(context, 'registration.rule');
  await write(context, async (tx) => {
    const org = context.organization.orgId;
    const conflict = await conflictByNumber(tx, org, number, 'lock');
    if (conflict === null) throw notFound('conflict');
    const move = conflictAfter(conflict.state, 'rule');
    if (!move.ok) throw new ProblemError('conflict', move.why);
    const page = await pageToday(tx, context);
    const parties = await claimsIn(tx, org, { conflictId: conflict.conflict_id });
    const isParty = parties.some((party) => party.registration_id === ruling.winner);
    if (ruling.winner !== null && !isParty) throw notFound('registration in this case');
    const claims = parties.map((row) => claimOf(context, row));
    const [lack] = rulingLacks(ruling, claims, page.body.protection);
    if (lack !== undefined) {
      const [path, expected, found, repair] = lackWords[lack];
      throw invalidField(path, expected, found, repair);
    }
    // Losers first: what they protected has to be free before the winner protects it.
    const order = parties.toSorted(
      (a, b) => Number(a.registration_id === ruling.winner) - Number(b.registration_id === ruling.winner),
    );
    for (const party of order) await ruleOn(tx, context, party, ruling, page);
    await updateRuling(tx, org, conflict.conflict_id, {
      state: move.state,
      ground: ruling.ground,
      winner: ruling.winner,
      words: ruling.words,
      evidence: ruling.evidence,
      by: actorId(context.actor),
      now: context.now,
    });
    tx.record({ action: 'conflict.rule', entityId: conflict.conflict_id, after: { number, ...ruling } });
  });
}

/** DR-15: there is no conflict: the accounts are two. Everybody who waited goes on as before. */
export async function dismissConflict(context: Context, number: number): Promise<void> {
  requireCapability(context, 'registration.rule');
  await write(context, async (tx) => {
    const org = context.organization.orgId;
    const conflict = await conflictByNumber(tx, org, number, 'lock');
    if (conflict === null) throw notFound('conflict');
    const move = conflictAfter(conflict.state, 'dismiss');
    if (!move.ok) throw new ProblemError('conflict', move.why);
    const page = await pageToday(tx, context);
    for (const party of await claimsIn(tx, org, { conflictId: conflict.conflict_id })) {
      const registration = await readRegistration(tx, context, party.registration_id, 'lock');
      if (registration.life.state === 'conflict') {
        await append(tx, context, registration, { type: 'dismiss', by: 'panel' }, page.body);
      }
    }
    await closeConflict(tx, org, conflict.conflict_id);
    tx.record({ action: 'conflict.dismiss', entityId: conflict.conflict_id, after: { number } });
  });
}

async function ruleOn(
  tx: WriteTx,
  context: Context,
  party: PartyRow,
  ruling: ConflictRuling,
  page: PageToday,
): Promise<void> {
  let registration = await readRegistration(tx, context, party.registration_id, 'lock');
  const isWinner = party.registration_id === ruling.winner;
  const { state } = registration.life;
  if (isWinner && hasAccount(state)) return;
  if (hasAccount(state)) return setAside(tx, context, registration, ruling, page);
  if (state === 'submitted') {
    registration = await append(tx, context, registration, { type: 'contest', by: 'system' }, page.body);
  }
  if (registration.life.state !== 'conflict') return;
  if (isWinner) {
    const days = await daysFor(tx, context, registration, page);
    const after = await append(tx, context, registration, { type: 'rule_for', by: 'panel', days }, page.body);
    await openDeal(tx, context, after, null);
    await tellPartner(tx, context, after, 'accepted');
    return;
  }
  const reason: RejectionKind = ruling.winner === null ? 'directDeal' : 'otherPartner';
  const event = { type: 'rule_against', by: 'panel', reason, words: ruling.words } as const;
  const after = await append(tx, context, registration, event, page.body);
  await tellPartner(tx, context, after, 'rejected');
}

async function daysFor(
  tx: WriteTx,
  context: Context,
  { row }: Registration,
  page: PageToday,
): Promise<number> {
  const { organization } = context;
  const partner = await partnerRow(tx, context, row.partner_id);
  const conversion = await loadConversion(tx, organization);
  const today = localDateAt(context.now, organization.timeZone);
  const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
  return protectionLength(page.body, partner.archetype, valueMinor).days;
}
