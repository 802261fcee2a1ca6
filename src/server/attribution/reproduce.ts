import { classifyCredit } from '#core/attribution/classify.ts';
import { engineEdition } from '#core/attribution/edition.ts';
import type { CreditFacts } from '#core/attribution/facts.ts';
import type { Moment } from '#core/calendar.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { attributionPolicies } from '../program/policies.ts';
import { decisionHash, decisionsOf } from './decide-credit.ts';
import { creditHistory, factsOfVerdict, findCredited, standingVerdicts } from './queries.ts';

/** A verdict that was decided again from the facts that it kept. */
export type Reproduced = {
  readonly opportunity: number;
  readonly creditId: string;
  readonly class: string;
  readonly hash: string | null;
  readonly again: string | null;
  /** `same` to the last byte; `edition` where another edition of the rules decided; `facts` where it kept none. */
  readonly result: 'same' | 'differs' | 'edition' | 'facts';
  /**
   * Whether the fact tables, read as of that moment, give it as well; null where it was not asked or cannot be. They may
   * differ with good reason: a CRM rewrites the dates of a deal, and an import that is undone takes its touches along.
   */
  readonly tables: 'same' | 'differs' | null;
};

/**
 * ATT-22: decides verdicts again from their stored facts, their page and their moment, and compares the decision byte
 * for byte by its fingerprint. One deal with all its verdicts, these also from the fact tables as of then; or every
 * verdict that stands.
 */
export function reproduce(context: Context, reference: string | null): Promise<Reproduced[]> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    if (reference === null) {
      const found: Reproduced[] = [];
      for (const one of await standingVerdicts(tx, org)) found.push(await again(tx, context, one));
      return found;
    }
    const [deal] = await findCredited(tx, org, reference.trim());
    if (!deal) throw notFound('opportunity');
    const known = (await decisionsOf(tx, context, [deal])).get(deal.opportunity_id)?.facts ?? null;
    const found: Reproduced[] = [];
    for (const row of await creditHistory(tx, org, deal.opportunity_id)) {
      const { opportunity_id, credit_id } = row;
      found.push(
        await again(tx, context, { opportunity_id, credit_id, number: deal.number, class: row.class }, known),
      );
    }
    return found;
  });
}

async function again(
  tx: Tx,
  context: Context,
  one: { opportunity_id: string; credit_id: string; number: number; class: string },
  known: CreditFacts | null = null,
): Promise<Reproduced> {
  const { organization } = context;
  const row = await factsOfVerdict(tx, organization.orgId, one.credit_id, one.opportunity_id);
  const base = {
    opportunity: one.number,
    creditId: one.credit_id,
    class: one.class,
    hash: row?.decision_hash ?? null,
  };
  const page = (await attributionPolicies(tx, organization)).find(
    ({ version }) => version === row?.policy_version,
  );
  if (!row || row.facts === null || page === undefined)
    return { ...base, again: null, result: 'facts', tables: null };
  if (row.engine !== engineEdition) return { ...base, again: null, result: 'edition', tables: null };
  const moment: Moment = { at: row.decided_at, on: localDateAt(row.decided_at, organization.timeZone) };
  const compare = (hash: string) => (hash === row.decision_hash ? 'same' : 'differs');
  const hash = decisionHash(classifyCredit(row.facts as CreditFacts, page, moment));
  const tables = known && compare(decisionHash(classifyCredit(known, page, moment)));
  return { ...base, again: hash, result: compare(hash), tables };
}
