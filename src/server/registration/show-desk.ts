/**
 * The desk's view of registrations: the queue with its timers, and one registration with what collides, who decides, what
 * the protection is and everything that happened.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import { decisionClock, mayAppeal, rulingDueAt, unansweredByAge } from '#core/registration/clock.ts';
import { formFor } from '#core/registration/form.ts';
import { protectionLength, protectionStanding } from '#core/registration/protection.ts';
import { rejectionReasons } from '#core/registration/rejection.ts';
import { movesFor, type RegistrationState, registrationStates } from '#core/registration/state.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { actorId, type Context, may, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { registrationPageOn } from '../program/policies.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { lastCheckRun } from './check-fact-queries.ts';
import { appealPage } from './conflict-appeal.ts';
import { inClosedCases } from './conflict-queries.ts';
import { isOwnDeal } from './deal-queries.ts';
import { benchOf, stepOf, whyNotDecide } from './decide.ts';
import { deskMembers } from './decider-queries.ts';
import { partnerRow } from './drafts.ts';
import { lifeOf, type Registration } from './ledger.ts';
import {
  countsByState,
  type QueueGroup,
  queueGroups,
  queueRows,
  repNames,
  unansweredRows,
} from './list-queries.ts';
import { dealStage, eventsOf, registrationByNumber } from './queries.ts';
import { shownChecks, shownConflict, shownTimeline } from './show-case.ts';

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
      group: list.group,
      partner: list.partnerId,
      after: cursorOf(list.cursor),
      limit: list.limit + 1,
    });
    const shown = rows.slice(0, list.limit);
    const last = shown.at(-1);
    const counts = await countsByState(tx, org, list.partnerId);
    const page = await registrationPageOn(tx, organization, today);
    const unanswered = await unansweredRows(tx, org);
    const aged = (rows: typeof unanswered) =>
      page === null ? [] : unansweredByAge(rows.map(waitingOf), page.body.deciding, today);
    const ages = aged(unanswered);
    return {
      items: shown.map((row) => ({
        registrationId: row.registration_id,
        number: row.number,
        partner: { id: row.partner_id, name: row.partner },
        customer: row.legal_name ?? '',
        domain: row.domain,
        country: row.country,
        state: row.state,
        stateWords: registrationStates[row.state],
        way: row.way,
        rep: row.rep,
        value: money(row.value_minor, row.currency),
        submittedOn: row.submitted_on,
        dueOn: row.due_on,
        isLate: row.decided_on === null && row.due_on !== null && row.due_on < today,
        protectedUntil: row.protected_until,
        ae: row.ae,
        opportunityNumber: row.opportunity_number,
        asks: row.asks,
        stops: row.stops,
      })),
      counts: Object.fromEntries(
        Object.entries(queueGroups).map(([group, states]) => [
          group,
          states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
        ]),
      ) as Record<QueueGroup, number>,
      ages,
      owners: [...Map.groupBy(unanswered, ({ manager }) => manager)].map(([owner, rows]) => ({
        owner,
        counts: aged(rows).map(({ count }) => count),
      })),
      isOpen: page !== null && !page.isDraft,
      reasons: page === null ? [] : rejectionReasons(page.body).map(({ words }) => words),
      nextCursor: rows.length > list.limit && last ? `${last.rank}_${last.place}` : null,
    };
  });
}

function waitingOf({ state, since }: { state: string; since: string }) {
  return { state: state as RegistrationState, since: since as LocalDate };
}

function cursorOf(cursor: string | null): { rank: string; place: number } | null {
  const [, rank, place] = /^(\d{4}-\d\d-\d\d)_(-?\d{1,12})$/.exec(cursor ?? '') ?? [];
  return rank === undefined ? null : { rank, place: Number(place) };
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
    const closed = await inClosedCases(tx, org, [row.registration_id]);
    const appealable = appealPage(page, registration, closed);
    const partner = await partnerRow(tx, context, row.partner_id);
    const names = await memberNames(tx, org);
    const reps = await repNames(tx, org, [row.registration_id]);
    const rep = reps.get(row.registration_id) ?? null;
    // Who came by a secret link acts as the rep.
    const nameOf = (id: string) => names.get(id) ?? (id === row.rep_id ? rep : null) ?? id;
    const conversion = await loadConversion(tx, organization);
    const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
    const standing = protectionStanding(life, valueMinor, page.body.protection, today);
    const run = await lastCheckRun(tx, org, row.registration_id);
    const checks = (run?.checks ?? []) as RegistrationCheck[];
    const why = whyNotDecide(context, bench);
    const isDecidable = why === null && may(context.actor, 'registration.decide');
    const step = stepOf(bench);
    const deal = row.opportunity_id === null ? null : await dealStage(tx, org, row.opportunity_id);
    return {
      registrationId: row.registration_id,
      number: row.number,
      partner: { id: row.partner_id, name: partner.name, archetype: partner.archetype },
      rep,
      way: row.way,
      customer: row.legal_name ?? '',
      domain: row.domain,
      country: row.country,
      value: money(row.value_minor, row.currency),
      state: life.state,
      stateWords: registrationStates[life.state],
      submission: row.submission ?? {},
      form: formFor(page.body, partner.archetype),
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
        askedWith: extensionWords(events),
        ...protectionLength(page.body, partner.archetype, valueMinor),
      },
      checks: await shownChecks(tx, org, checks),
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
          : {
              opportunityId: row.opportunity_id,
              outcome: deal?.outcome ?? 'open',
              isOwn: await isOwnDeal(tx, org, row.opportunity_id),
            },
      ae: row.ae_id === null ? null : nameOf(row.ae_id),
      aes: (await deskMembers(tx, org))
        .filter(({ roles, suspended_at: at }) => roles.includes('ae') && at === null)
        .map((one) => ({ membershipId: one.membership_id, name: one.display_name })),
      conflict: await shownConflict(tx, org, row.registration_id, page.body, nameOf, actorId(context.actor)),
      mayAppeal: mayAppeal(life, appealable.body.deciding),
      appeal:
        life.state === 'appealed'
          ? { dueAt: rulingDueAt(life, page.body.deciding), daysBack: life.taken?.days ?? null }
          : null,
      timeline: shownTimeline(events, nameOf),
      pageVersion: row.page_version,
    };
  });
}

function extensionWords(events: Registration['events']): string | null {
  const { evidence } = events.findLast(({ type }) => type === 'ask_extension')?.body ?? {};
  return typeof evidence === 'string' ? evidence : null;
}
