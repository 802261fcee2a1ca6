/**
 * Deciding: yes, yes with changes, no with a reason of the list, or a question back (DR-4 to DR-7, DR-16). People of the
 * route decide, one seat after the other, and never the seller who would lose the deal.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { MembershipId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import { formFor } from '#core/registration/form.ts';
import type { AcceptedChange } from '#core/registration/life.ts';
import { protectionLength } from '#core/registration/protection.ts';
import { pickReason } from '#core/registration/rejection.ts';
import { deciderRefusal, type RouteStep } from '#core/registration/routing.ts';
import { parseSubmission } from '#core/registration/submission.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { violatedConstraint } from '../database/transaction.ts';
import { invalidField, ProblemError } from '../problem.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { lastCheckRun } from './check-fact-queries.ts';
import { isLookedUp } from './clock-queries.ts';
import { conflictOf } from './conflict-queries.ts';
import { contest } from './contest.ts';
import { loadRoute, type Route } from './deciders.ts';
import { formProblem, partnerRow } from './drafts.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import { openDeal, requireStanding } from './open-deal.ts';
import { type PageToday, pageToday } from './page.ts';
import type { PartnerRow } from './partner-queries.ts';
import { lockAccount, ownersOf, protectedAlready } from './protection-queries.ts';
import { updateSent } from './queries.ts';
import { keysOf, sentOf } from './sent.ts';
import { tellDeciders, tellPartner } from './tell-registration.ts';

/** Everything that stands around a decision. */
export type Bench = {
  readonly registration: Registration;
  readonly page: PageToday;
  readonly partner: PartnerRow;
  readonly route: Route;
};

/** DR-4: who decides a registration, by the checks that it was sent with. */
export async function benchOf(
  tx: WriteTx | Parameters<typeof loadRoute>[0],
  context: Context,
  registration: Registration,
): Promise<Bench> {
  const page = await pageToday(tx, context);
  const { row } = registration;
  const partner = await partnerRow(tx, context, row.partner_id);
  const run = await lastCheckRun(tx, context.organization.orgId, row.registration_id);
  const route = await loadRoute(tx, context, {
    page,
    partner,
    value: { minor: row.value_minor, currency: row.currency },
    country: row.country,
    checks: (run?.checks ?? []) as RegistrationCheck[],
  });
  return { registration, page, partner, route };
}

/** The step that is next, or the last one where all have said yes. */
export function stepOf({ registration, route }: Bench): RouteStep | null {
  const { steps } = route;
  return steps[Math.min(registration.life.approvals, steps.length - 1)] ?? null;
}

/** DR-4: why the caller may not decide now, in words; null if they may. */
export function whyNotDecide(context: Context, bench: Bench): string | null {
  const { actor } = context;
  if (actor.kind !== 'member') return null;
  const step = stepOf(bench);
  if (step === null) return 'Nobody sits in a seat that decides. Give somebody the role first.';
  const saidYes = bench.registration.events
    .filter(({ type, nth }) => type === 'approve' && nth > lastReturn(bench.registration))
    .map((event) => event.actor as MembershipId);
  switch (deciderRefusal(actor.membershipId, step, bench.route.deciders, saidYes)) {
    case 'would_lose':
      return 'You own a deal that this registration collides with; somebody else decides.';
    case 'decided_before':
      return 'You have said yes already; somebody else decides the next step.';
    case 'not_asked':
      return `The seat ${step.filledBy.replaceAll('_', ' ')} decides this step.`;
    case null:
      return null;
  }
}

function lastReturn({ events }: Registration): number {
  return events.findLast(({ type }) => type === 'return')?.nth ?? 0;
}

export type Acceptance = {
  /** The form with what is changed of it; null: as it was sent. */
  readonly changed: Readonly<Record<string, unknown>> | null;
  /** The deal of the CRM that it is; null: a new one is opened. */
  readonly opportunityId: string | null;
  /** A yes to many at once: refused where a check wants a look. */
  readonly onlyIfClear?: boolean;
};

