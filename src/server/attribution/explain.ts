import { type CreditDecision, verdictSentence } from '#core/attribution/credit.ts';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { reasonSentence } from '#core/attribution/reasons.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Reason } from '#core/decision.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { notFound } from '../problem.ts';
import { attributionPolicies, type Signed } from '../program/policies.ts';
import { decisionsOf } from './decide-credit.ts';
import { type CreditedRow, creditHistory, findCredited, introductionsFor, touchesOn } from './queries.ts';
import { type DisputeRow, disputesOn } from './record-queries.ts';

export type ToldReason = {
  readonly rule: string;
  readonly code: string;
  readonly holds: boolean;
  readonly fact: string;
};

export type Evidence = {
  readonly id: string;
  readonly kind: 'introduction' | 'touch';
  readonly partnerId: string;
  readonly partner: string;
  readonly person: string | null;
  readonly occurredOn: string;
  readonly recordedOn: string;
  readonly what: string;
  readonly outcome: string | null;
  readonly links: readonly string[];
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
  /** Whether the verdict rests on it. */
  readonly counts: boolean;
};

export type Explanation = {
  readonly opportunity: {
    readonly id: string;
    readonly number: number;
    readonly recordId: string;
    readonly name: string;
  };
  readonly credit: CreditClass;
  readonly coSold: boolean;
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly sentence: string;
  readonly policyVersion: number;
  /** The signed page lacks signatures: the verdict stands, and nothing is paid on it. */
  readonly isDraft: boolean;
  readonly lockOn: LocalDate | null;
  readonly reasons: readonly ToldReason[];
  readonly evidence: readonly Evidence[];
  /** What an import claims, without evidence; shown apart from credit. */
  readonly openingBalance: {
    readonly class: string;
    readonly partner: { readonly id: string; readonly name: string };
  } | null;
  readonly disputes: readonly DisputeRow[];
  readonly history: readonly {
    readonly class: string;
    readonly coSold: boolean;
    readonly partner: string | null;
    readonly policyVersion: number;
    readonly cause: string;
    readonly decidedAt: number;
  }[];
};

/**
 * Says who gets the credit of a deal and why: the verdict as a sentence, every test with the fact behind it, the
 * evidence, and the verdicts before. `reference` is the short number, the record id at the source, or our id.
 */
export function explain(context: Context, reference: string): Promise<Explanation> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const [deal] = await findCredited(tx, org, reference.trim());
    if (!deal) throw notFound('opportunity');
    const decision = (await decisionsOf(tx, context, [deal])).get(deal.opportunity_id) ?? null;
    const page = pageOf(await attributionPolicies(tx, context.organization), decision);
    const names = await partnerNames(tx, org);
    const nameOf = (id: string) => names.get(id) ?? 'a partner';
    const counting = new Set<string>(decision?.evidence);
    return {
      opportunity: {
        id: deal.opportunity_id,
        number: deal.number,
        recordId: deal.record_id,
        name: deal.name,
      },
      credit: decision?.class ?? 'none',
      coSold: decision?.coSold ?? false,
      partner: decision?.partnerId ? { id: decision.partnerId, name: nameOf(decision.partnerId) } : null,
      sentence: decision ? verdictSentence(decision, nameOf) : 'No partner is credited.',
      policyVersion: page.version,
      isDraft: page.isDraft,
      lockOn: decision?.lockOn ?? null,
      reasons: (decision?.reasons ?? []).map((reason) => told(reason, names)),
      evidence: await evidenceOf(tx, context, deal, counting, nameOf),
      openingBalance:
        deal.claim_class && deal.claim_partner_id && (decision?.class ?? 'none') === 'none'
          ? {
              class: deal.claim_class,
              partner: { id: deal.claim_partner_id, name: nameOf(deal.claim_partner_id) },
            }
          : null,
      disputes: await disputesOn(tx, org, deal.opportunity_id),
      history: (await creditHistory(tx, org, deal.opportunity_id)).map((row) => ({
        class: row.class,
        coSold: row.co_sold,
        partner: row.partner_id ? nameOf(row.partner_id) : null,
        policyVersion: row.policy_version,
        cause: row.cause,
        decidedAt: row.decided_at,
      })),
    };
  });
}

function pageOf(pages: readonly ({ version: number } & Signed)[], decision: CreditDecision | null) {
  const page = pages.find((one) => one.version === decision?.policyVersion) ?? pages.at(-1);
  if (!page) throw new Error('an organization has no attribution page');
  return page;
}

/** A reason as a sentence; ids of partners in it become their names. */
function told(reason: Reason, names: ReadonlyMap<string, string>): ToldReason {
  const params = Object.fromEntries(
    Object.entries(reason.params).map(([key, value]) => [
      key,
      typeof value === 'string' ? (names.get(value) ?? value) : value,
    ]),
  );
  const { rule, code, holds } = reason;
  return { rule, code, holds, fact: reasonSentence({ ...reason, params }) };
}

async function evidenceOf(
  tx: Tx,
  context: Context,
  deal: CreditedRow,
  counting: ReadonlySet<string>,
  nameOf: (id: string) => string,
): Promise<Evidence[]> {
  const org = context.organization.orgId;
  const accounts = deal.account_id ? [deal.account_id] : [];
  const introductions = await introductionsFor(tx, org, [deal.opportunity_id], accounts);
  const touches = await touchesOn(tx, org, [deal.opportunity_id]);
  const evidence: Evidence[] = [
    ...introductions.map((row) => ({
      id: row.introduction_id,
      kind: 'introduction' as const,
      partnerId: row.partner_id,
      partner: nameOf(row.partner_id),
      person: row.person,
      occurredOn: row.occurred_on,
      recordedOn: row.recorded_on,
      what: 'introduction',
      outcome: row.note,
      links: row.evidence,
      confirmed: true,
      withdrawn: row.withdrawn,
      counts: counting.has(row.introduction_id),
    })),
    ...touches.map((row) => ({
      id: row.touch_id,
      kind: 'touch' as const,
      partnerId: row.partner_id,
      partner: nameOf(row.partner_id),
      person: row.person,
      occurredOn: row.occurred_on,
      recordedOn: row.recorded_on,
      what: row.action.replaceAll('_', ' '),
      outcome: row.outcome,
      links: row.evidence,
      confirmed: row.confirmed_by !== null,
      withdrawn: row.withdrawn,
      counts: counting.has(row.touch_id),
    })),
  ];
  return evidence.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
}
