import { createHash } from 'node:crypto';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import type { Organization } from '../../access/context.ts';
import { canonicalJson } from '../../audit/chain.ts';
import { endOfLocalDate, startOfLocalDate } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { creditedInMonth } from './sample-queries.ts';

/** The last day of the month that begins on a day. */
export function lastDayOf(month: LocalDate): LocalDate {
  return addDays(addMonths(month, 1), -1);
}

/** The lines of the page in force at the end of the month by which its sample is drawn and judged. */
export async function rulingsOfMonth(tx: Tx, organization: Organization, month: LocalDate) {
  return (await attributionPageOn(tx, organization, lastDayOf(month))).body.rulings;
}

/** From what a month's sample is drawn: its deals, the hash of all of them, and the seed that follows from both. */
export async function populationOf(tx: Tx, organization: Organization, month: LocalDate) {
  const { orgId: org, timeZone } = organization;
  const from = startOfLocalDate(month, timeZone);
  const to = endOfLocalDate(lastDayOf(month), timeZone);
  const deals = (await creditedInMonth(tx, org, from, to))
    .map((row) => ({ opportunityId: row.opportunity_id, creditId: row.credit_id }))
    .sort((a, b) => (a.opportunityId < b.opportunityId ? -1 : 1));
  const populationHash = sha256(canonicalJson(deals.map((one) => [one.opportunityId, one.creditId])));
  return { deals, populationHash, seed: sha256(canonicalJson({ org, month, populationHash })) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
