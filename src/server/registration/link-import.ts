/**
 * A CRM that carries the number of a registration brings the deal that the registration waits for: an import then links
 * the two, and no person has to (DR-7). What cannot be linked is named by its row.
 *
 * Handbook: docs/handbook/registration.md
 */

import { registrationMark, registrationOfMark } from '#core/attribution/crm-fields.ts';
import type { OrgId } from '#core/ids.ts';
import { registrationStates } from '#core/registration/state.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import type { Tx } from '../database/transaction.ts';
import { restoreWithin } from '../opportunity/correction/end-deal.ts';
import { append, readRegistration } from './ledger.ts';
import {
  lockRegistrations,
  registrationsByNumber,
  registrationsLeftBehind,
  registrationsOnDeals,
  type WaitingRow,
  waitingForCrm,
} from './link-queries.ts';
import { moveToDeal } from './open-deal.ts';
import { pageToday } from './page.ts';
import { updateLinks } from './queries.ts';

/** A row of a CRM that names a registration. `opportunityId` null: the deal is new. */
export type NamedRegistration = {
  readonly row: number;
  readonly text: string;
  readonly opportunityId: string | null;
};

/** A deal of an accepted registration that no CRM has shown yet. */
export type DealForCrm = WaitingRow;

export type LinkToMake = { readonly registrationId: string; readonly opportunityId: string };

/** What is to be done about a row that names a registration: it is linked, it is already, or why it cannot be. */
export type NamedOutcome =
  | { readonly kind: 'link'; readonly registrationId: string }
  | { readonly kind: 'linked' }
  | { readonly kind: 'refused'; readonly expected: string; readonly found: string; readonly repair: string };

/** The deals that a CRM still has to be given, the earliest registration first. */
export function dealsForCrm(tx: Tx, org: OrgId): Promise<DealForCrm[]> {
  return waitingForCrm(tx, org);
}

/** Says of each row that names a registration what an import does about it, in the order of the rows. */
export async function readNamed(
  tx: Tx,
  context: Pick<Context, 'organization'>,
  rows: readonly NamedRegistration[],
  taken: Set<string>,
): Promise<NamedOutcome[]> {
  const org = context.organization.orgId;
  const numbers = rows.flatMap(({ text }) => registrationOfMark(text) ?? []);
  const known = new Map((await registrationsByNumber(tx, org, numbers)).map((row) => [row.number, row]));
  const deals = rows.flatMap(({ opportunityId }) => opportunityId ?? []);
  const standing = new Map(
    (await registrationsOnDeals(tx, org, deals)).map((row) => [row.opportunity_id, row.number]),
  );
  return rows.map(({ text, opportunityId }): NamedOutcome => {
    const number = registrationOfMark(text);
    const found = number === null ? undefined : known.get(number);
    if (number === null || found === undefined)
      return refused('a registration of this program, such as R-7', text, 'Empty the cell, or correct it.');
    if (opportunityId !== null && found.opportunity_id === opportunityId) return { kind: 'linked' };
    const mark = registrationMark(number);
    const other = opportunityId === null ? undefined : standing.get(opportunityId);
    if (other !== undefined)
      return refused(
        `${registrationMark(other)}, on which this deal stands`,
        mark,
        'Correct the cell in the CRM.',
      );
    if (found.state !== 'accepted' && found.state !== 'converted')
      return refused(
        'a registration that is accepted',
        `${mark}, which is ${registrationStates[found.state]}`,
        'Nothing was linked. See the registration.',
      );
    if (!found.is_waiting || taken.has(found.registration_id))
      return refused(
        'a registration that waits for its deal',
        `${mark}, which stands on another deal`,
        'Name it on one deal of the CRM only; link another one on the page of the registration.',
      );
    taken.add(found.registration_id);
    return { kind: 'link', registrationId: found.registration_id };
  });
}

function refused(expected: string, found: string, repair: string): NamedOutcome {
  return { kind: 'refused', expected, found: found.slice(0, 120), repair };
}

/** Holds the registrations that an import is going to link, before it touches their deals. */
export async function holdRegistrations(
  tx: WriteTx,
  context: Context,
  links: readonly LinkToMake[],
): Promise<void> {
  if (links.length === 0) return;
  const ids = links.map(({ registrationId }) => registrationId);
  await lockRegistrations(tx, context.organization.orgId, ids);
}

/** Links registrations to the deals that an import has just brought; the deals that waited go into them. */
export async function linkImported(
  tx: WriteTx,
  context: Context,
  links: readonly LinkToMake[],
): Promise<void> {
  if (links.length === 0) return;
  const page = await pageToday(tx, context);
  for (const { registrationId, opportunityId } of links) {
    const registration = await readRegistration(tx, context, registrationId, 'lock');
    const after = await append(tx, context, registration, { type: 'link', by: 'system' }, page.body);
    await moveToDeal(tx, context, after, opportunityId);
  }
}

/** Takes back what an import linked that is undone: the deal of the registration itself stands again. */
export async function unlinkWithdrawn(tx: WriteTx, context: Context, importId: string): Promise<void> {
  const org = context.organization.orgId;
  const left = await registrationsLeftBehind(tx, org, importId);
  if (left.length === 0) return;
  const page = await pageToday(tx, context);
  for (const { registration_id: id, own_id: own } of left) {
    const registration = await readRegistration(tx, context, id, 'lock');
    await append(tx, context, registration, { type: 'link', by: 'system' }, page.body);
    await restoreWithin(tx, context, own, 'The import that brought the deal of the CRM was undone.');
    await updateLinks(tx, org, id, { opportunityId: own });
  }
}
