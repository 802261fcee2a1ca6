/**
 * Monthly statements: what issuing a month would do, doing it, and that a statement was paid (IN-12).
 *
 * Handbook: docs/handbook/incentive.md
 */

import { createHash } from 'node:crypto';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import type { Id, OrgId } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { nextNumber } from '../database/next-number.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { peopleWith, tell } from '../notice/tell.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import {
  insertPayment,
  insertStatement,
  linesToState,
  lockIssue,
  statedPartners,
  statementRow,
} from './statement-queries.ts';

/**
 * IN-12: issues the statements of a month that is over: one for each partner with lines that are due. A line of a
 * disputed deal waits for the end of the dispute; each line stands on one statement, whoever issues at the same time.
 */
export async function issueStatements(
  context: Context,
  month: LocalDate,
): Promise<{ statements: number; totalMinor: number }> {
  requireCapability(context, 'statement.issue');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const { first, last } = monthThatIsOver(context, month);
  return write(context, async (tx) => {
    await lockIssue(tx, org);
    const { fresh, stated } = await dueOf(tx, org, first, last);
    if (fresh.length === 0) {
      throw new ProblemError(
        'conflict',
        stated.size > 0
          ? 'The statements of this month are issued. What came since stands on those of the next month.'
          : 'No line is due for this month, so there is no statement to issue.',
      );
    }
    let totalMinor = 0;
    for (const own of fresh) {
      const [line] = own;
      if (!line) continue;
      const total = sumOf(own);
      totalMinor += total;
      const id = ports.ids.next<Id<'statement'>>(now);
      const number = await nextNumber(tx, org, 'statement');
      await insertStatement(tx, org, {
        id,
        number,
        partnerId: line.partner_id,
        monthOn: first,
        currency: line.currency,
        totalMinor: total,
        accruals: own.map((one) => one.accrual_id),
        hash: hashOf(own.map((one) => `${one.accrual_id} ${one.amount_minor} ${one.currency}`)),
        by: actorId(context.actor),
        now,
      });
      await tell(tx, context, await peopleWith(tx, context, ['partner_admin'], line.partner_id), {
        kind: 'statement',
        params: { number, month: first },
        link: '/earnings',
        eventKey: id,
      });
    }
    tx.record({ action: 'statement.issue', after: { statements: fresh.length, month: first.slice(0, 7) } });
    return { statements: fresh.length, totalMinor };
  });
}

/** What issuing a month would do: a statement for each of these partners, and the lines that wait for a dispute. */
export function previewStatements(context: Context, month: LocalDate) {
  requireCapability(context, 'statement.issue');
  const org = context.organization.orgId;
  const { first, last } = monthThatIsOver(context, month);
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const { fresh, stated, held } = await dueOf(tx, org, first, last);
    return {
      items: fresh.flatMap((own) =>
        own.slice(0, 1).map((line) => ({
          partner: { id: line.partner_id, name: line.partner },
          currency: line.currency,
          lines: own.length,
          totalMinor: sumOf(own),
        })),
      ),
      issuedBefore: stated.size,
      heldLines: held.length,
      heldMinor: sumOf(held),
    };
  });
}

function monthThatIsOver(context: Context, month: LocalDate): { first: LocalDate; last: LocalDate } {
  const today = localDateAt(context.now, context.organization.timeZone);
  const first = `${month.slice(0, 7)}-01` as LocalDate;
  const last = addDays(addMonths(first, 1), -1);
  if (last < today) return { first, last };
  throw invalidField(
    'month',
    'a month that is over',
    first.slice(0, 7),
    `Issue it from ${addMonths(first, 1)} on.`,
  );
}

async function dueOf(tx: Tx, org: OrgId, first: LocalDate, last: LocalDate) {
  const open = await linesToState(tx, org, last);
  const stated = await statedPartners(tx, org, first);
  const due = open.filter((line) => !line.held && !stated.has(line.partner_id));
  const fresh = [...Map.groupBy(due, (line) => `${line.partner_id} ${line.currency}`).values()];
  return { fresh, stated, held: open.filter((line) => line.held) };
}

function sumOf(lines: readonly { readonly amount_minor: number }[]): number {
  return lines.reduce((sum, line) => sum + line.amount_minor, 0);
}

/** Records that a statement was paid, once, with the reference by which the bank knows it. */
export async function recordPayment(
  context: Context,
  statementId: string,
  payment: { readonly paidOn: LocalDate; readonly reference: string },
): Promise<void> {
  requireCapability(context, 'statement.issue');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  if (payment.paidOn > today) {
    throw invalidField('body.paidOn', 'a day that has come', payment.paidOn, 'Record it once it is paid.');
  }
  await write(context, async (tx) => {
    const statement = await statementRow(tx, org, statementId);
    if (!statement) throw notFound('statement');
    const row = { statementId, ...payment, by: actorId(context.actor), now };
    if (!(await insertPayment(tx, org, row))) {
      throw new ProblemError('conflict', 'This statement is recorded as paid already.');
    }
    tx.record({
      action: 'statement.pay',
      entityId: statementId,
      after: { number: statement.number, ...payment },
    });
  });
}

/** A fingerprint of the lines in their order: the same lines give the same. */
function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
