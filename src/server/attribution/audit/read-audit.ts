import { drawSample } from '#core/attribution/audit/draw-sample.ts';
import { isUnaudited, judgeSample, type SampleVerdict } from '#core/attribution/audit/judge-sample.ts';
import type { CreditFacts } from '#core/attribution/facts.ts';
import { addMonths, type LocalDate } from '#core/calendar.ts';
import type { Reason } from '#core/decision.ts';
import { type Context, type Organization, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { notFound } from '../../problem.ts';
import { attributionPolicies } from '../../program/policies.ts';
import { told } from '../explain.ts';
import { populationOf, rulingsOfMonth } from './month.ts';
import { type ItemRow, itemsOf, type JudgedRow, judgedSamples, sampleOf } from './sample-queries.ts';

/** How many months back may still be drawn from the list. */
const monthsListed = 6;

/** The months and their samples, newest first, and whether the figures are marked unaudited (ATT-20). */
export async function listSamples(context: Context) {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const running = `${localDateAt(context.now, organization.timeZone).slice(0, 7)}-01` as LocalDate;
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const names = await memberNames(tx, organization.orgId);
    const judged = await judgeAll(tx, organization, null);
    const recent = Array.from({ length: monthsListed }, (_, back) => addMonths(running, -1 - back));
    const months = [...new Set([...recent, ...judged.map(({ row }) => row.month_on as LocalDate)])];
    const { auditErrorTarget, auditErrorMost } = await rulingsOfMonth(
      tx,
      organization,
      addMonths(running, -1),
    );
    const items = [];
    for (const month of months.sort().reverse()) {
      const one = judged.find(({ row }) => row.month_on === month);
      const population = one
        ? one.row.population
        : (await populationOf(tx, organization, month)).deals.length;
      items.push({
        month: month.slice(0, 7),
        population,
        sample: one === undefined ? null : { ...one.verdict, ...drawnOf(one.row, names) },
      });
    }
    return {
      unaudited: isUnaudited(judged.map(({ verdict }) => verdict)),
      limits: { target: auditErrorTarget, most: auditErrorMost },
      items,
    };
  });
}

/**
 * The newest sample’s error rate, and whether the figures are unaudited, as known at a moment; `by` null: as known now.
 */
export async function auditStanding(tx: Tx, organization: Organization, by: number | null) {
  const judged = await judgeAll(tx, organization, by);
  const latest = judged.findLast(({ verdict }) => verdict.errorRate !== null);
  return {
    unaudited: isUnaudited(judged.map(({ verdict }) => verdict)),
    latest:
      latest === undefined
        ? null
        : {
            month: latest.row.month_on.slice(0, 7),
            standing: latest.verdict.standing,
            errorRate: latest.verdict.errorRate,
            errors: latest.verdict.errors,
            judged: latest.verdict.judged,
            size: latest.verdict.size,
            most: latest.most,
          },
  };
}

async function judgeAll(
  tx: Tx,
  organization: Organization,
  by: number | null,
): Promise<{ row: JudgedRow; verdict: SampleVerdict; most: number }[]> {
  const judged = [];
  for (const row of await judgedSamples(tx, organization.orgId, by)) {
    const limits = await rulingsOfMonth(tx, organization, row.month_on as LocalDate);
    judged.push({ row, verdict: judgeSample(row.findings, limits), most: limits.auditErrorMost });
  }
  return judged;
}

function drawnOf(row: Pick<JudgedRow, 'drawn_by' | 'drawn_at'>, names: ReadonlyMap<string, string>) {
  return { drawnBy: names.get(row.drawn_by) ?? row.drawn_by, drawnAt: row.drawn_at };
}

/**
 * A sample to be worked through: each deal with the verdict that was drawn, the tests behind it and the evidence. It
 * is drawn again on the way, from the verdicts as they stand, and says whether the same deals came out.
 */
