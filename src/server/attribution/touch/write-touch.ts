/**
 * A touch is kept whoever wrote it down and by whichever way it came in: the same questions are asked of all of them.
 *
 * Handbook: docs/handbook/touches.md
 */

import { type ActRemark, actRemarks, remarksOn } from '#core/attribution/act-remarks.ts';
import type { TouchAction } from '#core/attribution/facts.ts';
import { type PartnerRole, policyFor } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { noStages, stageOfAct, stagesOn } from '#core/opportunity/stages-on.ts';
import { refusalSentence } from '#core/portal/refusals.ts';
import { actorId, type Context } from '../../access/context.ts';
import type { WriteTx } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx, violatedConstraint } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { attributionPolicies } from '../../program/policies.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import {
  type ActSide,
  type ActWay,
  actTimes,
  readEvidence,
  requireDeal,
  requireEvidence,
  requirePersonThen,
  unknownReference,
} from './act.ts';
import { insertConfirmation } from './claim-queries.ts';
import { accountIsThere, type DealForAct, sightingsOf, sourceReadAt } from './subject-queries.ts';
import { insertTouch, sameTouch } from './touch-queries.ts';

export type NewTouch = {
  /** The deal, or null where there is none yet: then the account. */
  readonly opportunityId: string | null;
  readonly accountId?: string | null;
  readonly partnerId: string;
  readonly partnerPersonId: string;
  readonly internalOwner: string;
  readonly role: PartnerRole;
  readonly action: TouchAction;
  /** The stage of the deal then; left out, its history says. */
  readonly stageOrder?: number | null;
  /** What came of it, in one line. */
  readonly outcome: string | null;
  readonly evidence: readonly string[];
  readonly occurredAt: number;
};

/** What is said about an act at once, as a code and as a sentence. */
export type ToldRemark = { readonly code: ActRemark; readonly sentence: string };
export type KeptTouch = { readonly touchId: string; readonly remarks: readonly ToldRemark[] };

/** Whose word it is: the side, the way it came in, and whether somebody of ours confirms it in the same breath. */
export type TouchOrigin = {
  readonly side: ActSide;
  readonly way: ActWay;
  readonly isConfirmed: boolean;
  readonly importId?: string | null;
};

/**
 * Keeps a touch within a transaction and asks for the deal to be decided again. Refused: a person of another partner
 * or who had left, a day before the partner signed or in the future, a stage that the deal was not in, evidence that
 * proves nothing. Kept and flagged: one without outcome, and one after the close.
 */
export async function writeTouch(
  tx: WriteTx,
  context: Context,
  act: NewTouch,
  origin: TouchOrigin,
): Promise<KeptTouch> {
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'touch'>>(context.now);
  const times = actTimes(context, act.occurredAt);
  const evidence = readEvidence(act.evidence);
  const accountId = act.accountId ?? null;
  const deal = await requireSubject(tx, context, act.opportunityId, accountId);
  await requirePersonThen(tx, context, { ...act, occurredOn: times.occurredOn });
  await requireEvidence(tx, context, evidence);
  const stageOrder = deal ? await stageOf(tx, context, deal, act, times.occurredOn) : null;
  const { isConfirmed, importId = null, ...from } = origin;
  await insertTouch(tx, org, { ...act, ...times, ...from, id, accountId, stageOrder, evidence, importId });
  if (isConfirmed) await insertConfirmation(tx, org, 'touch', id, actorId(context.actor), context.now);
  tx.record({
    action: 'touch.record',
    entityId: id,
    after: { ...act, ...origin, accountId, stageOrder, evidence, occurredOn: times.occurredOn },
    movesFigures: true,
  });
  const deals = deal ? [deal.opportunity_id] : await dealsOfAccount(tx, org, accountId ?? '');
  await requestDecision(
    tx,
    context,
    deals,
    origin.side === 'partner' ? 'touch claimed' : 'touch recorded',
    id,
  );
  const codes = remarksOn(
    {
      role: act.role,
      occurredOn: times.occurredOn as LocalDate,
      recordedOn: times.recordedOn as LocalDate,
      outcome: act.outcome,
      evidence,
      stageOrder,
      isConfirmed,
      closedOn: (deal?.closed_on ?? null) as LocalDate | null,
      isOnAccount: deal === null,
    },
    await loggedWithin(tx, context, deal),
  );
  return { touchId: id, remarks: codes.map((code) => ({ code, sentence: actRemarks[code] })) };
}

