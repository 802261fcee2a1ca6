/**
 * Between sending and deciding: what only resembles the account is looked up, and then the people who decide are told
 * (DR-3, DR-4). A job that the submission leaves behind does it, so that nobody waits for it who registers.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id } from '#core/ids.ts';
import { checkSubmission } from '#core/registration/checks.ts';
import type { Submission } from '#core/registration/submission.ts';
import type { Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { insertCheckRun } from './check-fact-queries.ts';
import { keepDuty } from './clock-queries.ts';
import { stepOf } from './decide.ts';
import { loadRoute } from './deciders.ts';
import { partnerRow } from './drafts.ts';
import { readRegistration } from './ledger.ts';
import { loadCheckFacts } from './load-check-facts.ts';
import { pageToday } from './page.ts';
import { keysOf, sentOf } from './sent.ts';
import { tellDeciders } from './tell-registration.ts';

export type QueueRegistration = { readonly org: string; readonly registrationId: string };

/** Leaves a registration that was sent, or answered, to be looked at and queued. */
export async function leaveForQueue(tx: WriteTx, context: Context, registrationId: string): Promise<void> {
  const { slug } = context.organization;
  await enqueue(
    tx,
    'registration.queue',
    { org: slug, registrationId },
    `registration.queue:${registrationId}`,
  );
}

/** The job `registration.queue`. */
export async function runQueue(ports: Ports, { org, registrationId }: QueueRegistration): Promise<void> {
  const context = await contextOf(ports, org, { kind: 'job', name: 'registration' });
  if (context) await queueRegistration(context, registrationId);
}

/** DR-3, DR-4: looks for what is alike, keeps what the checks say by then, and tells the people of the first step, once. */
async function queueRegistration(context: Context, id: string): Promise<void> {
  const { organization, now, ports } = context;
  const org = organization.orgId;
  await write(
    context,
    async (tx) => {
      const registration = await readRegistration(tx, context, id, 'lock');
      const { row, life } = registration;
      if (life.state !== 'submitted' || row.submission === null || row.submitted_on === null) return;
      if (!(await keepDuty(tx, org, { id, kind: `queue ${row.events}`, on: row.submitted_on, now }))) return;
      const page = await pageToday(tx, context);
      const partner = await partnerRow(tx, context, row.partner_id);
      const submission = row.submission as unknown as Submission;
      const keys = keysOf(submission, page.body);
      const asked = {
        registrationId: id,
        partner,
        repId: row.rep_id,
        submittedAt: life.completeAt ?? now,
        ...{ keys, page, sent: sentOf(submission, keys, page.version) },
      };
      const facts = await loadCheckFacts(tx, context, asked, 'alike');
      const checks = checkSubmission(facts, page.body);
      const runId = ports.ids.next<Id<'check run'>>(now);
      await insertCheckRun(tx, org, { registration: id, id: runId, checks, facts, now });
      const value = { minor: row.value_minor, currency: row.currency };
      const route = await loadRoute(tx, context, { page, partner, value, country: row.country, checks });
      const step = stepOf({ registration, page, partner, route });
      await tellDeciders(tx, context, registration, partner.name, step?.people ?? []);
      tx.record({ action: 'registration.queue', entityId: id, after: { checks: checks.length } });
    },
    { mayChangeNothing: true },
  );
}
