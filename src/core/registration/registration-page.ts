import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { decidingField, number, reasonsField, routesField } from './registration-deciding.ts';
import {
  formExceptionsField,
  formField,
  ownFieldsField,
  productsField,
  testsField,
} from './registration-form.ts';
import { protectionExceptionsField, protectionField } from './registration-protection.ts';

const fields = {
  entry: {
    kind: 'group',
    label: 'How a partner registers',
    rule: 'G4',
    fields: {
      way: {
        kind: 'choice',
        label: 'Entry',
        guidance: 'Begin with the form; the portal comes when partners exist who would open it.',
        source: 'S1',
        options: { form: 'A form by secret link', api: 'The API', portal: 'The portal (after gate G5)' },
        default: 'form',
      },
      email: {
        kind: 'flag',
        label: 'An e-mail counts as a registration',
        guidance:
          'Keep it off: an e-mail has no clean time of arrival, and the next conflict turns on that time.',
        rule: '6',
        source: 'O',
        default: false,
      },
      slaSeat: {
        kind: 'choice',
        label: 'Who answers in time',
        guidance: 'One seat whose number suffers when an answer is late.',
        rule: 'G4',
        source: 'INF',
        options: {
          partner_ops: 'Partner ops',
          partner_manager: 'Partner manager',
          head_of_partnerships: 'Head of Partnerships',
        },
        default: 'partner_ops',
      },
    },
  },
  form: formField,
  formExceptions: formExceptionsField,
  ownFields: ownFieldsField,
  products: productsField,
  formMost: number(
    'Visible fields, at most',
    'A partner fills it in within two minutes or not at all.',
    '6',
    'INF',
    'count',
    12,
  ),
  tests: testsField,
  checks: {
    kind: 'group',
    label: 'Limits of the tests',
    fields: {
      contactDays: number(
        'Direct contact is recent for',
        'The same number as on the attribution page, so that an accepted deal is also sourced.',
        'DR-1',
        'O',
        'days',
        60,
      ),
      minimumValue: {
        kind: 'money',
        label: 'Minimum annual value',
        guidance: 'Below it the work of deciding costs more than the deal brings.',
        rule: 'DR-2',
        source: 'O',
        default: 500_000,
      },
      nameMatch: {
        kind: 'share',
        label: 'A near match goes to a person from',
        guidance:
          'Customers are matched by web domain, else by name and country. A name this alike is shown to a person, never merged.',
        rule: 'DR-3',
        source: 'INF',
        least: 0.5,
        most: 1,
        default: 0.9,
      },
      liveMost: number(
        'Review above this many live registrations per rep',
        'More than anybody can sell at once: accounts are being parked.',
        'DR-18',
        'INF',
        'count',
        15,
      ),
      pipelineLeast: {
        kind: 'share',
        label: 'Review below this share that becomes pipeline',
        guidance: 'Of accepted registrations, counted once there are enough of them.',
        rule: 'DR-18',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.2,
      },
      pipelineOver: number(
        '… counted over at least',
        'Accepted registrations of that rep.',
        'DR-18',
        'INF',
        'count',
        10,
      ),
      repDayMost: number(
        'A person looks above this many a day per rep',
        'Nobody meets more customers in a day. Whoever registers a list is asked about it.',
        'DR-18',
        'INF',
        'count',
        10,
      ),
      partnerDayMost: number(
        'No more than this many a day per partner',
        'Beyond it the form keeps drafts and says when it opens again: a script cannot register the market.',
        'DR-18',
        'INF',
        'count',
        40,
      ),
      partnerQuarterMost: number(
        'A person looks above this many a quarter per partner',
        'Of all registrations that arrived in the quarter.',
        'DR-18',
        'INF',
        'count',
        150,
      ),
      partnerWaitingMost: number(
        'A person looks above this many unanswered per partner',
        'A heap that nobody can decide in time is looked at as one.',
        'DR-18',
        'O',
        'count',
        25,
      ),
      directOnlyDays: number(
        'The direct-only list is good for',
        'It is refreshed each quarter. An older one still warns, but rejects nobody by itself.',
        'DR-14',
        'O',
        'days',
        92,
      ),
      commonHosts: {
        kind: 'text',
        label: 'More hosts that many companies share',
        guidance:
          'Mail providers of your countries, one a line or with commas. The well-known ones are known. An address there says nothing about the customer.',
        rule: 'DR-3',
        source: 'INF',
        lines: 'many',
        most: 2000,
        default: '',
        isOptional: true,
      },
    },
  },
  deciding: decidingField,
  routes: routesField,
  protection: protectionField,
  protectionExceptions: protectionExceptionsField,
  reasons: reasonsField,
  consent: {
    kind: 'text',
    label: 'Consent statement',
    guidance:
      'One sentence that the partner’s rep confirms. It keeps registrations off accounts that know nothing of it.',
    rule: '6',
    source: 'O',
    lines: 'many',
    most: 800,
    default:
      'The customer knows that we register this project and agrees that both companies work on it together.',
  },
} as const satisfies Fields;

export type RegistrationBody = BodyOf<typeof fields>;

/** DR-1 to DR-18: how a deal is registered, decided and protected. */
export const registrationPage = {
  word: 'registration',
  title: 'Deal registration',
  question: 'How does a partner register a deal, how fast is it decided, and what does protection mean?',
  minutes: 20,
  seats: ['cro', 'head_of_partnerships'],
  sections: [
    {
      title: 'Entry',
      guidance:
        'A registration is a record with a time on it: who came first is decided by that time, not by memory. Choose one way in and one seat that answers. No partner can be recruited before both exist.',
      fields: ['entry'],
    },
    {
      title: 'The form',
      guidance:
        'Ask what you need to decide, and nothing that a first call would tell you. Every further field costs registrations. Keep the customer’s domain, how the partner knows the account and the next joint step; they are what the credit rests on.',
      fields: ['form', 'formExceptions', 'ownFields', 'formMost', 'products', 'consent'],
    },
    {
      title: 'Checks',
      guidance:
        'The moment a registration arrives it is tested against your own deals, contacts and lists. Let a test reject only where no person would ever decide otherwise; everywhere else it warns. The limits keep honest reps undisturbed and show where accounts are parked.',
      fields: ['tests', 'checks'],
    },
    {
      title: 'Deciding',
      guidance:
        'A partner waits for one thing: an answer. Promise a time that you will keep in August, say who hears of it when it is missed, and reject only for reasons on the list. Every rejection names its reason.',
      fields: ['deciding', 'routes', 'reasons'],
    },
    {
      title: 'Protection',
      guidance:
        'Protection is what the partner gets for showing you the deal early. Make it long enough for your usual cycle and let it end by itself when nothing happens. Write the three sentences so that a partner and an AE read the same thing in them.',
      fields: ['protection', 'protectionExceptions'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