export async function readSample(context: Context, month: LocalDate) {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  return readTransaction(ports.pool, { org }, async (tx) => {
    const sample = await sampleOf(tx, org, month);
    if (!sample) throw notFound('sample of this month');
    const items = await itemsOf(tx, org, month);
    const again = await populationOf(tx, organization, month);
    const drawn = drawSample(again.deals, again.seed, { auditLeast: sample.size, auditShare: 0 });
    const names = await memberNames(tx, org);
    const partners = await partnerNames(tx, org);
    const policies = await attributionPolicies(tx, organization);
    const limits = await rulingsOfMonth(tx, organization, month);
    const nameOf = (id: string) => partners.get(id) ?? 'a partner';
    return {
      month: month.slice(0, 7),
      ...judgeSample(
        items.map(({ finding }) => finding),
        limits,
      ),
      ...drawnOf(sample, names),
      limits: { target: limits.auditErrorTarget, most: limits.auditErrorMost },
      draw: {
        seed: sample.seed,
        population: sample.population,
        populationHash: again.populationHash,
        seedAgrees: again.seed === sample.seed,
        dealsAgree:
          drawn.length === items.length &&
          drawn.every((one, place) => one.creditId === items[place]?.credit_id),
      },
      items: items.map((row) => itemShown(row, names, nameOf, policies)),
    };
  });
}

function itemShown(
  row: ItemRow,
  names: ReadonlyMap<string, string>,
  nameOf: (id: string) => string,
  policies: Awaited<ReturnType<typeof attributionPolicies>>,
) {
  const policy = policies.find(({ version }) => version === row.policy_version) ?? policies.at(-1);
  const who = row.partner_id === null ? null : nameOf(row.partner_id);
  return {
    opportunityId: row.opportunity_id,
    number: row.number,
    name: row.name,
    account: row.account,
    creditId: row.credit_id,
    class: row.class,
    coSold: row.co_sold,
    partner: who,
    sentence: sentenceOf(row, who),
    policyVersion: row.policy_version,
    lockOn: row.lock_on,
    decidedAt: row.decided_at,
    hash: row.decision_hash,
    reasons:
      policy === undefined
        ? []
        : (row.reasons as Reason[]).map((one) =>
            told(one, policy, { language: 'en', nameInSentence: nameOf }),
          ),
    evidence: evidenceOf(row),
    finding:
      row.finding === null
        ? null
        : {
            finding: row.finding,
            note: row.note,
            by: names.get(row.found_by ?? '') ?? row.found_by ?? '',
            at: row.found_at ?? 0,
          },
  };
}

const classWords = {
  sourced: 'Sourced by',
  co_sold: 'Co-sold with',
  influenced: 'Influenced by',
  assisted: 'Assisted by',
  none: '',
} as const;

function sentenceOf({ class: creditClass, co_sold }: ItemRow, partner: string | null): string {
  if (creditClass === 'none' || partner === null) return 'No partner is credited.';
  return `${classWords[creditClass]} ${partner}${creditClass === 'sourced' && co_sold ? ', and co-sold' : ''}.`;
}

/** What the credited partner did, as it was known when the verdict was given; that which earned it first. */
function evidenceOf(row: ItemRow) {
  const facts = row.facts as Partial<Pick<CreditFacts, 'originActs' | 'touches'>>;
  const earned = new Set(row.evidence);
  const acts = [
    ...(facts.originActs ?? []).map((act) => ({ act, what: act.kind as string, outcome: null })),
    ...(facts.touches ?? []).map((act) => ({ act, what: act.action as string, outcome: act.outcome })),
  ];
  return acts
    .filter(({ act }) => act.partnerId === row.partner_id)
    .map(({ act, what, outcome }) => ({
      id: act.id,
      what,
      person: act.partnerPerson,
      occurredOn: act.occurredOn,
      recordedOn: act.recordedOn,
      outcome,
      links: [...act.evidence],
      earned: earned.has(act.id),
    }))
    .sort((a, b) => Number(b.earned) - Number(a.earned) || (a.occurredOn < b.occurredOn ? -1 : 1));
}
