/**
 * Sending a registration: it is parsed whole, checked against what we know in one transaction with everybody else who
 * wants the account, and then rejected by a test, sent to people, or not taken in and left as a draft (DR-1 to DR-7).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id, PartnerId } from '#core/ids.ts';
import { checkSubmission, type RegistrationCheck, submissionOutcome } from '#core/registration/checks.ts';
import { formFor } from '#core/registration/form.ts';
import type { RegistrationLife } from '#core/registration/life.ts';
import { partnerView } from '#core/registration/partner-view.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { reasonOfTest } from '#core/registration/rejection.ts';
import type { RegistrationActor } from '#core/registration/state.ts';
import { parseSubmission, type Submission } from '#core/registration/submission.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { notFound, ProblemError } from '../problem.ts';
import { insertCheckRun } from './check-fact-queries.ts';
import { contest, rivalsIn } from './contest.ts';
import { formProblem, isHidden, partnerRow } from './drafts.ts';
import { updatePassLanguage } from './form/link-queries.ts';
import { writeToRep } from './form/write-to-rep.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import { loadCheckFacts } from './load-check-facts.ts';
import { type PageToday, pageInForce } from './page.ts';
import type { PartnerRow } from './partner-queries.ts';
import { lockAccount } from './protection-queries.ts';
import type { RegistrationRow } from './queries.ts';
import { leaveForQueue } from './queue.ts';
import { keysOf, sentOf } from './sent.ts';

/** What a partner is told at once, and what the deciders' queue knows. */
export type Submitted = {
  readonly registrationId: string;
  readonly number: number;
  readonly state: Registration['life']['state'];
  readonly dueOn: string | null;
  readonly notes: readonly string[];
};

/** DR-1, DR-4: sends a registration of the partner that is signed in. */
export async function submitOwn(
  context: Context,
  registrationId: string,
  language: PortalLanguage,
): Promise<Submitted> {
  requireCapability(context, 'portal.act');
  const partner = requirePartner(context);
  return send(context, registrationId, { partner, by: 'partner', language, hasDraft: true });
}

/** The same in a partner's name, by our own people. */
export async function submitFor(context: Context, registrationId: string): Promise<Submitted> {
  requireCapability(context, 'registration.record');
  return send(context, registrationId, { partner: null, by: 'manager', language: 'en', hasDraft: true });
}

/** Who sends, in which language they are answered, and whether a draft is left where it is not taken in. */
export type Sender = {
  readonly by: Extract<RegistrationActor, 'partner' | 'manager'>;
  readonly language: PortalLanguage;
  readonly hasDraft: boolean;
};

/** Sends a draft, for a partner only its own; the caller has asked who may. Sent twice, the second time it is there already. */
async function send(
  context: Context,
  registrationId: string,
  { partner: own, ...sender }: Sender & { readonly partner: PartnerId | null },
): Promise<Submitted> {
  return write(context, async (tx) => {
    const registration = await readRegistration(tx, context, registrationId, 'lock', own);
    if (isHidden(context, registrationId)) throw notFound('registration');
    const page = await pageInForce(tx, context);
    const partner = await partnerRow(tx, context, registration.row.partner_id);
    const submission = requireWhole(context, page, partner, registration.row.draft, sender.language);
    const keep: Keep = async (checked, then) => {
      await keepChecks(tx, context, registrationId, checked);
      const { sent } = checked;
      const row = { ...registration.row, account_key: sent.accountKey, products: [...sent.products] };
      const happening = { type: 'submit', by: sender.by } as const;
      return append(tx, then, { ...registration, row }, happening, page.body, sent);
    };
    return sendWhole(tx, context, registration, keep, { submission, page, partner }, sender);
  });
}

/** What the checks have to know of a registration, which need not be written yet. */
export type Asking = {
  readonly row: Pick<RegistrationRow, 'registration_id' | 'rep_id'>;
  readonly life: RegistrationLife;
};

