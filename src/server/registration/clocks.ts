/**
 * What the passing of time asks for: reminders, alerts, the end of a question and of protection (DR-5, DR-7, DR-10, DR-11,
 * DR-17), each once, whatever a clock did; and what the CRM says about the deal behind a registration.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import { decisionDuties } from '#core/registration/clock.ts';
import { protectionDuties } from '#core/registration/protection.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { type Context, type Ports, requireCapability } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { peopleWith } from '../notice/tell.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { keepDuty, liveRegistrations, movedDeals } from './clock-queries.ts';
import { benchOf, stepOf } from './decide.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import { type PageToday, pageToday } from './page.ts';
import { type PartnerNews, tellLate, tellPartner, tellTask } from './tell-registration.ts';

/** The job `registration.clocks`: everything that is due in one organization. Killed, it goes on where it was. */
export async function runClocks(ports: Ports, org: string): Promise<void> {
  const context = await contextOf(ports, org, { kind: 'job', name: 'registration' });
  if (context) await workClocks(context);
}

/** The same for a context at hand. Returns how many registrations something happened to. */
export async function workClocks(context: Context): Promise<number> {
  requireCapability(context, 'registration.decide');
  const { organization, ports } = context;
  const org = organization.orgId;
  const scope = { org };
  const { live, moved } = await readTransaction(ports.pool, scope, async (tx) => ({
    live: await liveRegistrations(tx, org),
    moved: await movedDeals(tx, org),
  }));
  let changed = 0;
  for (const { registration_id: id } of moved) if (await follow(context, id)) changed += 1;
  for (const { registration_id: id } of live) if (await workOne(context, id)) changed += 1;
  return changed;
}

/** Does what is due for one registration, in a transaction of its own. */
async function workOne(context: Context, id: string): Promise<boolean> {
  return write(
    context,
    async (tx) => {
      const { organization } = context;
      const today = localDateAt(context.now, organization.timeZone);
      const page = await pageToday(tx, context);
      let registration = await readRegistration(tx, context, id, 'lock');
      const { row, life } = registration;
      const conversion = await loadConversion(tx, organization);
      const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
      const duties = [
        ...decisionDuties(life, page.body.deciding, businessCalendar(organization), today),
        ...protectionDuties(life, valueMinor, page.body.protection, today),
      ];
      let isDone = false;
      for (const { kind, on } of duties) {
        if (!(await keepDuty(tx, organization.orgId, { id, kind, on, now: context.now }))) continue;
        registration = await doDuty(tx, context, registration, kind, page);
        tx.record({ action: 'registration.duty', entityId: id, after: { kind, on } });
        isDone = true;
      }
      return isDone;
    },
    { mayChangeNothing: true },
  );
}

type Duty =
  | ReturnType<typeof decisionDuties>[number]['kind']
  | ReturnType<typeof protectionDuties>[number]['kind'];

async function doDuty(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  kind: Duty,
  page: PageToday,
): Promise<Registration> {
  const news: Partial<Record<Duty, PartnerNews>> = {
    remind_partner: 'remind_partner',
    first_reminder: 'first_reminder',
    last_reminder: 'last_reminder',
    stalled: 'stalled',
    update: 'update',
    expire: 'expired',
  };
  let after = registration;
  switch (kind) {
    case 'remind_decider': {
      const bench = await benchOf(tx, context, registration);
      await tellLate(tx, context, registration, stepOf(bench)?.people ?? [], kind);
      break;
    }
    case 'alert_leader':
      await tellLate(
        tx,
        context,
        registration,
        await peopleWith(tx, context, ['head_of_partnerships']),
        kind,
      );
      break;
    case 'alert_cro':
      await tellLate(tx, context, registration, await peopleWith(tx, context, ['cro']), kind);
      break;
    case 'lapse':
      after = await append(tx, context, registration, { type: 'lapse', by: 'system' }, page.body);
      break;
    case 'expire':
      after = await append(tx, context, registration, { type: 'expire', by: 'system' }, page.body);
      break;
    case 'assign_ae':
      await tellTask(tx, context, registration, 'no AE is named yet.', kind);
      break;
    case 'first_meeting':
      await tellTask(tx, context, registration, 'the first joint meeting is due.', kind);
      break;
    case 'stalled':
      await tellTask(
        tx,
        context,
        registration,
        'nothing has happened for a while.',
        `${kind}:${registration.row.events}`,
      );
      break;
    default:
      break;
  }
  const said = news[kind];
  if (said !== undefined) await tellPartner(tx, context, after, said);
  return after;
}

/** FC-1: takes over what the CRM says about the deal: it is pipeline, won, lost, or open again. */
async function follow(context: Context, id: string): Promise<boolean> {
  return write(
    context,
    async (tx) => {
      const page = await pageToday(tx, context);
      const registration = await readRegistration(tx, context, id, 'lock');
      const [deal] = await movedDeals(tx, context.organization.orgId, id);
      if (!deal) return false;
      const { state } = registration.life;
      const type = deal.outcome === 'won' ? 'win' : deal.outcome === 'lost' ? 'lose' : 'convert';
      if (type === 'convert' && state !== 'accepted') return false;
      await append(tx, context, registration, { type, by: 'system' }, page.body);
      return true;
    },
    { mayChangeNothing: true },
  );
}