/** What happens in the transaction of a decision, before it. */
export type Along = (tx: WriteTx) => Promise<void>;
const nothingElse: Along = async () => {};

export type Decided = { readonly state: Registration['life']['state']; readonly conflict: boolean };

/**
 * DR-7, DR-8: says yes. The last seat of the route accepts: protection starts, the deal is opened or linked and the
 * evidence of origin is recorded. Where another registration got the account first, the database refuses it, and this
 * one becomes a case that names the earlier one.
 */
export async function acceptRegistration(
  context: Context,
  registrationId: string,
  acceptance: Acceptance,
  along: Along = nothingElse,
): Promise<Decided> {
  requireCapability(context, 'registration.decide');
  try {
    return await write(context, async (tx) => {
      await along(tx);
      return accept(tx, context, registrationId, acceptance);
    });
  } catch (error) {
    if (violatedConstraint(error) !== protectedAlready) throw error;
    return await write({ ...context, idempotency: null }, async (tx) => {
      await along(tx);
      const registration = await readRegistration(tx, context, registrationId, 'lock');
      const page = await pageToday(tx, context);
      const { row } = registration;
      const { orgId, timeZone } = context.organization;
      const today = localDateAt(context.now, timeZone);
      const owners = await ownersOf(tx, orgId, row.account_key ?? '', row.products, today);
      const after = await contest(tx, context, registration, owners, page, 'decider');
      return { state: after.life.state, conflict: true };
    });
  }
}

async function accept(
  tx: WriteTx,
  context: Context,
  registrationId: string,
  acceptance: Acceptance,
): Promise<Decided> {
  const { organization } = context;
  const registration = await readRegistration(tx, context, registrationId, 'lock');
  if (acceptance.opportunityId !== null) await requireStanding(tx, context, acceptance.opportunityId);
  const bench = await benchOf(tx, context, registration);
  requireDecider(context, bench);
  if (acceptance.onlyIfClear === true) await requireClear(tx, context, registration);
  const { page, partner, route } = bench;
  const step = registration.life.approvals;
  const event = { type: 'approve', by: 'decider', step } as const;
  if (step < route.steps.length - 1) {
    const after = await append(tx, context, registration, event, page.body);
    await tellDeciders(tx, context, after, partner.name, route.steps[step + 1]?.people ?? []);
    return { state: after.life.state, conflict: false };
  }
  const { row, changes } = await changedBy(tx, context, bench, acceptance.changed);
  await lockAccount(tx, organization.orgId, row.account_key ?? '');
  const conversion = await loadConversion(tx, organization);
  const today = localDateAt(context.now, organization.timeZone);
  const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
  const { days } = protectionLength(page.body, partner.archetype, valueMinor);
  const happening = { type: 'accept', by: 'decider', days, changes } as const;
  const after = await append(tx, context, { ...registration, row }, happening, page.body);
  await openDeal(tx, context, after, acceptance.opportunityId);
  const linked = await append(tx, context, after, { type: 'link', by: 'decider' }, page.body);
  await tellPartner(tx, context, linked, 'accepted');
  return { state: linked.life.state, conflict: false };
}

/** DR-1: every check passes, or somebody looks at the registration before saying yes. */
async function requireClear(
  tx: WriteTx,
  context: Context,
  { row, life, events }: Registration,
): Promise<void> {
  const org = context.organization.orgId;
  const found = await conflictOf(tx, org, row.registration_id);
  if (found?.state === 'open' || found?.state === 'appealed') {
    throw new ProblemError('conflict', 'It is in conflict. Rule on the case first.');
  }
  if (life.state !== 'submitted') return;
  const sent = events.findLast(({ type }) => type === 'submit' || type === 'answer')?.nth ?? 0;
  if (!(await isLookedUp(tx, org, row.registration_id, sent))) {
    throw new ProblemError(
      'conflict',
      'What resembles its account is still being looked up. Try it again in a moment.',
    );
  }
  const run = await lastCheckRun(tx, org, row.registration_id);
  const checks = (run?.checks ?? []) as RegistrationCheck[];
  if (run !== null && checks.every(({ outcome }) => outcome === 'pass')) return;
  throw new ProblemError('conflict', 'A check wants a look. Open it and decide there.');
}