/** Writes what is taken in, as it was checked, at the moment at which it was complete. */
export type Keep = (checked: Checked, then: Context) => Promise<Registration>;

/** DR-1, DR-4: the same within a transaction, once it is whole. Nothing is kept of what is not taken in. */
export async function sendWhole(
  tx: WriteTx,
  context: Context,
  asking: Asking,
  keep: Keep,
  {
    submission,
    page,
    partner,
  }: { readonly submission: Submission; readonly page: PageToday; readonly partner: PartnerRow },
  { language, hasDraft }: Sender,
): Promise<Submitted> {
  const registrationId = asking.row.registration_id;
  const checked = await check(tx, context, asking, submission, page, partner);
  const outcome = submissionOutcome(checked.checks, page.body);
  const notes = partnerView(checked.checks, page.body).map(({ code, params }) =>
    portalSay(language, code, params),
  );
  if (outcome.kind === 'not_taken') {
    const why = notes[0] ?? portalSay(language, 'told.notNow');
    throw new ProblemError('conflict', hasDraft ? `${why} ${portalSay(language, 'told.kept')}` : why);
  }
  const rivals = outcome.kind === 'rejected' ? [] : rivalsIn(checked.checks);
  if (outcome.kind !== 'rejected' && rivals.length === 0) await leaveForQueue(tx, context, registrationId);
  const then = { ...context, now: checked.at };
  let after = await keep(checked, then);
  if (outcome.kind === 'rejected') {
    const { kind } = reasonOfTest(page.body, outcome.check);
    after = await append(tx, then, after, { type: 'refuse', by: 'system', reason: kind }, page.body);
  }
  if (rivals.length > 0) after = await contest(tx, then, after, rivals, page);
  if (context.actor.kind === 'visitor') {
    await updatePassLanguage(tx, context.organization.orgId, registrationId, language);
  }
  await writeToRep(tx, context, after, after.life.state === 'rejected' ? 'rejected' : 'sent');
  return {
    registrationId,
    number: after.row.number,
    state: after.life.state,
    dueOn: after.row.due_on,
    notes,
  };
}

/** The submission, or everything that is wrong with it. */
export function requireWhole(
  context: Context,
  page: PageToday,
  partner: PartnerRow,
  typed: Readonly<Record<string, unknown>>,
  language: PortalLanguage,
): Submission {
  const today = localDateAt(context.now, context.organization.timeZone);
  const parsed = parseSubmission(formFor(page.body, partner.archetype), typed, today);
  if (!parsed.ok) throw formProblem(parsed.errors, language);
  return parsed.submission;
}

export type Checked = {
  readonly checks: readonly RegistrationCheck[];
  readonly facts: object;
  readonly sent: ReturnType<typeof sentOf>;
  /** When it was complete: never at the same instant as another one of the account (DR-13). */
  readonly at: number;
};

/** DR-1: runs the checks, one after the other with everybody else who wants the same account. */
export async function check(
  tx: WriteTx,
  context: Context,
  { row, life }: Asking,
  submission: Submission,
  page: PageToday,
  partner: PartnerRow,
): Promise<Checked> {
  const keys = keysOf(submission, page.body);
  const sent = sentOf(submission, keys, page.version);
  const before = await lockAccount(tx, context.organization.orgId, sent.accountKey);
  const at = life.completeAt ?? Math.max(context.now, (before ?? 0) + 1);
  const asked = {
    registrationId: row.registration_id,
    partner,
    repId: row.rep_id,
    submittedAt: at,
    ...{ keys, sent, page },
  };
  const facts = await loadCheckFacts(tx, context, asked, 'by key');
  return { checks: checkSubmission(facts, page.body), facts, sent, at };
}

export async function keepChecks(
  tx: WriteTx,
  context: Context,
  registration: string,
  { checks, facts }: Checked,
): Promise<void> {
  await insertCheckRun(tx, context.organization.orgId, {
    registration,
    id: context.ports.ids.next<Id<'check run'>>(context.now),
    checks,
    facts,
    now: context.now,
  });
}
