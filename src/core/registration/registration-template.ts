import type { Archetype } from '#core/program/archetype.ts';
import { defaultBody } from '#core/program/field.ts';
import { type RegistrationBody, registrationPage } from './registration-page.ts';

type Ask = RegistrationBody['form'][keyof RegistrationBody['form']]['ask'];
type Difference = {
  readonly form?: Partial<Record<keyof RegistrationBody['form'], Ask>>;
  readonly protection?: Partial<RegistrationBody['protection']>;
  readonly tests?: Partial<RegistrationBody['tests']>;
};

/** What an archetype registers differently (AR-3); numbers INF inside the usual range of DR-8. */
const differences: Readonly<Record<Archetype, Difference>> = {
  // A referrer introduces and steps back: it knows neither our price nor the close.
  referral: {
    form: {
      value: 'optional',
      closeOn: 'optional',
      product: 'optional',
      role: 'off',
      currentVendor: 'off',
    },
    tests: { notEligible: { result: 'off', told: 'reason' } },
    protection: {
      days: 60,
      extensionDays: 30,
      meaning:
        'No other partner is credited for this introduction. Our AE sells; the partner is told how the deal went and is paid when it is won.',
    },
  },
  agency: { form: { currentVendor: 'off', services: 'optional' } },
  reseller: {
    form: { role: 'off', competitors: 'optional' },
    protection: {
      meaning:
        'No other partner gets the registered margin on this project, and we quote no direct price below the partner’s. Our AE supports the partner’s sale. It protects the customer’s project, not a territory.',
    },
  },
  msp: {
    form: { role: 'off', services: 'optional' },
    protection: {
      days: 120,
      meaning:
        'No other partner, and no direct offer, for the bundle at this customer. The partner owns the contract and the service; we support the sale and the value reviews.',
    },
  },
  si: { form: { currentVendor: 'off', services: 'optional' }, protection: { days: 120 } },
  isv: {
    protection: {
      meaning:
        'Both sales teams work the account on the joint solution; no other partner is credited with bringing it. Neither side offers a competing combination on this project.',
    },
  },
};

/** The registration policy to begin with for a program of that archetype. */
export function registrationTemplate(archetype: Archetype): RegistrationBody {
  const body: RegistrationBody = defaultBody(registrationPage.fields);
  const { form = {}, protection = {}, tests = {} } = differences[archetype];
  const changed = Object.fromEntries(Object.entries(form).map(([key, ask]) => [key, { ask }]));
  return {
    ...body,
    form: { ...body.form, ...changed },
    tests: { ...body.tests, ...tests },
    protection: { ...body.protection, ...protection },
  };
}

/** The registration policy of the worked example: a vendor that sells through integrators. */
export const registrationExample: RegistrationBody = registrationTemplate('si');
