import type { ProfileBody } from '#core/profile/profile-page.ts';
import type { ArchetypesBody } from '#core/program/archetypes-page.ts';
import type { ThesisBody } from '#core/program/thesis.ts';
import { templateFor } from './templates.ts';

const template = templateFor('si');
const segment = 'Mid-market, 200 to 2,000 employees';

/** Why: a seller of revenue planning software whose deals stall on integration, and integrators who remove it. */
export const thesisExample: ThesisBody = {
  ...template.thesis,
  market: 'Revenue planning software, North America',
  segment,
  motion: 'Outbound by an SDR, sold by an AE, with a technical validation',
  segments: [{ name: segment }, { name: 'Enterprise, over 2,000 employees' }],
  buyer: {
    role: 'VP Revenue Operations',
    segment,
    why: 'They decide once somebody owns the integration. In 7 of 11 stalled deals that was the open question; the 4 deals with an integrator closed 41 days sooner.',
  },
  evidence: [
    {
      kind: 'won',
      what: 'Orchard Foods: their integrator joined in week 2, and the deal closed after 79 days.',
    },
    { kind: 'lost', what: 'Halden Group: lost in validation; nobody could connect the ERP within 6 weeks.' },
    { kind: 'interview', what: '5 of 6 RevOps leads asked which integrator we work with before the price.' },
  ],
  archetype: 'si',
  relationship:
    'They run CRM and ERP integration for our buyers under yearly contracts, 3 to 5 projects a year each, and are asked first when a new system comes.',
  firstQuestions: { sameCustomers: 'yes', namesAccounts: 'yes', changesDeal: 'yes' },
  friction: {
    fact: 'stage_days:3',
    why: 'Validation takes 38 days, about twice the other stages, because our buyers have no one for the integration. An integrator starts it in week 1.',
  },
  jointSolution:
    'Revenue planning, connected to the customer’s CRM and ERP in 4 weeks at a fixed price. The integrator delivers; we sell and support.',
  goal: {
    sourcedPipeline: 360_000_000,
    sourcedWon: 90_000_000,
    from: '2027-01-01',
    to: '2027-12-31',
  },
  gain: {
    impact:
      'They bill 25 days of integration per deal, earn a fee of 5 %, and keep the customer under a yearly service contract.',
    value: 1_400_000,
    probability: 0.25,
    hours: 30,
    hourElsewhere: 9_000,
  },
  kill: [
    { metric: 'Accepted registrations', threshold: 'fewer than 10', on: '2027-06-30' },
    { metric: 'Partners activated within 90 days', threshold: 'below 30 %', on: '2027-06-30' },
    { metric: 'Sourced pipeline', threshold: 'below $1.2M', on: '2027-12-31' },
  ],
};

/** Two archetypes are selected, one is in build. */
export const archetypesExample: ArchetypesBody = {
  ...template.archetypes,
  archetypes: {
    ...template.archetypes.archetypes,
    si: { ...template.archetypes.archetypes.si, contract: 'SI agreement, version 2' },
    referral: {
      ...template.archetypes.archetypes.referral,
      state: 'selected',
      why: 'RevOps advisers know when a planning project begins. After the integrators.',
      contract: 'Referral agreement, draft',
    },
  },
};

const candidate = (
  name: string,
  [ipp1, ipp2, ipp3, ipp4, ipp5, ipp6]: readonly [number, number, number, number, number, number],
  disqualified = '',
) => ({ name, ipp1, ipp2, ipp3, ipp4, ipp5, ipp6, disqualified });

/** The first candidate is the method's: 3, 3, 4, 3, 2, 2 make 73.75. */
export const profileExample: ProfileBody = {
  ...template.profile,
  candidates: [
    candidate('Northgate Integration', [3, 3, 4, 3, 2, 2]),
    candidate('Bluepier Systems', [4, 3, 3, 4, 3, 3]),
    candidate('Castell Consulting', [3, 4, 3, 4, 3, 2]),
    candidate('Ferro & Lane', [2, 3, 3, 4, 3, 2]),
    candidate('Quillon Partners', [3, 2, 2, 3, 2, 1]),
    candidate('Meridian Works', [2, 2, 3, 2, 2, 3]),
    candidate('Atlas Global Services', [1, 4, 1, 2, 1, 3]),
    candidate('Tern Data', [1, 1, 2, 2, 2, 1]),
    candidate('Oakline Digital', [0, 2, 2, 1, 1, 2]),
    candidate('Summit CRM', [3, 3, 3, 3, 2, 2], 'A competing product in the same purchase'),
  ],
};