/** The deal of an act, or null where it names an account instead. */
export async function requireSubject(
  tx: Tx,
  context: Context,
  opportunityId: string | null,
  accountId: string | null,
): Promise<DealForAct | null> {
  const org = context.organization.orgId;
  if ((accountId === null) === (opportunityId === null)) {
    throw invalidField(
      'body',
      'an account or a deal, one of the two',
      accountId === null ? 'neither' : 'both',
      'Name the deal if there is one.',
    );
  }
  if (opportunityId === null) {
    if (!(await accountIsThere(tx, org, accountId ?? ''))) throw notFound('account');
    return null;
  }
  return requireDeal(tx, context, opportunityId);
}

/** The stage at that time: as it was given, if the history allows it, else as the history says. */
async function stageOf(
  tx: Tx,
  context: Context,
  deal: DealForAct,
  act: NewTouch,
  occurredOn: string,
): Promise<number | null> {
  const said = act.stageOrder ?? null;
  const on = occurredOn as LocalDate;
  const dates = {
    createdOn: deal.created_on as LocalDate | null,
    closedOn: deal.closed_on as LocalDate | null,
  };
  const { orgId: org, timeZone } = context.organization;
  const table = (await stageTables(tx, org, null)).get(deal.source_id);
  const rows = await sightingsOf(tx, org, [deal.opportunity_id]);
  const sightings = rows.map((row) => ({ ...row, on: localDateAt(row.at, timeZone) }));
  const day = table ? stagesOn(sightings, table, { at: act.occurredAt, on }) : noStages;
  const readAt = await sourceReadAt(tx, org, deal.source_id);
  const isKnownToday = readAt !== null && localDateAt(readAt, timeZone) > on;
  const stage = stageOfAct(said, dates, on, day, isKnownToday);
  if (stage.isPossible) return stage.order;
  throw invalidField(
    'body.stageOrder',
    `a stage that the deal was in on ${on}: ${stage.stages.map(({ order, name }) => `${order} (${name})`).join(' or ')}`,
    String(said),
    'Leave it out and the history of the deal says it, or correct the day.',
  );
}

/** ATT-5 of the page by which the deal is judged; of the newest one where there is no deal yet. */
async function loggedWithin(tx: Tx, context: Context, deal: DealForAct | null): Promise<number> {
  const policies = await attributionPolicies(tx, context.organization);
  const createdOn = (deal?.created_on ?? null) as LocalDate | null;
  const policy = (createdOn === null ? null : policyFor(policies, createdOn)) ?? policies.at(-1);
  if (!policy) throw new Error('an organization has no attribution page');
  return policy.settings.touchLoggedWithinDays;
}

/** The constraints that keep an act from being recorded twice. */
export const recordedOnce: ReadonlySet<string> = new Set([
  'an_act_on_a_deal_is_recorded_once',
  'an_act_at_an_account_is_recorded_once',
]);

/**
 * What a refused touch is told: the same act is there already, by the database's own constraint, so that of two who
 * write it down at the same time one is told. Called with the error, after the transaction was rolled back; any other
 * error is thrown on as it is.
 */
export async function requireRecordedOnce(context: Context, act: NewTouch, error: unknown): Promise<never> {
  if (!recordedOnce.has(violatedConstraint(error) ?? '')) throw unknownReference(error) ?? error;
  const { orgId: org, timeZone } = context.organization;
  const occurredOn = localDateAt(act.occurredAt, timeZone);
  const there = await readTransaction(context.ports.pool, { org }, (tx) =>
    sameTouch(tx, org, { ...act, accountId: act.accountId ?? null, occurredOn }),
  );
  const what = `${act.action.replaceAll('_', ' ')} of ${there?.person ?? 'this person'} on ${occurredOn}`;
  const written = there ? `, written down on ${there.recorded_on}` : '';
  const said = { code: 'claim.twice', params: {} } as const;
  throw new ProblemError('conflict', `This is recorded already: ${what}${written}.`, {
    errors: [
      {
        path: 'body',
        expected: 'an act that is not recorded yet',
        found: there ? `touch ${there.touch_id}: ${what}` : what,
        repair: refusalSentence('en', said),
        said,
      },
    ],
    said,
  });
}
