import { addDays, type LocalDate } from '#core/calendar.ts';
import { workClocks } from '#server/registration/clocks.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from '#server/registration/decide.ts';
import { beginFor, beginOwn } from '#server/registration/drafts.ts';
import { updateRegistration, withdrawRegistration } from '#server/registration/partner-moves.ts';
import { runQueue } from '#server/registration/queue.ts';
import { submitFor, submitOwn } from '#server/registration/submit.ts';
import { company, partners, people } from './cast.ts';
import { workday } from './deals.ts';
import type { Stage } from './stage.ts';
import type { Step } from './steps.ts';

/** A deal that a partner registers, so many days before the story ends, and what comes of it. */
type Registered = {
  readonly daysBefore: number;
  readonly partner: string;
  readonly customer: string;
  readonly useCase: string;
  readonly thousands: number;
  readonly outcome:
    | { readonly kind: 'draft' | 'wait' }
    | { readonly kind: 'accept'; readonly news?: readonly (readonly [daysBefore: number, words: string])[] }
    | { readonly kind: 'reject'; readonly reason: string; readonly words: string }
    | { readonly kind: 'return'; readonly asks: string }
    | { readonly kind: 'withdraw'; readonly words: string };
};

const [northgate, halyard, bluefin, cobalt] = [
  'Northgate Systems',
  'Halyard Consulting',
  'Bluefin Integration',
  'Cobalt Ridge',
];

/**
 * A queue as it looks after half a year: protections in several ages, one that has run out, a rejection, a question, a
 * conflict with what is protected, and what waits, some of it for longer than was promised.
 */
const registered: readonly Registered[] = [
  {
    ...{ daysBefore: 150, partner: cobalt, customer: 'Saltmarsh Ferries', thousands: 22 },
    useCase: 'Timetables and crews of nine ferries',
    outcome: { kind: 'accept' },
  },
  {
    ...{ daysBefore: 114, partner: halyard, customer: 'Copperline Dairies', thousands: 31 },
    useCase: 'Milk rounds planned by the hour',
    outcome: {
      kind: 'accept',
      news: [
        [80, 'Discovery held with the head of logistics.'],
        [9, 'The pilot runs in two depots; they decide before the quarter ends.'],
      ],
    },
  },
  {
    ...{ daysBefore: 98, partner: northgate, customer: 'Orchard Street Clinics', thousands: 38 },
    useCase: 'One view of the waiting lists of six clinics',
    outcome: {
      kind: 'accept',
      news: [
        [60, 'Met the operations lead and the security officer together.'],
        [4, 'Security review passed; the contract is with their lawyers.'],
      ],
    },
  },
  {
    ...{ daysBefore: 56, partner: bluefin, customer: 'Tidewater Cranes', thousands: 27 },
    useCase: 'Maintenance of cranes in three harbours',
    outcome: { kind: 'accept' },
  },
  {
    ...{ daysBefore: 30, partner: halyard, customer: 'Pine & Ferry Hotels', thousands: 18 },
    useCase: 'Staffing of eleven hotels',
    outcome: {
      kind: 'reject',
      reason: 'Not qualified',
      words: 'There is no budget before next summer. Register it again when there is a sponsor.',
    },
  },
  {
    ...{ daysBefore: 24, partner: halyard, customer: 'Longmeadow Foods', thousands: 42 },
    useCase: 'Forecasts of demand for fresh goods',
    outcome: { kind: 'accept', news: [[12, 'The workshop with their planners is booked.']] },
  },
  {
    ...{ daysBefore: 16, partner: cobalt, customer: 'Brightwater Mills', thousands: 12 },
    useCase: 'Energy use of two mills',
    outcome: { kind: 'withdraw', words: 'The customer has stopped the project.' },
  },
  {
    ...{ daysBefore: 9, partner: bluefin, customer: 'Hollow Oak Schools', thousands: 16 },
    useCase: 'Buses and routes of forty schools',
    outcome: { kind: 'wait' },
  },
  {
    ...{ daysBefore: 6, partner: bluefin, customer: 'Longmeadow Foods', thousands: 40 },
    useCase: 'Planning of fresh goods for the west',
    outcome: { kind: 'wait' },
  },
  {
    ...{ daysBefore: 3, partner: northgate, customer: 'Stonebridge Tramways', thousands: 35 },
    useCase: 'Rosters of drivers',
    outcome: { kind: 'return', asks: 'Who signs there, and have you met them?' },
  },
  {
    ...{ daysBefore: 1, partner: halyard, customer: 'Kiteworks Aviation Parts', thousands: 29 },
    useCase: 'Spare parts of a regional airline',
    outcome: { kind: 'wait' },
  },
  {
    ...{ daysBefore: 1, partner: northgate, customer: 'Glasshouse Growers', thousands: 24 },
    useCase: 'Climate data of thirty glasshouses',
    outcome: { kind: 'wait' },
  },
  {
    ...{ daysBefore: 0, partner: northgate, customer: 'Marrow Lane Breweries', thousands: 19 },
    useCase: 'Stock of four breweries',
    outcome: { kind: 'draft' },
  },
];

