import { addDays, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { AccountKeys } from '#core/ecosystem/account-key.ts';
import { accountKeys } from '#core/ecosystem/account-key.ts';
import { nearness } from '#core/ecosystem/nearness.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { findAbuse } from '#core/registration/abuse.ts';
import type { CheckFacts, Known, Likeness, OtherRegistration } from '#core/registration/check-facts.ts';
import { heldStates } from '#core/registration/state.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { readHost } from '../ecosystem/read-host.ts';
import { inOwnCurrency } from '../scoreboard/deals/conversion.ts';
import {
  contactsSince,
  countRegistrations,
  dealsAtAccounts,
  directOnlyHits,
  type OtherRow,
  othersByKey,
  othersThatLive,
} from './check-fact-queries.ts';
import { matchAccounts, matchAlike } from './match-accounts.ts';
import type { PageToday } from './page.ts';
import type { PartnerRow } from './partner-queries.ts';
import type { Sent } from './queries.ts';

/** More registrations at once than this are not compared one by one; those with a key in common always are. */
const mostCompared = 5000;

/** What the checks ask about one registration. */
export type Asked = {
  readonly registrationId: string;
  readonly partner: PartnerRow;
  readonly repId: string | null;
  readonly submittedAt: number;
  readonly keys: AccountKeys;
  readonly sent: Sent;
  readonly page: PageToday;
};

function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/**
 * DR-1, DR-3, DR-18: loads what the checks compare, from our own accounts, deals, contacts and registrations. In the
 * transaction of the submission that is what has a key in common; `alike` also finds what only resembles it.
 */
export async function loadCheckFacts(
  tx: Tx,
  context: Context,
  asked: Asked,
  look: 'by key' | 'alike',
): Promise<CheckFacts> {
  const { organization } = context;
  const org = organization.orgId;
  const { keys, sent, partner, page, submittedAt } = asked;
  const submittedOn = localDateAt(submittedAt, organization.timeZone);
  const found = await (look === 'alike' ? matchAlike : matchAccounts)(tx, org, keys, page.body);
  const matches = found.known ? found.value : [];
  const byAccount = new Map<string, Likeness>(matches.map((match) => [match.accountId, match.likeness]));
  // What could not be looked up is asked about, never passed.
  const ifFound = <T>(value: T): Known<T> => (found.known ? known(value) : { known: false });
  const accounts = [...byAccount.keys()];
  const contactsFrom = addDays(submittedOn, -page.body.checks.contactDays - 1);
  const [deals, contacts] =
    accounts.length === 0
      ? [[], []]
      : [await dealsAtAccounts(tx, org, accounts), await contactsSince(tx, org, accounts, contactsFrom)];
  const directOnly = await directOnlyHits(tx, org, keys);
  const quarter = quarterOf(submittedOn, organization.fiscal);
  const counts = await countRegistrations(tx, org, {
    partner: partner.partner_id,
    rep: asked.repId,
    own: asked.registrationId,
    today: submittedOn,
    quarterFrom: quarter.start,
  });
  const likenessOf = (account: string): Likeness => byAccount.get(account) ?? { by: 'near', score: 0 };
  const value = { minor: sent.valueMinor, currency: sent.currency };
  const valueMinor = await inOwnCurrency(tx, organization, value, submittedOn);
  return {
    submittedAt,
    submittedOn,
    country: sent.country,
    products: sent.products,
    valueMinor: sent.valueMinor !== null && valueMinor === null ? { known: false } : known(valueMinor),
    isPageSigned: known(page.isSigned),
    archetypes: known(Object.keys(archetypeLabels) as Archetype[]),
    partner: known({
      partnerId: partner.partner_id as PartnerId,
      isSuspended: partner.suspended_at !== null,
      isSigned: partner.signed_on !== null && partner.signed_on <= submittedOn,
      // Certificates are not kept here yet: whoever signed the partner vouches, unless a later day was written down.
      isCertified: partner.certified_on === null || partner.certified_on <= submittedOn,
      archetype: partner.archetype,
      countries: partner.countries,
    }),
    openDeals: ifFound(
      deals
        .filter((deal) => deal.outcome === 'open')
        .map((deal) => ({
          opportunityId: deal.opportunity_id as OpportunityId,
          openedAt: deal.known_at,
          openedOn: deal.created_on as LocalDate,
          product: deal.product,
          partnerId: deal.partner_id as PartnerId | null,
          likeness: likenessOf(deal.account_id),
        })),
    ),
    contacts: ifFound(
      contacts.map((row) => ({
        id: row.vendor_contact_id,
        on: row.occurred_on as LocalDate,
        kind: row.kind,
        likeness: likenessOf(row.account_id),
      })),
    ),
    directOnly:
      directOnly === null
        ? known({ refreshedOn: submittedOn, hits: [] })
        : known({
            refreshedOn: directOnly.refreshedOn as LocalDate,
            hits: directOnly.hits.map((hit) => ({ id: hit.entry_id, likeness: { by: hit.by, score: 1 } })),
          }),
    otherRegistrations: known(await otherRegistrations(tx, context, asked, look)),
    customers: ifFound(
      [...new Set(deals.filter((deal) => deal.outcome === 'won').map((deal) => deal.account_id))].map(
        (accountId) => ({ accountId, likeness: likenessOf(accountId) }),
      ),
    ),
    signs: keys.signs,
    abuse: known(
      findAbuse(
        {
          repLive: counts.rep_live,
          repToday: counts.rep_today,
          partnerToday: counts.partner_today,
          partnerThisQuarter: counts.partner_quarter,
          partnerWaiting: counts.partner_waiting,
          repAccepted: counts.rep_accepted,
          repConverted: counts.rep_converted,
        },
        page.body.checks,
      ),
    ),
  };
}

/** DR-3: other registrations of the same account by a key, and those that a person should look at. */
async function otherRegistrations(
  tx: Tx,
  { organization }: Context,
  { registrationId, keys, sent, page }: Asked,
  look: 'by key' | 'alike',
): Promise<OtherRegistration[]> {
  const org = organization.orgId;
  const same = await othersByKey(tx, org, { ...keys, accountKey: sent.accountKey }, registrationId);
  const found = new Map(same.map((row) => [row.registration_id, otherOf(row, exactly(row, sent))]));
  if (look === 'by key') return [...found.values()];
  for (const row of await othersThatLive(tx, org, registrationId, mostCompared)) {
    if (found.has(row.registration_id)) continue;
    const { outcome, score } = nearness(keys, keysOfRow(row), page.body.checks.nameMatch);
    if (outcome === 'ask') found.set(row.registration_id, otherOf(row, { by: 'near', score }));
  }
  return [...found.values()];
}

function exactly(row: OtherRow, sent: Sent): Likeness {
  return { by: row.domain !== null && row.domain === sent.domain ? 'domain' : 'name_country', score: 1 };
}

function keysOfRow(row: OtherRow): AccountKeys {
  return accountKeys({ name: row.legal_name ?? '', domain: row.domain, country: row.country }, readHost);
}

function otherOf(row: OtherRow, likeness: Likeness): OtherRegistration {
  return {
    registrationId: row.registration_id,
    partnerId: row.partner_id as PartnerId,
    products: row.products,
    isProtected: (heldStates as readonly string[]).includes(row.state),
    submittedOn: row.submitted_on as LocalDate,
    likeness,
  };
}
