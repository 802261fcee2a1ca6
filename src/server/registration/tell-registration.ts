import type { LocalDate } from '#core/calendar.ts';
import type { RegistrationNews } from '#core/registration/registration-news.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { peopleWith, tell } from '../notice/tell.ts';
import { writeToRep } from './form/write-to-rep.ts';
import type { Registration } from './ledger.ts';
import { registeringPartner } from './partner-queries.ts';

/** What a partner is told of its registration, by letter where its rep has no sign-in. */
export type PartnerNews = Exclude<RegistrationNews, 'handed_over'>;

function named({ row }: Registration) {
  return { number: row.number, customer: row.legal_name };
}

function key({ row }: Registration, what: string): string {
  return `registration:${row.registration_id}:${row.events}:${what}`;
}

/** DR-4: tells the people of the step that one waits for them. */
export async function tellDeciders(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  partner: string,
  people: readonly string[],
): Promise<void> {
  const { row } = registration;
  await tell(tx, context, people, {
    kind: 'registration_waits',
    params: { ...named(registration), partner, dueOn: row.due_on as LocalDate | null },
    link: `/registrations/${row.number}`,
    eventKey: key(registration, 'waits'),
  });
}

/** DR-5: tells that a decision is late. */
export async function tellLate(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  people: readonly string[],
  duty: string,
): Promise<void> {
  const { row } = registration;
  const partner = await registeringPartner(tx, context.organization.orgId, row.partner_id);
  await tell(tx, context, people, {
    kind: 'registration_late',
    params: { ...named(registration), partner: partner?.name ?? '', dueOn: row.due_on as LocalDate },
    link: `/registrations/${row.number}`,
    eventKey: `registration:${row.registration_id}:${duty}:${row.due_on}`,
  });
}

/** DR-15: tells those who rule that a case waits. */
export async function tellPanel(tx: WriteTx, context: Context, registration: Registration): Promise<void> {
  const people = await peopleWith(tx, context, ['head_of_partnerships', 'partner_ops']);
  await tell(tx, context, people, {
    kind: 'registration_case',
    params: named(registration),
    link: `/registrations/${registration.row.number}`,
    eventKey: key(registration, 'case'),
  });
}

/** DR-15: tells those who decide an appeal: the CROs who did not rule on the case, and the CEO where each of them did. */
export async function tellJudges(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  ruledBy: string | null,
): Promise<void> {
  const { row } = registration;
  const partner = await registeringPartner(tx, context.organization.orgId, row.partner_id);
  const others = (await peopleWith(tx, context, ['cro'])).filter((id) => id !== ruledBy);
  await tell(tx, context, others.length > 0 ? others : await peopleWith(tx, context, ['ceo']), {
    kind: 'registration_appeal',
    params: { ...named(registration), partner: partner?.name ?? 'the partner' },
    link: `/registrations/${row.number}`,
    eventKey: key(registration, 'appeal'),
  });
}

/** DR-6: tells the AE. */
export async function tellAe(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  membershipId: string,
): Promise<void> {
  const { row } = registration;
  const partner = await registeringPartner(tx, context.organization.orgId, row.partner_id);
  await tell(tx, context, [membershipId], {
    kind: 'registration_ae',
    params: { ...named(registration), partner: partner?.name ?? 'the partner' },
    link: `/registrations/${row.number}`,
    eventKey: key(registration, `ae:${membershipId}`),
  });
}

/** DR-6, DR-11: tells the AE, or where none is named the manager and partner ops, that something is to be done. */
export async function tellTask(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  what: string,
  duty: string,
): Promise<void> {
  const { row } = registration;
  const partner = await registeringPartner(tx, context.organization.orgId, row.partner_id);
  const people =
    row.ae_id !== null
      ? [row.ae_id]
      : partner?.manager_id != null
        ? [partner.manager_id]
        : await peopleWith(tx, context, ['partner_ops', 'head_of_partnerships']);
  await tell(tx, context, people, {
    kind: 'registration_task',
    params: { ...named(registration), what },
    link: `/registrations/${row.number}`,
    eventKey: `registration:${row.registration_id}:${duty}`,
  });
}

/** Tells the people of the partner what became of its registration. */
export async function tellPartner(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  news: PartnerNews,
): Promise<void> {
  const { row } = registration;
  const people = await peopleWith(tx, context, ['partner_admin', 'partner_rep'], row.partner_id);
  await tell(tx, context, people, {
    kind: 'own_registration',
    params: { ...named(registration), news },
    link: `/registrations/${row.number}`,
    eventKey: key(registration, news),
    partnerId: row.partner_id,
  });
  await writeToRep(tx, context, registration, news);
}