/** The deals that partners register in the last months, and the clocks that run on them. */
export function registering(endOn: LocalDate): Step[] {
  const before = (days: number) => addDays(endOn, -days);
  return [
    ...registered.flatMap((one) => stepsOfOne(one, workday(before(one.daysBefore)), endOn)),
    ...[28, 2, 0].map((days) => ({
      on: before(days),
      hour: 19,
      play: async (stage: Stage) => {
        await workClocks(stage.as('clocks'));
      },
    })),
  ];
}

function stepsOfOne(one: Registered, on: LocalDate, endOn: LocalDate): Step[] {
  const name = `registration ${one.partner} ${one.customer}`;
  const sending: Step = { on, hour: 10, play: (stage) => register(stage, one, on, name) };
  const { outcome } = one;
  if (outcome.kind === 'draft' || outcome.kind === 'wait') return [sending];
  const answering: Step = {
    on: workday(addDays(on, 1)),
    hour: 15,
    play: async (stage) => {
      const [id, ops] = [stage.recall(name), stage.as('ops')];
      if (outcome.kind === 'accept')
        await acceptRegistration(ops, id, { changed: null, opportunityId: null });
      if (outcome.kind === 'reject') await rejectRegistration(ops, id, outcome);
      if (outcome.kind === 'return')
        await returnRegistration(ops, id, { asks: outcome.asks, isIncomplete: false });
      if (outcome.kind === 'withdraw')
        await withdrawRegistration(stage.as('manager'), 'desk', id, outcome.words);
    },
  };
  const news = outcome.kind === 'accept' ? (outcome.news ?? []) : [];
  const telling = news.map(([days, words]) => ({
    on: addDays(endOn, -days),
    hour: 16,
    play: async (stage: Stage) => {
      await updateRegistration(stage.as('manager'), 'desk', stage.recall(name), words);
    },
  }));
  return [sending, answering, ...telling];
}

/** Begins and sends it: who has a login in the portal for themselves, all others through our partner manager. */
async function register(stage: Stage, one: Registered, on: LocalDate, name: string): Promise<void> {
  const partner = partners.find((known) => known.name === one.partner);
  const [rep = ''] = partner?.people ?? [];
  const portal = people.find((known) => known.partner === one.partner);
  const domain = `${one.customer.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
  const typed = {
    ...{ legalName: one.customer, domain, country: 'US' },
    ...{
      contactName: 'Alex Morgan',
      contactRole: 'Head of operations',
      contactMail: `alex.morgan@${domain}`,
    },
    useCase: one.useCase,
    value: { amountMinor: one.thousands * 100_000, currency: company.currency },
    closeOn: addDays(on, 120),
    evidence: `${rep} has run a project for them since last year and met the head of operations this week.`,
    ...{ nextStep: 'Discovery with both teams', nextStepOn: workday(addDays(on, 10)) },
    consent: true,
  };
  const manager = stage.as('manager');
  const email = `${rep.toLowerCase().replace(' ', '.')}@${partner?.domain ?? ''}`;
  const { registrationId } = portal
    ? await beginOwn(stage.as(portal.key), typed)
    : await beginFor(manager, stage.recall(`partner ${one.partner}`), { name: rep, email }, typed);
  stage.remember(name, registrationId);
  if (one.outcome.kind === 'draft') return;
  if (portal) await submitOwn(stage.as(portal.key), registrationId, 'en');
  else await submitFor(manager, registrationId);
  await runQueue(manager.ports, { org: company.slug, registrationId });
}
