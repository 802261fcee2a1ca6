/**
 * Into the pipeline: an accepted registration stands on one opportunity, that of the CRM or one that waits for it, and
 * leaves there the evidence of where the deal comes from.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { AccountId, Id, OpportunityId } from '#core/ids.ts';
import { companyNameKey, domainKey, sortKey } from '#core/opportunity/account-name.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Context } from '../access/context.ts';
import { confirmWithin } from '../attribution/touch/answer-claim.ts';
import { writeIntroduction } from '../attribution/touch/record-introduction.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { nextNumber } from '../database/next-number.ts';
import type { Tx } from '../database/transaction.ts';
import { keepBlocks } from '../ecosystem/keep-blocks.ts';
import { projectOpportunities } from '../import/project/project-opportunities.ts';
import { mergeWithin } from '../opportunity/correction/end-deal.ts';
import { notFound } from '../problem.ts';
import { accountOfDeal, insertAccount, insertDeal, isOwnDeal, registrationSource } from './deal-queries.ts';
import type { Registration } from './ledger.ts';
import { matchAccounts } from './match-accounts.ts';
import { pageToday } from './page.ts';
import { dealStage, type Sent, updateLinks } from './queries.ts';
import { keysOf } from './sent.ts';

/**
 * Links an accepted registration to a deal of the CRM, or opens one for it: at the account that has its key, or at a new
 * one. The introduction by the partner is recorded with the time at which the registration was complete, and confirmed
 * by whoever accepted it.
 */
export async function openDeal(
  tx: WriteTx,
  context: Context,
  { row }: Registration,
  opportunityId: string | null,
): Promise<OpportunityId> {
  const org = context.organization.orgId;
  const deal = opportunityId ?? (await newDeal(tx, context, row));
  const account = await accountOfDeal(tx, org, deal);
  await updateLinks(tx, org, row.registration_id, { opportunityId: deal, accountId: account });
  const { introductionId } = await writeIntroduction(
    tx,
    context,
    {
      partnerId: row.partner_id,
      partnerPersonId: row.rep_id,
      accountId: null,
      opportunityId: deal,
      product: null,
      // A clock that went back does not put it into the future.
      occurredAt: Math.min(row.complete_at ?? row.submitted_at ?? context.now, context.now),
      evidence: [`crm:registration ${row.number}, ${row.legal_name ?? ''}`],
      note: `Registration ${row.number}`,
    },
    { side: 'partner', way: 'portal' },
  );
  await confirmWithin(tx, context, 'introduction', introductionId);
  return deal as OpportunityId;
}

/** A deal of the CRM that somebody names has to be there. */
export async function requireStanding(tx: Tx, context: Context, opportunityId: string): Promise<void> {
  const deal = await dealStage(tx, context.organization.orgId, opportunityId);
  if (deal === null) throw notFound('opportunity');
}

/** Moves a registration to the deal that the CRM has by now; the one that waited for it goes into it. */
export async function moveToDeal(
  tx: WriteTx,
  context: Context,
  { row }: Registration,
  opportunityId: string,
): Promise<void> {
  const org = context.organization.orgId;
  if (row.opportunity_id !== null && (await isOwnDeal(tx, org, row.opportunity_id))) {
    await mergeWithin(
      tx,
      context,
      row.opportunity_id,
      opportunityId,
      `The deal of registration ${row.number} is in the CRM.`,
    );
  }
  const account = await accountOfDeal(tx, org, opportunityId);
  await updateLinks(tx, org, row.registration_id, { opportunityId, accountId: account });
}

async function newDeal(tx: WriteTx, context: Context, row: Registration['row']): Promise<string> {
  const page = await pageToday(tx, context);
  const { domain } = (row.submission ?? {}) as { domain?: string | null };
  return dealFor(
    tx,
    context,
    {
      ...{ number: row.number, legalName: row.legal_name, country: row.country, domain: row.domain },
      ...{ valueMinor: row.value_minor, currency: row.currency, closeOn: row.close_on },
      submission: { domain },
    },
    page.body,
    null,
  );
}

/** A deal that waits for the CRM's own, at the account that is registered; `importId` names the import that brings both. */
export async function dealFor(
  tx: WriteTx,
  context: Context,
  registration: Pick<
    Sent,
    'legalName' | 'country' | 'domain' | 'submission' | 'valueMinor' | 'currency' | 'closeOn'
  > & {
    readonly number: number;
  },
  page: RegistrationBody,
  importId: string | null,
): Promise<string> {
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const { legalName, country, domain, number } = registration;
  const name = legalName ?? `Registration ${number}`;
  const today: LocalDate = localDateAt(now, organization.timeZone);
  const typed = registration.submission as { domain?: string | null };
  const keys = keysOf({ legalName: name, domain: typed.domain ?? null, country }, page);
  const found = await matchAccounts(tx, org, keys, page);
  let account: string | null = (found.known ? found.value[0]?.accountId : null) ?? null;
  if (account === null) {
    account = ports.ids.next<AccountId>(now);
    await insertAccount(tx, org, {
      ...{ id: account, name, now, country, importId },
      number: await nextNumber(tx, org, 'account'),
      nameKey: companyNameKey(name),
      domain: domain === null ? null : domainKey(domain),
      sortKey: sortKey(name),
      factId: ports.ids.next<Id<'fact'>>(now),
    });
    await keepBlocks(tx, org, [account]);
  }
  const source = await registrationSource(tx, org, ports.ids.next<Id<'source'>>(now), now);
  const id = ports.ids.next<OpportunityId>(now);
  await insertDeal(tx, org, {
    ...{ id, source, account, name, today, now, importId },
    number: await nextNumber(tx, org, 'opportunity'),
    recordId: `R-${number}`,
    sortKey: sortKey(name),
    factId: ports.ids.next<Id<'fact'>>(now),
    valueMinor: registration.valueMinor,
    currency: registration.currency,
    closeOn: registration.closeOn,
  });
  await projectOpportunities(tx, organization, { of: 'ids', ids: [id] });
  return id;
}
