/**
 * Registrations that a file brings: each with the events that its past was, as the app would have written them, and one
 * more that says by which import it came. What is protected today is protected here, and stands on a deal. Nobody is
 * told: what happened before is no news.
 *
 * Handbook: docs/handbook/import.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Id, ImportId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { decisionClock } from '#core/registration/clock.ts';
import { isProtectedOn, type RegistrationEvent, registrationAfter } from '#core/registration/life.ts';
import { protectionDuties } from '#core/registration/protection.ts';
import { businessCalendar } from '../../access/business-calendar.ts';
import { actorId, type Context } from '../../access/context.ts';
import { bringIntroductions } from '../../attribution/touch/imported-introductions.ts';
import type { WriteTx } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { violatedConstraint } from '../../database/transaction.ts';
import { ProblemError } from '../../problem.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { keepDuty } from '../clock-queries.ts';
import { accountOfDeal } from '../deal-queries.ts';
import { dealFor } from '../open-deal.ts';
import { type PageToday, pageToday } from '../page.ts';
import { protectedAlready, writeProtection } from '../protection-queries.ts';
import { type Sent, updateLinks } from '../queries.ts';
import { leaveForQueue } from '../queue.ts';
import { insertPast, type WrittenRow } from './past-queries.ts';

/** A registration of the past, ready to be kept. */
export type PastToKeep = {
  readonly registrationId: string;
  readonly partnerId: string;
  readonly repId: string | null;
  /** Who sent it, as the timeline says it: the rep, or else the partner. */
  readonly who: string;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly sent: Sent;
  readonly events: readonly RegistrationEvent[];
  readonly recordKey: string;
  readonly print: string;
  /** The deal of the CRM on which it stands. */
  readonly opportunityId: string | null;
  /** It brought that deal: the introduction is recorded. */
  readonly introduces: boolean;
};

type Import = { readonly importId: ImportId; readonly number: number };
type Numbered = PastToKeep & { readonly number: number; readonly introductionId: Id<'introduction'> | null };

const chunk = 500;

/** DR-4 to DR-16: keeps them under the numbers from `first` on. Throws `conflict` where somebody got an account meanwhile. */
export async function keepPast(
  tx: WriteTx,
  context: Context,
  brought: Import,
  rows: readonly PastToKeep[],
  first: number,
): Promise<void> {
  const page = await pageToday(tx, context);
  const today = localDateAt(context.now, context.organization.timeZone);
  const numbered = rows.map((row, index): Numbered => {
    const isLive = isLiveAfter(row.events, today);
    const introductionId =
      row.introduces || (isLive && row.opportunityId === null)
        ? context.ports.ids.next<Id<'introduction'>>(context.now)
        : null;
    return { ...row, number: first + index, introductionId };
  });
  try {
    for (let from = 0; from < numbered.length; from += chunk) {
      await keepSome(tx, context, brought, numbered.slice(from, from + chunk), page);
    }
  } catch (error) {
    if (violatedConstraint(error) !== protectedAlready) throw error;
    throw new ProblemError(
      'conflict',
      'Somebody got one of these accounts while the file was read. Nothing was imported; check the file again.',
    );
  }
}

/** Whether it protects its account on that day. */
function isLiveAfter(events: readonly RegistrationEvent[], today: LocalDate): boolean {
  return isProtectedOn(registrationAfter(events), today);
}

async function keepSome(
  tx: WriteTx,
  context: Context,
  brought: Import,
  rows: readonly Numbered[],
  page: PageToday,
): Promise<void> {
  const { organization, now, actor } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const mark = { type: 'import', by: 'system', at: now, on: today, importNumber: brought.number } as const;
  const whole = rows.map((row) => ({ ...row, events: [...row.events, mark] }));
  const deals = new Map<string, string>();
  for (const row of whole) {
    if (row.opportunityId !== null) deals.set(row.registrationId, row.opportunityId);
    else if (row.introductionId !== null) {
      const { sent, number } = row;
      deals.set(
        row.registrationId,
        await dealFor(tx, context, { ...sent, number }, page.body, brought.importId),
      );
    }
  }
  const introductions = whole.flatMap(({ introductionId: id, registrationId, ...row }) => {
    const opportunityId = deals.get(registrationId);
    const [submit] = row.events;
    if (id === null || opportunityId === undefined || submit === undefined) return [];
    return [
      {
        ...{ id, opportunityId, partnerId: row.partnerId, partnerPersonId: row.repId },
        ...{ occurredAt: submit.at, occurredOn: submit.on },
        evidence: [`crm:registration ${row.number}, ${row.sent.legalName ?? ''}`],
        note: `Registration ${row.number}`,
      },
    ];
  });
  await bringIntroductions(tx, context, introductions, brought.importId);
  const written = whole.map((row) => writtenRow(context, row, brought.number, page));
  await insertPast(tx, org, brought.importId, written, { by: actorId(actor), now });
  const conversion = await loadConversion(tx, organization);
  for (const { registrationId: id, sent, events } of whole) {
    const life = registrationAfter(events);
    const opportunityId = deals.get(id);
    if (opportunityId !== undefined) {
      const accountId = await accountOfDeal(tx, org, opportunityId);
      await updateLinks(tx, org, id, { opportunityId, accountId });
    }
    if (life.state === 'submitted') await leaveForQueue(tx, context, id);
    if (life.protection === null || !isProtectedOn(life, today)) continue;
    const { accountKey, products, valueMinor, currency } = sent;
    await writeProtection(tx, org, id, { accountKey, products }, life.protection);
    // A reminder whose day has passed was another system's to send; the ones that come are ours.
    const value = conversion.at(valueMinor, currency as CurrencyCode | null, today);
    for (const { kind, on } of protectionDuties(life, value, page.body.protection, today)) {
      await keepDuty(tx, org, { id, kind, on, now });
    }
  }
}

function writtenRow(
  { organization }: Context,
  row: Numbered & { readonly events: readonly RegistrationEvent[] },
  importNumber: number,
  page: PageToday,
): WrittenRow {
  const { sent, events } = row;
  const life = registrationAfter(events);
  const last = events.at(-1);
  const clock = decisionClock(
    life,
    page.body.deciding,
    businessCalendar(organization),
    last?.on ?? ('' as LocalDate),
  );
  return {
    registration_id: row.registrationId,
    number: row.number,
    partner_id: row.partnerId,
    rep_id: row.repId,
    state: life.state,
    draft: row.draft,
    submission: sent.submission,
    page_version: sent.pageVersion,
    legal_name: sent.legalName,
    country: sent.country,
    domain: sent.domain,
    name_country: sent.nameCountry,
    account_key: sent.accountKey,
    products: sent.products,
    value_minor: sent.valueMinor,
    currency: sent.currency,
    close_on: sent.closeOn,
    submitted_at: life.submittedAt,
    submitted_on: life.submittedOn,
    complete_at: life.completeAt,
    decided_on: life.decidedOn,
    due_on: clock.kind === 'none' ? null : clock.dueOn,
    protected_from: life.protection?.from ?? null,
    protected_until: life.protection?.until ?? null,
    last_activity_on: life.lastActivityOn,
    record_key: row.recordKey,
    print: row.print,
    introduction_id: row.introductionId,
    written_events: events.map(({ type, by, at, on, ...body }, index) => ({
      ...{ nth: index + 1, type, by, at, on_day: on, body },
      actor: by === 'partner' ? row.who : `Import ${importNumber}`,
    })),
  };
}
