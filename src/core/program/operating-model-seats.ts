import type { GridField } from './field.ts';

/** Method 4.1: the seats, the one number that each owns, and when its own person starts. */
export const seatsField = {
  kind: 'grid',
  label: 'Seats and the one number each owns',
  rule: 'OM-1',
  guidance:
    'A seat may be open, but it is never without a number. Its holder, or who holds it until then, is named under Seats.',
  columns: {
    number: {
      kind: 'text',
      label: 'Its number',
      guidance:
        'The one number this seat answers for, as the scoreboard shows it. Output, not activity; no number belongs to two seats.',
      rule: 'OM-1',
      lines: 'one',
      most: 200,
      default: '',
    },
    target: {
      kind: 'text',
      label: 'Target',
      guidance:
        'A value and a period, such as “$900K a quarter”. Leave it open until the arithmetic is done.',
      lines: 'one',
      most: 200,
      default: '',
      isOptional: true,
    },
    guard: {
      kind: 'text',
      label: 'Guard number',
      guidance: 'What must not suffer while the number grows. It is watched, not rewarded.',
      source: 'INF',
      lines: 'one',
      most: 200,
      default: '',
      isOptional: true,
    },
    startWeek: {
      kind: 'number',
      label: 'Starts in week',
      guidance:
        'The week after kickoff in which the seat’s own person starts. 0 is somebody who is here already.',
      source: 'S1',
      unit: 'weeks',
      least: 0,
      most: 520,
      isWhole: true,
      default: null,
      isOptional: true,
    },
  },
  rows: {
    cro: {
      label: 'CRO (or CEO)',
      guidance: 'Owns the revenue line. Where there is no CRO, the CEO sits here and owns the same number.',
      source: 'S1',
      default: {
        number: 'Sourced pipeline as a share of total new pipeline',
        guard: 'Sourced closed-won',
        startWeek: 0,
      },
    },
    cfo: {
      label: 'CFO',
      guidance: 'Owns the financial assumptions, and says each quarter how far they were off.',
      source: 'INF',
      default: {
        number: 'Plan assumptions within 20 % of actual',
        guard: 'Payback months; return',
        startWeek: 0,
      },
    },
    head_of_partnerships: {
      label: 'Head of Partnerships',
      guidance:
        'Owns the system. Start after the design: the seat is held in the interim until then, and loses nothing.',
      source: 'F',
      default: {
        number: 'Producing-partner rate',
        guard: 'Forecast hit rate: actual inside the band',
        startWeek: 8,
      },
    },
    partner_manager: {
      label: 'Partner manager',
      guidance:
        'Owns a portfolio of partners and what it sources. Comes after the leader, with the first cohort.',
      source: 'F',
      default: {
        number: 'Sourced pipeline of the own portfolio',
        guard: 'Low-band deals with a fresh check-in',
        startWeek: 12,
      },
    },
    partner_ops: {
      label: 'Partner ops (RevOps)',
      guidance:
        'Owns attribution in the CRM and the clock of registrations. Often a part of RevOps at first.',
      source: 'INF',
      default: { number: 'Attribution completeness', guard: 'Registrations decided in time', startWeek: 4 },
    },
    partner_marketing: {
      label: 'Partner marketing',
      guidance:
        'Owns what joint marketing brings in, not how much of it there is. Not needed in the first months.',
      source: 'INF',
      default: { number: 'Sourced pipeline per unit of MDF', guard: 'Claims with proof', startWeek: 26 },
    },
    executive_sponsor: {
      label: 'Executive sponsor',
      guidance:
        'Decides what a partner manager cannot. Each partner of the third tier has one, and each partner in its first 90 days.',
      rule: 'OM-2',
      source: 'INF',
      default: {
        number: 'Escalations decided within 5 business days',
        guard: 'Sponsor touches on Strategic partners per quarter',
        startWeek: 8,
      },
    },
    ae: {
      label: 'Account executive',
      guidance:
        'Works the deal with the partner. Kept like quota, or partners go dark after the first introduction.',
      source: 'F',
      default: {
        number: 'Partner introductions and check-ins done on time',
        guard: 'Co-sell win rate',
        startWeek: 8,
      },
    },
  },
} as const satisfies GridField;
