/**
 * What our own people do with an accepted registration: name the AE, link the deal of the CRM, decide about more time,
 * decide an appeal (DR-6, DR-8, DR-15).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import { protectionLength } from '#core/registration/protection.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { caseOfAppeal, decideCase, refuseAppeal, requireOtherJudge } from './conflict-appeal.ts';
import { deskMembers } from './decider-queries.ts';
import { partnerRow } from './drafts.ts';
import { extensionTest } from './extension.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import { moveToDeal, openDeal, requireStanding } from './open-deal.ts';
import { type PageToday, pageToday } from './page.ts';
import { ownersOf, protectedAlready } from './protection-queries.ts';
import { numbersOf, updateLinks } from './queries.ts';
import { tellAe, tellPartner, tellTask } from './tell-registration.ts';

/** DR-6: names the AE who works on it with the partner. */
export async function assignAe(context: Context, id: string, membershipId: string): Promise<void> {
  requireCapability(context, 'registration.decide');
  await write(context, async (tx) => {
    const org = context.organization.orgId;
    const registration = await readRegistration(tx, context, id, 'lock');
    const ae = (await deskMembers(tx, org)).find((member) => member.membership_id === membershipId);
    if (!ae) throw notFound('member of the desk');
    const page = await pageToday(tx, context);
    const event = { type: 'assign', by: 'decider' } as const;
    const after = await append(tx, context, registration, event, page.body);
    await updateLinks(tx, org, id, { aeId: membershipId });
    await tellAe(tx, context, after, membershipId);
    await tellPartner(tx, context, after, 'assigned');
  });
}

/** Links the deal that the CRM has by now; what waited for it goes into it. */
export async function linkDeal(context: Context, id: string, opportunityId: string): Promise<void> {
  requireCapability(context, 'registration.decide');
  try {
    await write(context, async (tx) => {
      const registration = await readRegistration(tx, context, id, 'lock');
      await requireStanding(tx, context, opportunityId);
      const page = await pageToday(tx, context);
      const after = await append(tx, context, registration, { type: 'link', by: 'decider' }, page.body);
      await moveToDeal(tx, context, after, opportunityId);
    });
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'one_registration_per_deal') {
      throw new ProblemError('conflict', 'Another registration is linked to that deal already.');
    }
    if (constraint?.endsWith('_fkey')) throw notFound('opportunity');
    throw error;
  }
}

/** DR-8: decides about the extension that was asked for, or gives one unasked. */
export async function decideExtension(context: Context, id: string, isGiven: boolean): Promise<void> {
  requireCapability(context, 'registration.decide');
  await write(context, async (tx) => {
    const registration = await readRegistration(tx, context, id, 'lock');
    const page = await pageToday(tx, context);
    if (!isGiven) {
      const event = { type: 'refuse_extension', by: 'decider' } as const;
      const after = await append(tx, context, registration, event, page.body);
      await tellPartner(tx, context, after, 'extension_refused');
      return;
    }
    const asked = registration.events.findLast(({ type }) => type === 'ask_extension');
    const evidence = typeof asked?.body.evidence === 'string' ? asked.body.evidence : 'given by us';
    const test = await extensionTest(tx, context, registration, page, evidence);
    if (!test.allowed && test.code !== 'no_activity') {
      throw new ProblemError('conflict', extensionWords[test.code]);
    }
    const days = test.allowed ? test.days : await lengthOf(tx, context, registration, page, 'extensionDays');
    const event = { type: 'extend', by: 'decider', days } as const;
    const after = await append(tx, context, registration, event, page.body);
    await tellPartner(tx, context, after, 'extended');
  });
}

const extensionWords = {
  not_protected: 'Its protection is over already.',
  given_already: 'An extension is decided once, and that has happened.',
  no_extension: 'The registration page gives this kind of deal no extension.',
  stage: 'The deal is not far enough: the registration page names the stage that an extension needs.',
  no_evidence: 'Say what shows that there is work on it.',
} as const;

async function lengthOf(
  tx: WriteTx,
  context: Context,
  { row }: Registration,
  page: PageToday,
  which: 'days' | 'extensionDays',
): Promise<number> {
  const { organization } = context;
  const partner = await partnerRow(tx, context, row.partner_id);
  const conversion = await loadConversion(tx, organization);
  const today = localDateAt(context.now, organization.timeZone);
  const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
  return protectionLength(page.body, partner.archetype, valueMinor)[which];
}

/**
 * DR-15: the CRO decides an appeal, finally, and never about a ruling of their own; then the CEO does. A ruling that is
 * appealed is decided in writing, and the account changes hands in the same transaction. What a ruling took comes back
 * with the days that were left (decision 12); what was rejected gets a full length.
 */
export async function decideAppeal(
  context: Context,
  id: string,
  isGranted: boolean,
  words = '',
): Promise<void> {
  requireCapability(context, 'registration.appeal');
  try {
    await write(context, async (tx) => {
      const seen = await readRegistration(tx, context, id);
      const conflict = await caseOfAppeal(tx, context, seen);
      await requireOtherJudge(tx, context, conflict);
      const registration = await readRegistration(tx, context, id, 'lock');
      const page = await pageToday(tx, context);
      if (registration.life.state === 'appealed' && conflict !== null) {
        await decideCase(tx, context, conflict, { winner: id, isGranted, words }, page);
      }
      if (!isGranted) return refuseAppeal(tx, context, registration, words, page);
      if (registration.life.taken !== null) return reinstate(tx, context, registration, page);
      const days = await lengthOf(tx, context, registration, page, 'days');
      const after = await append(tx, context, registration, { type: 'grant', by: 'cro', days }, page.body);
      await openDeal(tx, context, after, null);
      await tellPartner(tx, context, after, 'accepted');
    });
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === protectedAlready) throw await takenMeanwhile(context, id);
    if (constraint !== 'one_registration_per_deal') throw error;
    throw new ProblemError(
      'conflict',
      'Another registration is linked to the deal of this one by now. Link that one to its own deal first.',
    );
  }
}

/** What a ruling took comes back: the registration keeps its deal, and the AE goes on. */
async function reinstate(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  page: PageToday,
): Promise<void> {
  const event = { type: 'reinstate', by: 'cro' } as const;
  const after = await append(tx, context, registration, event, page.body);
  await tellPartner(tx, context, after, 'reinstated');
  await tellTask(
    tx,
    context,
    after,
    'its appeal is granted and it stands again.',
    `reinstate:${after.row.events}`,
  );
}

/** DR-8: somebody outside the case has the account by now; who, so that people can settle it. */
async function takenMeanwhile(context: Context, id: string): Promise<ProblemError> {
  const { organization, ports } = context;
  const org = organization.orgId;
  const numbers = await readTransaction(ports.pool, { org }, async (tx) => {
    const { row } = await readRegistration(tx, context, id);
    const today = localDateAt(context.now, organization.timeZone);
    const owners = await ownersOf(tx, org, row.account_key ?? '', row.products, today);
    return [...(await numbersOf(tx, org, owners)).values()];
  });
  const named = numbers.length === 0 ? 'Another registration' : `Registration ${numbers.join(', ')}`;
  return new ProblemError(
    'conflict',
    `${named} protects this account by now, and an account has one owner. Take that one back with its partner first, or do not grant the appeal.`,
  );
}
