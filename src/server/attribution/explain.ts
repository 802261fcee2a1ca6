import { clauseOf } from '#core/attribution/clause.ts';
import { counterfactualSentence, counterfactuals } from '#core/attribution/counterfactual.ts';
import { verdictSentence } from '#core/attribution/credit.ts';
import { panelStanding } from '#core/attribution/dispute/panel.ts';
import type { AttributionPolicy } from '#core/attribution/policy.ts';
import { reasonSentence } from '#core/attribution/reasons.ts';
import { verdictWords } from '#core/attribution/verdict-words.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Reason } from '#core/decision.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { stageHistories } from '../opportunity/stage-tables.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { notFound } from '../problem.ts';
import { attributionPolicies } from '../program/policies.ts';
import { type Decided, decisionsOf } from './decide-credit.ts';
import { disputeWindow } from './dispute/disputable.ts';
import { evidenceOf } from './evidence.ts';
import type { Explanation, ToldReason } from './explanation-schema.ts';
import { rulingsOn } from './fact-queries.ts';
import { type CreditedRow, creditHistory, findCredited } from './queries.ts';
import { disputesOn } from './record-queries.ts';
import { hasWaitingTask } from './task-queries.ts';

/**
 * Says who gets the credit of a deal and why: the verdict as a sentence, every test with the fact behind it and the
 * clause of the signed page, the evidence, what would have changed the answer, and the verdicts before. `reference` is
 * the short number, the record id at the source, or our id.
 */
export function explain(context: Context, reference: string): Promise<Explanation> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const [deal] = await findCredited(tx, org, reference.trim());
    if (!deal) throw notFound('opportunity');
    const names = await partnerNames(tx, org);
    const nameOf = (id: string) => names.get(id) ?? 'a partner';
    return explainDeal(tx, context, deal, { language: 'en', nameOf, nameInSentence: nameOf });
  });
}

/** Who reads an explanation: in which language, and by what name any partner may be known to them. */
export type Reader = {
  readonly language: PortalLanguage;
  readonly nameOf: (partner: string) => string;
  /** The same as it stands within a sentence of that language. */
  readonly nameInSentence: (partner: string) => string;
};

/** The explanation of one deal to a reader. */
export async function explainDeal(
  tx: Tx,
  context: Context,
  deal: CreditedRow,
  reader: Reader,
): Promise<Explanation> {
  const { organization } = context;
  const { language, nameOf, nameInSentence } = reader;
  const org = organization.orgId;
  const decided = (await decisionsOf(tx, context, [deal])).get(deal.opportunity_id) ?? null;
  const pages = await attributionPolicies(tx, organization);
  const version = decided?.policy.version ?? pages.at(-1)?.version ?? 1;
  const members = await memberNames(tx, org);
  const names = { language, partner: nameOf, member: (id: string) => members.get(id) ?? id };
  const shown = (id: string | null) => (id === null ? null : { id, name: nameOf(id) });
  const rulings = await rulingsOn(tx, org, [deal.opportunity_id]);
  const now = { at: context.now, on: localDateAt(context.now, organization.timeZone) };
  const decision = decided?.decision ?? null;
  const { until, isOver } = await disputeWindow(tx, context, deal.created_on, decided);
  const claim = deal.claim_partner_id;
  return {
    opportunity: {
      id: deal.opportunity_id,
      number: deal.number,
      recordId: deal.record_id,
      name: deal.name,
      outcome: deal.outcome,
      kind: decided?.facts.opportunity.kind ?? 'new',
      createdOn: deal.created_on,
      qualifiedOn: deal.entered_on,
      closedOn: deal.closed_on,
    },
    credit: decision?.class ?? 'none',
    coSold: decision?.coSold ?? false,
    partner: shown(decision?.partnerId ?? null),
    sentence: decision ? verdictSentence(decision, nameInSentence, language) : verdictWords[language].nobody,
    policyVersion: version,
    isDraft: pages.find((page) => page.version === version)?.isDraft ?? true,
    lockOn: decision?.lockOn ?? null,
    locked: decision?.locked ?? false,
    segment: decided?.facts.opportunity.segment ?? null,
    cycleDays: decided?.facts.opportunity.cycleDays ?? null,
    grayArea: decision?.grayArea ?? false,
    needsPanel: decision?.kind === 'needs_panel',
    disputed: decision?.disputed ?? false,
    disputableUntil: until,
    isDisputable: !isOver,
    pending: await hasWaitingTask(tx, org, deal.opportunity_id),
    reasons: decided ? decided.decision.reasons.map((one) => told(one, decided.policy, reader)) : [],
    partners: decided ? partnersOf(decided, reader) : [],
    evidence: decided ? await evidenceOf(tx, organization, decided, names) : [],
    timeline: decided ? await timelineOf(tx, context, decided, now.on) : null,
    counterfactuals: decided
      ? counterfactuals(decided.facts, decided.policy, now).map((one) => ({
          code: one.code,
          sentence: counterfactualSentence(one, nameInSentence, language),
          class: one.class,
          partner: shown(one.partnerId),
        }))
      : [],
    openingBalance:
      deal.claim_class && claim && (decision?.class ?? 'none') === 'none'
        ? { class: deal.claim_class, partner: { id: claim, name: nameOf(claim) } }
        : null,
    disputes: (await disputesOn(tx, org, deal.opportunity_id)).map((row) => ({
      id: row.dispute_id,
      number: row.number,
      claim: row.claim,
      state: row.state,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      outcome: row.outcome,
    })),
    rulings: rulings.map((row) => ({
      id: row.ruling_id,
      number: row.number,
      class: row.class,
      partner: shown(row.partner_id),
      reason: row.reason,
      standsAt: panelStanding(row.signatures as never, { needsCfo: row.needs_cfo, isAppeal: row.is_appeal })
        .standsAt,
    })),
    history: (await creditHistory(tx, org, deal.opportunity_id)).map((row) => ({
      creditId: row.credit_id,
      class: row.class,
      coSold: row.co_sold,
      partner: row.partner_id ? nameOf(row.partner_id) : null,
      policyVersion: row.policy_version,
      cause: row.cause,
      decidedAt: row.decided_at,
      hash: row.decision_hash,
    })),
  };
}

