import { verdictWords } from '#core/attribution/verdict-words.ts';
import type { PartnerId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { explainDeal } from '../attribution/explain.ts';
import type { Explanation } from '../attribution/explanation-schema.ts';
import { findCreditedById } from '../attribution/find-deal.ts';
import { readTransaction } from '../database/transaction.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { notFound } from '../problem.ts';
import { requirePartnerDeal } from './require-partner-deal.ts';

/**
 * The credit of a deal as its partner may check it: the same verdict, its own tests with the clauses of the signed page,
 * its own evidence, and what would have changed the answer for it, in the reader's language. Any other partner is "another
 * partner"; what people of the company say among themselves stays there.
 */
export async function explainOwn(
  context: Context,
  opportunityId: string,
  language: PortalLanguage,
): Promise<Explanation> {
  requireCapability(context, 'portal.read');
  const partner = await requirePartnerDeal(context, opportunityId);
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const deal = await findCreditedById(tx, org, opportunityId);
    if (deal === null) throw notFound('deal of yours');
    const names = await partnerNames(tx, org);
    const namedBy = (words: { readonly another: string; readonly you: string }) => (id: string) =>
      id === partner ? (names.get(id) ?? words.you) : words.another;
    const reader = {
      language,
      nameOf: namedBy(verdictWords.en),
      nameInSentence: namedBy(verdictWords[language]),
    };
    return ownPart(await explainDeal(tx, context, deal, reader), partner);
  });
}

/** What of an explanation concerns one partner. A member of ours is told as "the company" by name of the role only. */
export function ownPart(told: Explanation, partner: PartnerId): Explanation {
  const own = told.partners.filter((one) => one.partner.id === partner);
  const hide = <One extends { id: string; name: string } | null>(one: One): One =>
    one !== null && one.id !== partner ? { ...one, id: '' } : one;
  return {
    ...told,
    opportunity: { ...told.opportunity, recordId: '' },
    partner: hide(told.partner),
    reasons: own.flatMap((one) => one.reasons),
    partners: own,
    evidence: told.evidence
      .filter((one) => one.partnerId === partner)
      .map((one) => ({
        ...one,
        confirmedBy: null,
        owner: null,
        // Links of ours may lead to what is ours alone; the partner sees its own.
        links: one.side === 'partner' ? one.links : [],
        withdrawal: one.withdrawal && { ...one.withdrawal, id: null, by: '' },
      })),
    counterfactuals: told.counterfactuals.filter((one) => one.partner?.id === partner),
    openingBalance: told.openingBalance?.partner.id === partner ? told.openingBalance : null,
    disputes: [],
    rulings: [],
    history: told.history.map((one) => ({ ...one, cause: '', hash: null })),
  };
}
