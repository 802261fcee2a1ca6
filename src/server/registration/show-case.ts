/**
 * The parts of a registration that a decision hangs on, as the desk reads them: the checks with what collides beside
 * them, the conflict with its recommendation and the rulings before it, and everything that happened.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { OrgId } from '#core/ids.ts';
import { checkReasonSentence } from '#core/registration/check-catalogue.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import {
  precedentsFor,
  type Recommendation,
  type RulingGround,
  recommendationSentence,
  rulingGrounds,
} from '#core/registration/conflict.ts';
import type { AcceptedChange } from '#core/registration/life.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import { rejectionKinds } from '#core/registration/rejection-kinds.ts';
import type { RegistrationMove } from '#core/registration/state.ts';
import type { Tx } from '../database/transaction.ts';
import { claimsIn, conflictOf, ruledConflicts } from './conflict-queries.ts';
import type { Registration } from './ledger.ts';
import { besides } from './list-queries.ts';

/** How many earlier rulings stand beside a case, and among how many of the latest they are looked for. */
const shownPrecedents = 3;
const searchedPrecedents = 200;

/** DR-1: every check in one sentence, with the records that collide and how like they are. */
export async function shownChecks(tx: Tx, org: OrgId, checks: readonly RegistrationCheck[]) {
  const of = (kind: string) =>
    checks.flatMap(({ collidesWith }) => collidesWith.filter((one) => one.kind === kind).map(({ id }) => id));
  const rows = await besides(tx, org, {
    opportunities: of('opportunity'),
    registrations: of('registration'),
    accounts: of('account'),
    contacts: of('contact'),
    listed: of('direct_only'),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return checks.map((check) => ({
    check: check.check,
    outcome: check.outcome,
    rule: check.reason.rule,
    sentence: checkReasonSentence(check.reason),
    beside: check.collidesWith.flatMap(({ id, likeness }) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const { id: _id, ...shown } = row;
      return [{ ...shown, by: likeness.by, score: likeness.score }];
    }),
  }));
}

/** DR-15: the case in which a registration stands, with earlier rulings of its kind; null if it is in none. */
export async function shownConflict(
  tx: Tx,
  org: OrgId,
  registrationId: string,
  { protection }: Pick<RegistrationBody, 'protection'>,
  nameOf: (id: string) => string,
  reader: string,
) {
  const conflict = await conflictOf(tx, org, registrationId);
  if (conflict === null) return null;
  const parties = await claimsIn(tx, org, { conflictId: conflict.conflict_id });
  const recommendation = conflict.recommendation as Recommendation;
  return {
    number: conflict.number,
    state: conflict.state,
    dueAt: conflict.due_at,
    recommended: recommendation.for === 'registration' ? recommendation.registrationId : recommendation.for,
    sentence: recommendationSentence(recommendation.reason),
    ground: conflict.ground as RulingGround | null,
    winnerId: conflict.winner_id,
    words: conflict.words,
    evidence: conflict.evidence,
    ruledBy: conflict.ruled_by === null ? null : nameOf(conflict.ruled_by),
    ruledByYou: conflict.ruled_by !== null && conflict.ruled_by === reader,
    appealedAt: conflict.appealed_at,
    final:
      conflict.final_at === null || conflict.final_by === null || conflict.final_words === null
        ? null
        : {
            winnerId: conflict.final_winner_id,
            words: conflict.final_words,
            by: nameOf(conflict.final_by),
            at: conflict.final_at,
          },
    customerMayChoose: protection.customerMayChoose,
    parties: parties.map((party) => ({
      registrationId: party.registration_id,
      number: party.number,
      partner: party.partner,
      customer: party.legal_name ?? '',
      state: party.state,
      completeAt: party.complete_at,
      isEligible: party.is_eligible,
    })),
    precedents: await precedents(tx, org, conflict.conflict_id, recommendation),
  };
}

async function precedents(tx: Tx, org: OrgId, conflictId: string, recommendation: Recommendation) {
  const ruled = (await ruledConflicts(tx, org, searchedPrecedents)).filter(
    (one) => one.conflict_id !== conflictId,
  );
  const byId = new Map(ruled.map((one) => [one.conflict_id, one]));
  const known = ruled.map((one) => ({
    caseId: one.conflict_id,
    ground: one.ground,
    between: one.winner_id === null ? ('direct' as const) : ('partners' as const),
    ruledAt: one.ruled_at,
  }));
  const between = recommendation.for === 'direct' ? 'direct' : 'partners';
  return precedentsFor(recommendation, between, known, shownPrecedents).flatMap(
    ({ caseId, ground, ruledAt }) => {
      const one = byId.get(caseId);
      return one === undefined
        ? []
        : [{ number: one.number, account: one.account ?? '', ground, words: one.words, ruledAt }];
    },
  );
}

/** Everything that happened to a registration, in order, with what was said or changed. */
export function shownTimeline(events: Registration['events'], nameOf: (id: string) => string) {
  return events.map((event) => ({
    at: event.at,
    on: event.on_day,
    type: event.type as RegistrationMove,
    by: event.by,
    who: event.by === 'system' ? 'Tandem' : nameOf(event.actor),
    said: saidIn(event.body),
  }));
}

function saidIn(body: Readonly<Record<string, unknown>>): string | null {
  const { changes, ground, importNumber, reason } = body;
  const said = [
    typeof importNumber === 'number' ? `Import ${importNumber}` : null,
    Object.hasOwn(rejectionKinds, String(reason))
      ? rejectionKinds[reason as keyof typeof rejectionKinds]
      : null,
    Object.hasOwn(rulingGrounds, String(ground)) ? rulingGrounds[ground as RulingGround] : null,
    ...['words', 'asks', 'news', 'evidence'].map((key) => body[key]),
    ...(Array.isArray(changes) ? changes.map((one) => changeWords(one as AcceptedChange)) : []),
  ].filter((text) => typeof text === 'string' && text !== '');
  return said.length === 0 ? null : said.join(' · ');
}

function changeWords({ field, from, to }: AcceptedChange): string {
  return `${field}: ${from === '' ? 'nothing' : from} → ${to === '' ? 'nothing' : to}`;
}
