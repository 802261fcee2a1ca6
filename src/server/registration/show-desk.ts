/**
 * The desk's view of registrations: the queue with its timers, and one registration with what collides, who decides, what
 * the protection is and everything that happened.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { checkReasonSentence } from '#core/registration/check-catalogue.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import { decisionClock, unansweredByAge } from '#core/registration/clock.ts';
import { type Recommendation, recommendationSentence } from '#core/registration/conflict.ts';
import { protectionStanding } from '#core/registration/protection.ts';
import { rejectionReasons } from '#core/registration/rejection.ts';
import { movesFor, registrationStates } from '#core/registration/state.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { type Context, may, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { registrationPageOn } from '../program/policies.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { lastCheckRun } from './check-fact-queries.ts';
import { claimsIn, conflictOf } from './conflict-queries.ts';
import { benchOf, stepOf, whyNotDecide } from './decide.ts';
import { partnerRow } from './drafts.ts';
import { lifeOf, type Registration } from './ledger.ts';
import {
  type BesideRow,
  besides,
  countsByState,
  type QueueGroup,
  queueGroups,
  queueRows,
  repNames,
  unansweredRows,
} from './list-queries.ts';
import { dealStage, eventsOf, registrationByNumber } from './queries.ts';

/** The queue: what waits, what is protected, or what is over; what is due first stands first. */
export async function listRegistrations(
  context: Context,
  list: {
    readonly group: QueueGroup;
    readonly partnerId: string | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
) {
  requireCapability(context, 'registration.read');
  const { organization } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await queueRows(tx, org, {
      states: queueGroups[list.group],
      partner: list.partnerId,
      after: cursorOf(list.cursor),
      limit: list.limit + 1,
    });
    const shown = rows.slice(0, list.limit);
    const last = shown.at(-1);
    const counts = await countsByState(tx, org);
    const page = await registrationPageOn(tx, organization, today);
    const waiting = (await unansweredRows(tx, org)).map((row) => ({
      state: row.state as keyof typeof registrationStates,
      submittedOn: row.submitted_on as LocalDate,
    }));
    return {
      items: shown.map((row) => ({
        registrationId: row.registration_id,
        number: row.number,
        partner: { id: row.partner_id, name: row.partner },
        customer: row.legal_name ?? '',
        domain: row.domain,
        country: row.country,
        state: row.state,
        stateWords: registrationStates[row.state as keyof typeof registrationStates],
        way: row.way,
        rep: row.rep,
        value: money(row.value_minor, row.currency),
        submittedOn: row.submitted_on,
        dueOn: row.due_on,
        isLate: row.decided_on === null && row.due_on !== null && row.due_on < today,
        protectedUntil: row.protected_until,
        ae: row.ae,
        opportunityNumber: row.opportunity_number,
      })),
      counts: Object.fromEntries(
        Object.entries(queueGroups).map(([group, states]) => [
          group,
          states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
        ]),
      ) as Record<QueueGroup, number>,
      ages: page === null ? [] : unansweredByAge(waiting, page.body.deciding, today),
      isOpen: page !== null && !page.isDraft,
      nextCursor: rows.length > list.limit && last ? `${last.due_on ?? '9999-12-31'}_${last.number}` : null,
    };
  });
}

function cursorOf(cursor: string | null): { due: string; number: number } | null {
  const [, due, number] = /^(\d{4}-\d\d-\d\d)_(\d{1,12})$/.exec(cursor ?? '') ?? [];
  return due === undefined ? null : { due, number: Number(number) };
}

function money(minor: number | null, currency: string | null) {
  return minor === null || currency === null ? null : { minor, currency };
}

