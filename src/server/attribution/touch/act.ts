/**
 * What every act of a partner is asked before it is kept.
 *
 * Handbook: docs/handbook/touches.md
 */

import { evidenceLine, isEvidence, parseEvidence } from '#core/attribution/evidence-link.ts';
import { actorId, type Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { type Tx, violatedConstraint } from '../../database/transaction.ts';
import { invalidField, notFound, refusedField } from '../../problem.ts';
import { type DealForAct, dealForAct, filesThere, personForAct, signalsThere } from './subject-queries.ts';
import type { ActTimes } from './touch-queries.ts';

/** Who wrote an act down, and by which way it came in. */
export type ActWay = 'desk' | 'suggestion' | 'portal' | 'api' | 'mail' | 'import' | 'crm_event';
export type ActSide = 'vendor' | 'partner';

/** Stamps an act with its two clocks in the organization's time zone. An act of the future is refused. */
export function actTimes(context: Context, occurredAt: number): ActTimes {
  const { now, organization } = context;
  if (occurredAt > now) {
    throw invalidField(
      'body.occurredAt',
      'a moment that has passed',
      new Date(occurredAt).toISOString(),
      'Record the act after it happened.',
    );
  }
  return {
    occurredAt,
    occurredOn: localDateAt(occurredAt, organization.timeZone),
    recordedAt: now,
    recordedOn: localDateAt(now, organization.timeZone),
    recordedBy: actorId(context.actor),
  };
}

/** Evidence in its one spelling, each piece once. A line that proves nothing is refused by its place. */
export function readEvidence(lines: readonly string[]): string[] {
  const read = lines.map((line, index) => {
    const one = parseEvidence(line);
    if (!isEvidence(one)) {
      const said = { code: 'claim.evidence', params: {} } as const;
      throw invalidField(`body.evidence.${index}`, one.expected, one.found, one.repair, said);
    }
    return evidenceLine(one);
  });
  return [...new Set(read)];
}

/** Refuses evidence that names a file or a mail which is not stored here. */
export async function requireEvidence(tx: Tx, context: Context, lines: readonly string[]): Promise<void> {
  const org = context.organization.orgId;
  const named = lines.map((line) => parseEvidence(line)).filter(isEvidence);
  const files = named.flatMap((one) => (one.kind === 'file' ? [one.fileId] : []));
  const mails = named.flatMap((one) => (one.kind === 'mail' ? [one.signalId] : []));
  if (files.length > 0 && (await filesThere(tx, org, files)) < new Set(files).size) throw notFound('file');
  if (mails.length > 0 && (await signalsThere(tx, org, mails)) < new Set(mails).size) throw notFound('mail');
}

/**
 * Refuses an act by somebody who could not have done it for this partner: a person of another partner, one who had
 * left by then, or anybody before the day on which the partner signed. A partner without a known signing date is taken
 * as signed before the program was written down.
 */
export async function requirePersonThen(
  tx: Tx,
  context: Context,
  act: { readonly partnerId: string; readonly partnerPersonId: string | null; readonly occurredOn: string },
  dayField = 'body.occurredAt',
): Promise<void> {
  const org = context.organization.orgId;
  const found = await personForAct(tx, org, act.partnerId, act.partnerPersonId);
  if (!found) throw notFound('partner');
  if (act.partnerPersonId !== null && found.person === null) throw notFound('person at this partner');
  if (found.person !== null && found.person_partner_id !== act.partnerId) {
    throw invalidField(
      'body.partnerPersonId',
      `a person at ${found.partner}`,
      `${found.person}, who is at ${found.person_partner ?? 'another partner'}`,
      `Name somebody of ${found.partner}, or the partner whose person it was.`,
    );
  }
  if (found.signed_on !== null && act.occurredOn < found.signed_on) {
    throw refusedField(
      dayField,
      `a day from ${found.signed_on} on, when ${found.partner} signed`,
      act.occurredOn,
      'claim.unsigned',
    );
  }
  if (found.left_on !== null && act.occurredOn > found.left_on) {
    throw refusedField(
      'body.partnerPersonId',
      `somebody who was at ${found.partner} on ${act.occurredOn}`,
      `${found.person}, whose last day there was ${found.left_on}`,
      'claim.left',
    );
  }
}

/** The deal of an act. One that was merged into another, or that the CRM deleted, takes no new acts. */
export async function requireDeal(tx: Tx, context: Context, opportunityId: string): Promise<DealForAct> {
  const deal = await dealForAct(tx, context.organization.orgId, opportunityId);
  if (!deal) throw notFound('opportunity');
  const expected = 'a deal that stands';
  if (deal.ended === 'merged') {
    const [found, there] = [
      `#${deal.number}, which was merged into #${deal.into_number}`,
      `#${deal.into_number}`,
    ];
    throw invalidField('body.opportunityId', expected, found, `Record it on ${there}; its acts count there.`);
  }
  if (deal.ended === 'deleted') {
    const found = `#${deal.number}, which was deleted in the CRM`;
    throw invalidField(
      'body.opportunityId',
      expected,
      found,
      'Bring the deal back first, if that was a mistake.',
    );
  }
  return deal;
}

/** A reference to something that is not there, or is another organization's, is "no such thing". */
export function unknownReference(error: unknown): Error | null {
  const constraint = violatedConstraint(error);
  if (!constraint?.endsWith('_fkey')) return null;
  const what = ['partner_person', 'partner', 'account', 'opportunity'].find((word) =>
    constraint.includes(`${word}_id`),
  );
  return notFound((what ?? 'record').replace('_', ' '));
}