function partnersOf({ decision, policy }: Decided, reader: Reader): Explanation['partners'] {
  return decision.considered.map((one) => ({
    partner: { id: one.partnerId, name: reader.nameOf(one.partnerId) },
    class: one.class,
    role: one.role,
    credited: one.partnerId === decision.partnerId,
    reasons: one.reasons.map((reason) => told(reason, policy, reader)),
    evidence: [...one.evidence],
  }));
}

const partnerParams = new Set(['winner', 'other', 'primary', 'partner']);

/**
 * A reason as a sentence, beside the clause by which it was made; ids of partners in it become their names. The clause
 * is quoted: it stays in the language in which the page was signed.
 */
export function told(reason: Reason, policy: AttributionPolicy, reader: Omit<Reader, 'nameOf'>): ToldReason {
  const params = Object.fromEntries(
    Object.entries(reason.params).map(([key, value]) => [
      key,
      partnerParams.has(key) && typeof value === 'string' ? reader.nameInSentence(value) : value,
    ]),
  );
  const { rule, code, holds } = reason;
  const { fact } = reason.params;
  return {
    rule,
    code,
    holds,
    fact: reasonSentence({ ...reason, params }, reader.language),
    factId: typeof fact === 'string' ? fact : null,
    clause: clauseOf(reason, policy),
  };
}

/** The days between which the deal is drawn, and what parts them: windows, lock, stages. */
async function timelineOf(
  tx: Tx,
  context: Context,
  { deal, facts, policy, decision }: Decided,
  today: LocalDate,
): Promise<Explanation['timeline']> {
  const { createdOn, qualifiedOn, closedOn } = facts.opportunity;
  const { introLookbackDays, vendorQuietDays } = policy.settings;
  const lookbackFrom = addDays(createdOn, -introLookbackDays);
  const acts = [...facts.originActs, ...facts.touches];
  const first = acts.reduce((day, act) => (act.occurredOn < day ? act.occurredOn : day), lookbackFrom);
  const end = closedOn ?? today;
  const last = acts.reduce((day, act) => (act.recordedOn > day ? act.recordedOn : day), end);
  const to = last > decision.lockOn ? last : decision.lockOn;
  const origin = facts.originActs[0]?.occurredOn ?? createdOn;
  const changes = (await stageHistories(tx, context.organization.orgId, [deal.opportunity_id])).get(
    deal.opportunity_id,
  );
  const stages = (changes ?? []).map((change, index) => ({
    name: change.stage,
    from: change.changedOn,
    to: changes?.[index + 1]?.changedOn ?? end,
  }));
  return {
    from: first,
    to,
    createdOn,
    lockOn: decision.lockOn,
    qualifiedOn,
    closedOn,
    lookbackFrom,
    quietFrom: addDays(origin, -vendorQuietDays),
    stages: stages.filter((stage) => stage.from < stage.to),
  };
}