/** One registration with everything that a decision hangs on. */
export async function readForDesk(context: Context, number: number) {
  requireCapability(context, 'registration.read');
  const { organization } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await registrationByNumber(tx, org, number, null);
    if (row === null || row.submitted_at === null) throw notFound('registration');
    const events = await eventsOf(tx, org, row.registration_id);
    const registration: Registration = { row, events, life: lifeOf(events) };
    const { life } = registration;
    const bench = await benchOf(tx, context, registration);
    const { page } = bench;
    const partner = await partnerRow(tx, context, row.partner_id);
    const names = await memberNames(tx, org);
    const nameOf = (id: string) => names.get(id) ?? id;
    const conversion = await loadConversion(tx, organization);
    const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
    const standing = protectionStanding(life, valueMinor, page.body.protection, today);
    const run = await lastCheckRun(tx, org, row.registration_id);
    const checks = (run?.checks ?? []) as RegistrationCheck[];
    const why = whyNotDecide(context, bench);
    const isDecidable = why === null && may(context.actor, 'registration.decide');
    const step = stepOf(bench);
    const reps = await repNames(tx, org, [row.registration_id]);
    const deal = row.opportunity_id === null ? null : await dealStage(tx, org, row.opportunity_id);
    return {
      registrationId: row.registration_id,
      number: row.number,
      partner: { id: row.partner_id, name: partner.name, archetype: partner.archetype },
      rep: reps.get(row.registration_id) ?? null,
      way: row.way,
      customer: row.legal_name ?? '',
      domain: row.domain,
      country: row.country,
      value: money(row.value_minor, row.currency),
      state: life.state,
      stateWords: registrationStates[life.state],
      submission: row.submission ?? {},
      submittedAt: row.submitted_at,
      completeAt: row.complete_at,
      clock: decisionClock(life, page.body.deciding, businessCalendar(organization), today),
      protection: {
        isProtected: standing.isProtected,
        isHeld: standing.isHeld,
        lastDay: standing.lastDay,
        daysLeft: standing.daysLeft,
        isStalled: standing.isStalled,
        extension: life.extension,
        askedWith: textIn(events.findLast(({ type }) => type === 'ask_extension')?.body.evidence),
      },
      checks: await shownChecks(tx, context, checks),
      route: bench.route.steps.map((one, index) => ({
        seat: one.seat,
        filledBy: one.filledBy,
        people: one.people.map((id) => nameOf(id)),
        saidYes: index < life.approvals,
        isNext: one === step && life.state === 'submitted',
      })),
      whyNot: isDecidable ? null : (why ?? 'Your role looks on; it does not decide registrations.'),
      decides: isDecidable ? movesFor(life.state, 'decider') : [],
      reasons: rejectionReasons(page.body).map(({ words }) => words),
      deal:
        row.opportunity_id === null
          ? null
          : { opportunityId: row.opportunity_id, outcome: deal?.outcome ?? 'open' },
      ae: row.ae_id === null ? null : nameOf(row.ae_id),
      conflict: await shownConflict(tx, context, row.registration_id),
      timeline: events.map((event) => ({
        at: event.at,
        on: event.on_day,
        type: event.type,
        by: event.by,
        who: event.by === 'system' ? 'Tandem' : nameOf(event.actor),
        said: saidIn(event.body),
      })),
      pageVersion: row.page_version,
    };
  });
}

function saidIn(body: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['words', 'asks', 'news', 'evidence', 'reason']) {
    const text = textIn(body[key]);
    if (text !== null) return text;
  }
  return null;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

async function shownChecks(tx: Tx, { organization }: Context, checks: readonly RegistrationCheck[]) {
  const of = (kind: string) =>
    checks.flatMap(({ collidesWith }) => collidesWith.filter((one) => one.kind === kind).map(({ id }) => id));
  const beside: BesideRow[] = await besides(tx, organization.orgId, {
    opportunities: of('opportunity'),
    registrations: of('registration'),
    accounts: of('account'),
    contacts: of('contact'),
    listed: of('direct_only'),
  });
  const byId = new Map(beside.map((row) => [row.id, row]));
  return checks.map((check) => ({
    check: check.check,
    outcome: check.outcome,
    rule: check.reason.rule,
    sentence: checkReasonSentence(check.reason),
    beside: check.collidesWith.flatMap(({ id, likeness }) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            {
              kind: row.kind,
              title: row.title,
              detail: row.detail,
              link: row.link,
              by: likeness.by,
              score: likeness.score,
            },
          ];
    }),
  }));
}

async function shownConflict(tx: Tx, { organization }: Context, registrationId: string) {
  const org = organization.orgId;
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
    ground: conflict.ground,
    winnerId: conflict.winner_id,
    words: conflict.words,
    parties: parties.map((party) => ({
      registrationId: party.registration_id,
      number: party.number,
      partner: party.partner,
      customer: party.legal_name ?? '',
      state: party.state,
      completeAt: party.complete_at,
      isEligible: party.is_eligible,
    })),
  };
}
