/**
 * Deciding by the link of a letter: without a session, for one registration, once, and only as far as the person may
 * decide at that moment (DR-4).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import { checkReasonSentence } from '#core/registration/check-catalogue.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import { protectionLength } from '#core/registration/protection.ts';
import { rejectionReasons } from '#core/registration/rejection.ts';
import { type Context, may, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import type { WriteTx } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { hashToken } from '../../identity/token.ts';
import type { DeliveryPorts } from '../../notice/delivery-ports.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { lastCheckRun } from '../check-fact-queries.ts';
import {
  acceptRegistration,
  benchOf,
  type Decided,
  rejectRegistration,
  returnRegistration,
  stepOf,
  whyNotDecide,
} from '../decide.ts';
import { readRegistration } from '../ledger.ts';
import { lookUp } from '../look-up.ts';
import { memberActor } from './links.ts';
import { type DecisionPassRow, decisionPassByHash, spendDecisionPass } from './pass-queries.ts';

/** What somebody decides by a letter. */
export type MailedDecision =
  | { readonly act: 'accept' }
  | { readonly act: 'reject'; readonly reason: string; readonly words: string }
  | { readonly act: 'ask'; readonly asks: string };

/** Who holds the token of a letter, and what it lets them decide. Unknown, ended, and of somebody who left look alike. */
export async function openDecision(
  world: DeliveryPorts,
  slug: string,
  token: string,
  requestId: string,
): Promise<{ context: Context; pass: DecisionPassRow }> {
  const one = await lookUp(world.ports, slug, { kind: 'system', name: 'letter' }, (tx, org) =>
    decisionPassByHash(tx, org, hashToken(token)),
  );
  const gone = () =>
    new ProblemError(
      'not-found',
      'This link was used, is over, or is not yours any more. Open the registration in Tandem.',
    );
  if (one === null) throw gone();
  const { context: found, found: pass } = one;
  if (pass.ends_at <= found.now) throw gone();
  const today = localDateAt(found.now, found.organization.timeZone);
  const hasLeft = pass.access_ends_on !== null && today > pass.access_ends_on;
  const user = await world.findUser(pass.user_id);
  if (pass.suspended_at !== null || pass.partner_id !== null || hasLeft) throw gone();
  if (user === null || user.disabledAt !== null) throw gone();
  const context: Context = { ...found, actor: memberActor(pass), requestId };
  if (!may(context.actor, 'registration.decide')) throw gone();
  return { context, pass };
}

/** What the page of the letter shows before anything is done. */
export async function previewMailed(context: Context, pass: DecisionPassRow) {
  requireCapability(context, 'registration.decide');
  const { organization } = context;
  const org = organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const registration = await readRegistration(tx, context, pass.registration_id);
    const { row } = registration;
    const bench = await benchOf(tx, context, registration);
    const { page, partner, route } = bench;
    const today = localDateAt(context.now, organization.timeZone);
    const conversion = await loadConversion(tx, organization);
    const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
    const run = await lastCheckRun(tx, org, row.registration_id);
    const checks = (run?.checks ?? []) as RegistrationCheck[];
    const names = await memberNames(tx, org);
    const next = route.steps[registration.life.approvals + 1];
    return {
      number: row.number,
      customer: row.legal_name ?? '',
      domain: row.domain,
      country: row.country,
      partner: partner.name,
      value:
        row.value_minor === null || row.currency === null
          ? null
          : { minor: row.value_minor, currency: row.currency },
      dueOn: row.due_on,
      useCase: textOf(row.submission, 'useCase'),
      evidence: textOf(row.submission, 'evidence'),
      concerns: checks
        .filter(({ outcome }) => outcome !== 'pass')
        .map(({ reason }) => checkReasonSentence(reason)),
      days: protectionLength(page.body, partner.archetype, valueMinor).days,
      /** Who decides after a yes; null: a yes is the last word. */
      next: next === undefined ? null : next.people.map((id) => names.get(id) ?? 'somebody').join(', '),
      reasons: rejectionReasons(page.body).map(({ words }) => words),
      seat: stepOf(bench)?.seat ?? null,
      me: pass.display_name,
      usedFor: pass.used_for,
      whyNot: pass.used_for === null ? refusalOf(context, pass, bench) : null,
    };
  });
}

function textOf(submission: Readonly<Record<string, unknown>> | null, name: string): string | null {
  const value = submission?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Why it cannot be decided by this letter any more; null if it can. */
function refusalOf(
  context: Context,
  pass: DecisionPassRow,
  bench: Awaited<ReturnType<typeof benchOf>>,
): string | null {
  const { row, life } = bench.registration;
  if (life.state !== 'submitted' || row.events !== pass.events) {
    return 'Something has happened to the registration since the letter. Open it in Tandem.';
  }
  return whyNotDecide(context, bench);
}

/** Decides, and spends the link in the same transaction. Sent twice, the second time it is done already. */
export async function decideByMail(
  context: Context,
  pass: DecisionPassRow,
  decision: MailedDecision,
): Promise<Decided> {
  requireCapability(context, 'registration.decide');
  const id = pass.registration_id;
  const org = context.organization.orgId;
  if (pass.used_for !== null) {
    if (pass.used_for !== decision.act) {
      throw new ProblemError('conflict', 'It was decided by this letter before, and otherwise.');
    }
    const { life } = await readTransaction(context.ports.pool, { org }, (tx) =>
      readRegistration(tx, context, id),
    );
    return { state: life.state, conflict: false };
  }
  const along = async (tx: WriteTx): Promise<void> => {
    const registration = await readRegistration(tx, context, id, 'lock');
    const why = refusalOf(context, pass, await benchOf(tx, context, registration));
    if (why !== null) throw new ProblemError('conflict', why);
    if (!(await spendDecisionPass(tx, org, pass.decision_pass_id, decision.act, context.now))) {
      throw notFound('open letter');
    }
    const after = { act: decision.act, way: 'letter', letterOf: pass.made_at };
    tx.record({ action: 'registration.by_letter', entityId: id, after });
  };
  switch (decision.act) {
    case 'accept':
      return acceptRegistration(context, id, { changed: null, opportunityId: null }, along);
    case 'reject':
      return rejectRegistration(context, id, decision, along);
    case 'ask':
      return returnRegistration(context, id, { asks: decision.asks, isIncomplete: false }, along);
  }
}
