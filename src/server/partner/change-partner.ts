import type { Id, PartnerId } from '#core/ids.ts';
import type { JourneyStage } from '#core/journey/journey-stage.ts';
import { companyNameKey, domainKey, sortKey } from '#core/opportunity/account-name.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { nextNumber } from '../database/next-number.ts';
import { violatedConstraint } from '../database/transaction.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { requireRecruiting } from '../program/watch/require-recruiting.ts';
import {
  insertPartner,
  insertPartnerFact,
  insertPerson,
  type NewPartnerRow,
  partnerRow,
  updatePartner,
} from './queries.ts';

export const archetypes = ['reseller', 'msp', 'si', 'isv', 'referral', 'agency'] as const;

export type PartnerDetails = {
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly archetype: (typeof archetypes)[number] | null;
  /** The day on which the agreement was signed; the first one starts program year one. */
  readonly signedOn: string | null;
  readonly managerId: string | null;
  /** The stage of the journey in which it came, where it was signed before the program was written down. */
  readonly openingStage?: JourneyStage | null;
};

/**
 * Adds a partner by hand. Its name is unique in the organization, whatever its case and punctuation. A signing date that
 * only recruiting can bring is refused while gate G4 is closed.
 */
export async function createPartner(
  context: Context,
  details: PartnerDetails,
): Promise<{ partnerId: string; number: number }> {
  requireCapability(context, 'partner.change');
  const partnerId = context.ports.ids.next<PartnerId>(context.now);
  const row = rowOf(partnerId, details);
  return refuseTakenName(details, () =>
    write(context, async (tx) => {
      const org = context.organization.orgId;
      if (details.signedOn !== null) await requireRecruiting(tx, context, details.signedOn, null);
      const number = await nextNumber(tx, org, 'partner');
      await insertPartner(tx, org, number, row);
      await appendFact(tx, context, partnerId, details);
      tx.record({ action: 'partner.create', entityId: partnerId, after: details, movesFigures: true });
      return { partnerId, number };
    }),
  );
}

/** Changes what is known of a partner; what was known before stays as a fact. A new signing date asks gate G4. */
export async function changePartner(
  context: Context,
  partnerId: string,
  change: Partial<PartnerDetails>,
): Promise<void> {
  requireCapability(context, 'partner.change');
  const org = context.organization.orgId;
  await refuseTakenName(change, () =>
    write(context, async (tx) => {
      const found = await partnerRow(tx, org, partnerId, true);
      if (!found) throw notFound('partner');
      const before: PartnerDetails = {
        name: found.name,
        domain: found.domain,
        country: found.country,
        archetype: found.archetype as PartnerDetails['archetype'],
        signedOn: found.signed_on,
        managerId: found.manager_id,
        openingStage: found.opening_stage as JourneyStage | null,
      };
      const after = { ...before, ...change };
      if (after.signedOn !== null) await requireRecruiting(tx, context, after.signedOn, before.signedOn);
      await updatePartner(tx, org, rowOf(partnerId, after));
      await appendFact(tx, context, partnerId, after);
      tx.record({ action: 'partner.change', entityId: partnerId, before, after, movesFigures: true });
    }),
  );
}

/** Adds a person at a partner: somebody whom a touch or an introduction can name. */
export async function addPartnerPerson(
  context: Context,
  partnerId: string,
  person: { readonly name: string; readonly email: string | null },
): Promise<{ partnerPersonId: string }> {
  requireCapability(context, 'partner.change');
  const org = context.organization.orgId;
  const partnerPersonId = context.ports.ids.next<Id<'partner person'>>(context.now);
  return write(context, async (tx) => {
    if (!(await partnerRow(tx, org, partnerId))) throw notFound('partner');
    await insertPerson(tx, org, {
      ...person,
      partner_person_id: partnerPersonId,
      partner_id: partnerId,
      now: context.now,
    });
    // The trail keeps ids only: a person's name must be erasable.
    tx.record({ action: 'partner_person.add', entityId: partnerPersonId, after: { partnerId } });
    return { partnerPersonId };
  });
}

function rowOf(partnerId: string, details: PartnerDetails): NewPartnerRow {
  return {
    partner_id: partnerId,
    name: details.name,
    name_key: companyNameKey(details.name),
    domain: details.domain === null ? null : domainKey(details.domain),
    country: details.country,
    archetype: details.archetype,
    signed_on: details.signedOn,
    manager_id: details.managerId,
    opening_stage: details.openingStage ?? null,
    sort_key: sortKey(details.name),
  };
}

async function appendFact(
  tx: WriteTx,
  context: Context,
  partnerId: string,
  details: PartnerDetails,
): Promise<void> {
  await insertPartnerFact(tx, context.organization.orgId, {
    partnerId,
    factId: context.ports.ids.next<Id<'fact'>>(context.now),
    body: details,
    now: context.now,
  });
}

async function refuseTakenName<T>(details: Partial<PartnerDetails>, work: () => Promise<T>): Promise<T> {
  if (details.domain && domainKey(details.domain) === null) {
    throw invalidField(
      'body.domain',
      'a web address such as acme.com',
      details.domain,
      'Correct it, or leave it empty.',
    );
  }
  try {
    return await work();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'one_partner_per_name') {
      throw new ProblemError('conflict', `There is a partner named ${details.name} already.`);
    }
    if (constraint?.includes('manager_id')) throw notFound('member to be the partner’s manager');
    throw error;
  }
}