/** DR-7: what an acceptance changed of what was sent, field by field. */
async function changedBy(
  tx: WriteTx,
  context: Context,
  { registration, page, partner }: Bench,
  changed: Acceptance['changed'],
): Promise<{ row: Registration['row']; changes: AcceptedChange[] }> {
  const { row } = registration;
  if (changed === null) return { row, changes: [] };
  const today = localDateAt(context.now, context.organization.timeZone);
  const parsed = parseSubmission(formFor(page.body, partner.archetype), changed, today);
  if (!parsed.ok) throw formProblem(parsed.errors);
  const before = row.submission ?? {};
  const changes = Object.entries(parsed.submission).flatMap(([field, value]): AcceptedChange[] => {
    const [from, to] = [shown(before[field]), shown(value)];
    return from === to ? [] : [{ field, from, to }];
  });
  const keys = keysOf(parsed.submission, page.body);
  const sent = sentOf(parsed.submission, keys, page.version);
  if (sent.accountKey !== row.account_key) {
    throw invalidField(
      'body.changed.domain',
      'the account that was registered',
      sent.domain ?? sent.legalName ?? 'another one',
      'Reject this one, and ask the partner to register the other account: who came first hangs on it.',
    );
  }
  await updateSent(tx, context.organization.orgId, row.registration_id, sent);
  return {
    row: {
      ...row,
      submission: parsed.submission as unknown as Record<string, unknown>,
      products: [...sent.products],
      value_minor: sent.valueMinor,
      currency: sent.currency,
      close_on: sent.closeOn,
    },
    changes,
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** DR-7, DR-16: says no, with a reason of the page's list and words for the partner. */
export async function rejectRegistration(
  context: Context,
  registrationId: string,
  no: { readonly reason: string; readonly words: string },
  along: Along = nothingElse,
): Promise<Decided> {
  requireCapability(context, 'registration.decide');
  return write(context, async (tx) => {
    await along(tx);
    const registration = await readRegistration(tx, context, registrationId, 'lock');
    const bench = await benchOf(tx, context, registration);
    requireDecider(context, bench);
    const reason = pickReason(bench.page.body, no.reason);
    if (reason === null) {
      throw invalidField(
        'body.reason',
        'a reason of the list on the registration page',
        no.reason.slice(0, 120),
        'Pick one of the list.',
      );
    }
    const event = { type: 'reject', by: 'decider', reason: reason.kind, words: no.words } as const;
    const after = await append(tx, context, registration, event, bench.page.body);
    await tellPartner(tx, context, after, 'rejected');
    return { state: after.life.state, conflict: false };
  });
}

/** DR-7: asks the partner back; the clock stands still meanwhile, for as long as the page says. */
export async function returnRegistration(
  context: Context,
  registrationId: string,
  question: { readonly asks: string; readonly isIncomplete: boolean },
  along: Along = nothingElse,
): Promise<Decided> {
  requireCapability(context, 'registration.decide');
  return write(context, async (tx) => {
    await along(tx);
    const registration = await readRegistration(tx, context, registrationId, 'lock');
    const bench = await benchOf(tx, context, registration);
    requireDecider(context, bench);
    const event = { type: 'return', by: 'decider', ...question } as const;
    const after = await append(tx, context, registration, event, bench.page.body);
    await tellPartner(tx, context, after, 'returned');
    return { state: after.life.state, conflict: false };
  });
}

function requireDecider(context: Context, bench: Bench): void {
  const why = whyNotDecide(context, bench);
  if (why !== null) throw new ProblemError('conflict', why);
}
