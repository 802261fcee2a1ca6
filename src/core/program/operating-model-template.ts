import type { Archetype } from './archetype.ts';
import { defaultBody } from './field.ts';
import { type OperatingModelBody, operatingModelPage } from './operating-model.ts';

/** What one partner manager can carry, and what guards the numbers that the archetype bends (AR-3, INF). */
const differences: Readonly<
  Record<Archetype, { readonly cap: number; readonly managerGuard: string; readonly aeGuard: string }>
> = {
  referral: {
    cap: 25,
    managerGuard: 'Introductions answered within two business days',
    aeGuard: 'Meetings held out of introductions',
  },
  agency: {
    cap: 20,
    managerGuard: 'Joint offers with a dated next step',
    aeGuard: 'Win rate of recommended deals',
  },
  reseller: {
    cap: 20,
    managerGuard: 'Registered deals with a check-in this week',
    aeGuard: 'Win rate of registered deals',
  },
  msp: {
    cap: 15,
    managerGuard: 'Customers with a value review on time',
    aeGuard: 'Renewal rate of customers run by partners',
  },
  si: { cap: 15, managerGuard: 'Low-band deals with a fresh check-in', aeGuard: 'Co-sell win rate' },
  isv: {
    cap: 20,
    managerGuard: 'Overlapping open opportunities reviewed this week',
    aeGuard: 'Co-sell win rate',
  },
};

/** The operating model to begin with for a program of that archetype. */
export function operatingModelTemplate(archetype: Archetype): OperatingModelBody {
  const body: OperatingModelBody = defaultBody(operatingModelPage.fields);
  const { cap, managerGuard, aeGuard } = differences[archetype];
  return {
    ...body,
    seats: {
      ...body.seats,
      partner_manager: { ...body.seats.partner_manager, guard: managerGuard },
      ae: { ...body.seats.ae, guard: aeGuard },
    },
    caps: { ...body.caps, pmCap: cap },
  };
}

const template = operatingModelTemplate('si');
const target = (seat: keyof OperatingModelBody['seats'], text: string) => ({
  ...template.seats[seat],
  target: text,
});

/** The operating model of the worked example: a vendor that sells through integrators, seats held in the interim. */
export const operatingModelExample: OperatingModelBody = {
  ...template,
  seats: {
    cro: target('cro', '15 % in year one: $3.6M of $24.0M'),
    cfo: target('cfo', '80 % of the assumptions each quarter'),
    head_of_partnerships: target('head_of_partnerships', '40 % of signed partners'),
    partner_manager: target('partner_manager', '$1.8M a year for each of two managers'),
    partner_ops: target('partner_ops', '98 %'),
    partner_marketing: target('partner_marketing', '$5 of pipeline per $1'),
    executive_sponsor: target('executive_sponsor', '95 %'),
    ae: target('ae', '90 %'),
  },
  // Two managers at 20 each carry the 25 producing partners of the algebra (OM-6).
  caps: { ...template.caps, pmCap: 20 },
};
